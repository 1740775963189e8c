package import Campaigns
package import CivilTime

/// Who may log in, and with what. Holds hashes only, never a password or a code.
package struct AccountTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  package func account(_ username: String) throws -> AccountRow? {
    try session.first(selectAccount, [.text(username)], read)
  }

  /// By name of the organization's people.
  package func accounts(of organization: OrganizationID) throws -> [AccountRow] {
    try session.all(selectAccounts, [.text(organization)], read)
  }

  package func locked() throws -> Set<String> {
    Set(try session.all(selectLocked) { try $0.text(0) })
  }

  /// Throws `StoreError` with kind `constraint(.unique)` if the name is taken.
  package func add(_ account: AccountRow, at now: Instant) throws {
    try session.run(
      insertAccount,
      [
        .text(account.username), .integer(account.person), SQLValue(account.code),
        SQLValue(account.codeExpires?.milliseconds), .integer(now.milliseconds),
      ])
  }

  /// The code takes the place of any password.
  package func setCode(_ code: String, expires: Instant, for username: String) throws {
    try session.run(
      setCodeStatement, [.text(username), .text(code), .integer(expires.milliseconds)])
  }

  /// The password takes the place of any code.
  package func setPassword(_ password: String, for username: String) throws {
    try session.run(setPasswordStatement, [.text(username), .text(password)])
  }

  package func setLocked(_ locked: Bool, _ username: String) throws {
    try session.run(setLockedStatement, [.text(username), SQLValue(locked)])
  }

  // MARK: Failed attempts, also of names that no account has

  package func failures(of username: String) throws -> LoginFailures? {
    try session.first(selectFailures, [.text(username)]) { row in
      LoginFailures(
        count: try row.int(0), lastAt: Instant(milliseconds: try row.integer(1)))
    }
  }

  package func recordFailure(of username: String, at now: Instant) throws {
    try session.run(upsertFailure, [.text(username), .integer(now.milliseconds)])
  }

  package func clearFailures(of username: String) throws {
    try session.run(deleteFailures, [.text(username)])
  }

  /// Names tried before `limit` are forgotten, so that guesses do not fill the store.
  package func forgetFailures(before limit: Instant) throws {
    try session.run(deleteOldFailures, [.integer(limit.milliseconds)])
  }

  private func read(_ row: borrowing SQLRow) throws -> AccountRow {
    AccountRow(
      username: try row.text(0), person: try row.integer(1), password: row.optionalText(2),
      code: row.optionalText(3),
      codeExpires: row.optionalInteger(4).map { Instant(milliseconds: $0) },
      isLocked: try row.flag(5))
  }
}

package struct AccountRow: Hashable, Sendable {
  package let username: String
  package let person: PersonID
  /// Hash; `nil` until the one-time code was turned into a password.
  package let password: String?
  /// Hash of the one-time code, until it is used.
  package let code: String?
  package let codeExpires: Instant?
  /// By an administrator, until unlocked.
  package let isLocked: Bool

  package init(
    username: String, person: PersonID, password: String? = nil, code: String? = nil,
    codeExpires: Instant? = nil, isLocked: Bool = false
  ) {
    self.username = username
    self.person = person
    self.password = password
    self.code = code
    self.codeExpires = codeExpires
    self.isLocked = isLocked
  }
}

package struct LoginFailures: Hashable, Sendable {
  package let count: Int
  package let lastAt: Instant

  package init(count: Int, lastAt: Instant) {
    self.count = count
    self.lastAt = lastAt
  }
}

private let columns = "username, person, password, code, code_expires, locked"
private let selectAccount = SQLStatement("SELECT \(columns) FROM account WHERE username = $1")
private let selectAccounts = SQLStatement(
  """
  SELECT \(columns) FROM account
  WHERE person IN (SELECT id FROM person WHERE organization = $1) ORDER BY username
  """)
private let selectLocked = SQLStatement("SELECT username FROM account WHERE locked = 1")
private let insertAccount = SQLStatement(
  """
  INSERT INTO account (username, person, code, code_expires, created_at)
  VALUES ($1, $2, $3, $4, $5)
  """)
private let setCodeStatement = SQLStatement(
  "UPDATE account SET code = $2, code_expires = $3, password = NULL WHERE username = $1")
private let setPasswordStatement = SQLStatement(
  "UPDATE account SET password = $2, code = NULL, code_expires = NULL WHERE username = $1")
private let setLockedStatement = SQLStatement("UPDATE account SET locked = $2 WHERE username = $1")
private let selectFailures = SQLStatement(
  "SELECT failures, last_at FROM login_failure WHERE username = $1")
private let upsertFailure = SQLStatement(
  """
  INSERT INTO login_failure (username, failures, last_at) VALUES ($1, 1, $2)
  ON CONFLICT (username) DO UPDATE
    SET failures = login_failure.failures + 1, last_at = excluded.last_at
  """)
private let deleteFailures = SQLStatement("DELETE FROM login_failure WHERE username = $1")
private let deleteOldFailures = SQLStatement("DELETE FROM login_failure WHERE last_at < $1")
