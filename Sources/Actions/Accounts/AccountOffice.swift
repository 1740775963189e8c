package import CampaignStore
package import Campaigns
package import CivilTime
import SecureSockets

/// What an operator does to accounts on the command line; each within the caller's transaction.
package struct AccountOffice {
  private let session: any SQLSession
  private let now: Instant

  /// How long a one-time code is good for.
  package static let codeLifetime: Int64 = 7 * 24 * 3_600_000

  package init(on session: any SQLSession, at now: Instant) {
    self.session = session
    self.now = now
  }

  /// Opens an account for a person of the organization, who is entered if not yet known.
  ///
  /// - Returns: the one-time code, which is kept only as a hash.
  /// - Throws: `AccountFault`, or `StoreError`.
  package func open(_ request: AccountRequest) throws -> OneTimeCode {
    guard
      try DirectoryTables(session).organizations().contains(where: {
        $0.id == request.organization
      })
    else { throw AccountFault.unknownOrganization(request.organization) }
    guard try AccountTable(session).account(request.username) == nil else {
      throw AccountFault.nameTaken(request.username)
    }
    let person = try person(for: request)
    let code = try OneTimeCode.random(expires: now.adding(milliseconds: Self.codeLifetime))
    try AccountTable(session).add(
      AccountRow(
        username: request.username, person: person, code: try Passwords.hash(code.text),
        codeExpires: code.expires), at: now)
    try log(.accountAdd, request.username, request.organization)
    return code
  }

  /// A new one-time code in place of the password.
  package func reset(_ username: String) throws -> OneTimeCode {
    try require(username)
    let code = try OneTimeCode.random(expires: now.adding(milliseconds: Self.codeLifetime))
    let accounts = AccountTable(session)
    try accounts.setCode(try Passwords.hash(code.text), expires: code.expires, for: username)
    try accounts.clearFailures(of: username)
    try log(.accountReset, username, nil)
    return code
  }

  /// A locked account is also shut out of running servers. Unlocking forgets failed attempts.
  package func setLocked(_ locked: Bool, _ username: String) throws {
    try require(username)
    try AccountTable(session).setLocked(locked, username)
    if !locked { try AccountTable(session).clearFailures(of: username) }
    try DirectoryTables(session).announceChange()
    try log(locked ? .accountLock : .accountUnlock, username, nil)
  }

  private func require(_ username: String) throws {
    guard try AccountTable(session).account(username) != nil else {
      throw AccountFault.unknownAccount(username)
    }
  }

  /// The one person of that name (and unit, if given); a given role becomes theirs.
  private func person(for request: AccountRequest) throws -> PersonID {
    let tables = DirectoryTables(session)
    let unit = try request.unit.map { try tables.unit(named: $0, in: request.organization) }
    let known = try tables.people(named: request.person, in: request.organization)
      .filter { unit == nil || $0.unit == unit }
    guard known.count <= 1 else {
      throw AccountFault.severalPeople(request.person, count: known.count)
    }
    guard let person = known.first else {
      return try tables.addPerson(
        name: request.person, unit: unit, role: request.role ?? .member, to: request.organization)
    }
    if let role = request.role, role != person.role {
      try tables.update(person.id, unit: person.unit, role: role)
    }
    return person.id
  }

  private func log(_ act: ChangeAct, _ username: String, _ organization: OrganizationID?) throws {
    try ChangeLog(session).add(
      ChangeEntry(
        receipt: Receipt(number: try Numbering(session).take(), at: now),
        organization: organization, person: nil, act: act, detail: username))
  }
}

package struct AccountRequest: Sendable {
  package let username: String
  package let organization: OrganizationID
  package let person: String
  package let unit: String?
  package let role: Role?

  package init(
    username: String, organization: OrganizationID, person: String, unit: String?, role: Role?
  ) {
    self.username = username
    self.organization = organization
    self.person = person
    self.unit = unit
    self.role = role
  }
}

/// Turned into a password of one's own at first login.
package struct OneTimeCode: Sendable {
  /// Three groups of four, without letters that are taken for one another: about 57 bits.
  package let text: String
  package let expires: Instant

  static func random(expires: Instant) throws -> OneTimeCode {
    let alphabet = Array("ABCDEFGHJKMNPQRSTVWXYZ23456789".utf8)
    var text: [UInt8] = []
    while text.count < 14 {
      if text.count == 4 || text.count == 9 { text.append(UInt8(ascii: "-")) }
      guard let byte = try SecureRandom.bytes(1).first else { continue }
      // 240 is the largest multiple of the alphabet's 30 letters: no letter is likelier.
      if byte < 240 { text.append(alphabet[Int(byte) % alphabet.count]) }
    }
    return OneTimeCode(text: String(decoding: text, as: UTF8.self), expires: expires)
  }
}

package enum AccountFault: Error, Hashable, Sendable {
  case unknownOrganization(String)
  case nameTaken(String)
  case unknownAccount(String)
  case severalPeople(String, count: Int)
}
