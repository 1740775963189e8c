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
