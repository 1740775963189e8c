package import CampaignStore
package import Campaigns
package import CivilTime

/// Logging in, in three steps, because the middle one takes a tenth of a second and must run off
/// the event loops and outside every transaction:
///
/// 1. `attempt` reads what there is to verify;
/// 2. `LoginAttempt.verify` runs the memory-hard function;
/// 3. `conclude` writes what came of it.
///
/// An unknown name goes the same way with a hash that no password fits, so that neither words nor
/// time tell whether an account exists.
package struct AccountDesk {
  private let session: any SQLSession
  private let now: Instant

  package init(on session: any SQLSession, at now: Instant) {
    self.session = session
    self.now = now
  }

  /// Reads only.
  package func attempt(
    user: String, password: String, newPassword: String?
  ) throws -> LoginAttempt {
    let accounts = AccountTable(session)
    let username = Username.normalized(user)
    let failures = try accounts.failures(of: username)
    return LoginAttempt(
      username: username, password: password, newPassword: newPassword,
      account: try accounts.account(username), failures: failures?.count ?? 0,
      secondsLocked: LoginThrottle.secondsLocked(failures, at: now), now: now)
  }

  /// Inside a transaction if `LoginVerdict.writes`. What was verified must still be what the store
  /// has, and must not have been locked by other attempts in the meantime.
  package func conclude(_ attempt: LoginAttempt, _ verdict: LoginVerdict) throws -> LoginResult {
    let accounts = AccountTable(session)
    switch verdict {
    case .locked(let seconds):
      return .locked(seconds: seconds)
    case .wrong:
      try accounts.forgetFailures(before: now.adding(milliseconds: -24 * 3_600_000))
      try accounts.recordFailure(of: attempt.username, at: now)
      return .wrong(answerDelay: LoginThrottle.answerDelay(afterFailures: attempt.failures + 1))
    case .lockedByAdministrator:
      return .lockedByAdministrator
    case .codeExpired:
      return .codeExpired
    case .needsNewPassword:
      return .needsNewPassword
    case .weakPassword:
      return .weakPassword(minimum: PasswordRule.minimumLength)
    case .verified(let newHash):
      let failures = try accounts.failures(of: attempt.username)
      if let seconds = LoginThrottle.secondsLocked(failures, at: now) {
        return .locked(seconds: seconds)
      }
      guard let account = attempt.account, try accounts.account(attempt.username) == account else {
        return .wrong(answerDelay: 0)
      }
      if attempt.failures > 0 { try accounts.clearFailures(of: attempt.username) }
      if let newHash { try setPassword(newHash, account, accounts) }
      return .welcome(account.person, username: account.username, newPassword: newHash != nil)
    }
  }

  private func setPassword(
    _ hash: String, _ account: AccountRow, _ accounts: AccountTable
  ) throws {
    try accounts.setPassword(hash, for: account.username)
    try ChangeLog(session).add(
      ChangeEntry(
        receipt: Receipt(number: try Numbering(session).take(), at: now), organization: nil,
        person: account.person, act: .passwordSet, detail: account.username))
  }
}

/// What was typed and what the store has to compare it with.
package struct LoginAttempt: Sendable {
  /// Normalized.
  package let username: String
  let password: String
  let newPassword: String?
  let account: AccountRow?
  let failures: Int
  let secondsLocked: Int?
  let now: Instant

  /// Blocks for about a tenth of a second per hash: never on an event loop.
  package func verify() -> LoginVerdict {
    if let secondsLocked { return .locked(seconds: secondsLocked) }
    let stored = account?.password ?? account?.code
    guard Passwords.matches(password, stored), let account else { return .wrong }
    if account.isLocked { return .lockedByAdministrator }
    if account.password == nil, account.codeExpires.map({ $0 <= now }) ?? false {
      return .codeExpired
    }
    guard let newPassword else {
      return account.password == nil ? .needsNewPassword : .verified(newHash: nil)
    }
    guard PasswordRule.allows(newPassword, insteadOf: password) else { return .weakPassword }
    guard let hash = try? Passwords.hash(newPassword) else { return .wrong }
    return .verified(newHash: hash)
  }
}

package enum LoginVerdict: Sendable {
  case verified(newHash: String?)
  case wrong
  case locked(seconds: Int)
  case lockedByAdministrator
  case codeExpired
  case needsNewPassword
  case weakPassword

  /// Whether `conclude` has something to write.
  package func writes(after attempt: LoginAttempt) -> Bool {
    switch self {
    case .wrong: true
    case .verified(let newHash): newHash != nil || attempt.failures > 0
    case .locked, .lockedByAdministrator, .codeExpired, .needsNewPassword, .weakPassword: false
    }
  }
}

package enum LoginResult: Sendable {
  case welcome(PersonID, username: String, newPassword: Bool)
  /// `answerDelay` in milliseconds of real time.
  case wrong(answerDelay: Int)
  case locked(seconds: Int)
  case lockedByAdministrator
  case codeExpired
  case needsNewPassword
  case weakPassword(minimum: Int)
}

package enum PasswordRule {
  /// In characters, as NIST SP 800-63B asks for.
  package static let minimumLength = 8

  package static func allows(_ password: String, insteadOf old: String) -> Bool {
    password.count >= minimumLength && password.utf8.count <= 512 && password != old
  }
}
