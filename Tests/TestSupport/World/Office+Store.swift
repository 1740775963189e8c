import CampaignStore
package import Campaigns

// What the store says, read past the clerk.

extension Office {
  package func registrations(of subject: Subject) throws -> [Registration] {
    try RegistrationTable(session).active(of: subject, in: Office.campaign)
  }
}

extension Office {
  /// As an import would do it; the directory is read again.
  package func setRole(of cast: Cast, to role: Role) throws {
    let person = person(cast)
    try session.transaction { session in
      try DirectoryTables(session).update(person.id, unit: person.unit, role: role)
    }
    try reload()
  }

  /// As an import would do it; the directory is read again.
  package func move(_ cast: Cast, to unit: UnitID?) throws {
    let person = person(cast)
    try session.transaction { session in
      try DirectoryTables(session).update(person.id, unit: unit, role: person.role)
    }
    try reload()
  }
}

extension Office {
  /// An office that works in the same store, with its secretary; the directory is read again.
  package func enter(_ organization: Organization, secretary: String) throws -> PersonID {
    let id = try session.transaction { session in
      let tables = DirectoryTables(session)
      try tables.put(organization)
      return try tables.addPerson(
        name: secretary, unit: nil, role: .secretary, to: organization.id)
    }
    try reload()
    return id
  }
}

extension Office {
  /// Somebody of the same name in another unit; the directory is read again.
  package func enterNamesake(of cast: Cast, in unit: String) throws -> PersonID {
    let unit = self.unit(unit)
    let id = try session.transaction { session in
      try DirectoryTables(session).addPerson(
        name: cast.name, unit: unit, role: .member, to: cast.organization.id)
    }
    try reload()
    return id
  }
}
