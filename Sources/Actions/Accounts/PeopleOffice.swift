package import CampaignStore
package import Campaigns
package import CivilTime

/// Enters the people of a file; can be repeated with a newer file.
///
/// Same name and unit: the same person, whose role is updated. A name that is unique in the file
/// and in the organization: the same person, moved to another unit. Everyone else is new. People
/// who are no longer in the file stay: nothing is deleted.
package struct PeopleOffice {
  package struct Entry: Sendable {
    let line: Int
    let name: String
    let unit: String?
    let role: Role
    let username: String?

    package init(line: Int, name: String, unit: String?, role: Role, username: String?) {
      self.line = line
      self.name = name
      self.unit = unit
      self.role = role
      self.username = username
    }
  }

  /// An entry with what takes long made beforehand, outside the transaction.
  package struct Prepared: Sendable {
    let entry: Entry
    let code: OneTimeCode?
    let codeHash: String?
  }

  package struct Result: Sendable {
    package fileprivate(set) var added = 0
    package fileprivate(set) var updated = 0
    /// Of the accounts that were opened.
    package fileprivate(set) var codes: [(username: String, code: OneTimeCode)] = []
  }

  private let session: any SQLSession
  private let now: Instant

  package init(on session: any SQLSession, at now: Instant) {
    self.session = session
    self.now = now
  }

  /// A tenth of a second for each entry with a user name.
  package static func prepare(_ entries: [Entry], at now: Instant) throws -> [Prepared] {
    try entries.map { entry in
      guard entry.username != nil else { return Prepared(entry: entry, code: nil, codeHash: nil) }
      let code = try OneTimeCode.random(
        expires: now.adding(milliseconds: AccountOffice.codeLifetime))
      return Prepared(entry: entry, code: code, codeHash: try Passwords.hash(code.text))
    }
  }

  /// Within the caller's transaction; throws `PeopleFault`, or `StoreError`.
  package func add(_ rows: [Prepared], to organization: OrganizationID) throws -> Result {
    let tables = DirectoryTables(session)
    guard try tables.organizations().contains(where: { $0.id == organization }) else {
      throw PeopleFault.unknownOrganization(organization)
    }
    let timesInFile = Dictionary(grouping: rows, by: \.entry.name).mapValues(\.count)
    var result = Result()
    // Two lines are two people, also where name and unit are the same.
    var taken: Set<PersonID> = []
    for row in rows {
      let entry = row.entry
      let unit = try entry.unit.map { try tables.unit(named: $0, in: organization) }
      let known = try tables.people(named: entry.name, in: organization)
        .filter { !taken.contains($0.id) }
      let isUnique = known.count == 1 && timesInFile[entry.name] == 1
      let sameUnit = known.filter { $0.unit == unit }
      let holder = try holder(of: entry.username, among: sameUnit)
      if let person = holder ?? sameUnit.first ?? (isUnique ? known.first : nil) {
        taken.insert(person.id)
        if person.unit != unit || person.role != entry.role {
          try tables.update(person.id, unit: unit, role: entry.role)
          result.updated += 1
        }
        try openAccount(row, person.id, &result)
      } else {
        let id = try tables.addPerson(
          name: entry.name, unit: unit, role: entry.role, to: organization)
        taken.insert(id)
        result.added += 1
        try openAccount(row, id, &result)
      }
    }
    try ChangeLog(session).add(
      ChangeEntry(
        receipt: Receipt(number: try Numbering(session).take(), at: now),
        organization: organization, person: nil, act: .peopleImport,
        detail: "\(result.added) + \(result.updated)"))
    return result
  }

  /// Of namesakes in one unit, the one to whom the user name belongs.
  private func holder(of username: String?, among people: [Person]) throws -> Person? {
    guard let username, let account = try AccountTable(session).account(username) else {
      return nil
    }
    return people.first { $0.id == account.person }
  }

  private func openAccount(
    _ row: Prepared, _ person: PersonID, _ result: inout Result
  ) throws {
    guard let username = row.entry.username, let code = row.code, let hash = row.codeHash else {
      return
    }
    let accounts = AccountTable(session)
    if let account = try accounts.account(username) {
      guard account.person == person else {
        throw PeopleFault.usernameTaken(line: row.entry.line, username)
      }
      return
    }
    try accounts.add(
      AccountRow(username: username, person: person, code: hash, codeExpires: code.expires),
      at: now)
    result.codes.append((username, code))
  }
}

package enum PeopleFault: Error, Hashable, Sendable {
  case unknownOrganization(String)
  case usernameTaken(line: Int, String)
}
