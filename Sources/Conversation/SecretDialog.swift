import Campaigns

/// Asks for what must not be shown: the password, and a new one twice where it is needed.
struct SecretDialog: Sendable {
  let user: String
  private var password: String?
  private var newPassword: String?
  private let asksForNew: Bool

  /// - Parameter changesPassword: a new one is wanted even though the old one still holds.
  init(user: String, changesPassword: Bool = false) {
    self.user = user
    asksForNew = changesPassword
  }

  /// The one-time code was right; it needs a password of one's own now.
  init(user: String, password: String) {
    self.user = user
    self.password = password
    asksForNew = true
  }

  var prompt: Prompt.Secret {
    if password == nil { return .password(user: user) }
    return newPassword == nil ? .newPassword : .newPasswordAgain
  }

  enum Progress {
    case ask(Prompt.Secret)
    case logIn(password: String, newPassword: String?)
    /// The two new ones are not the same.
    case differ
  }

  mutating func received(_ line: String) -> Progress {
    guard let password else {
      password = line
      return asksForNew ? .ask(prompt) : .logIn(password: line, newPassword: nil)
    }
    guard let newPassword else {
      newPassword = line
      return .ask(prompt)
    }
    return newPassword == line ? .logIn(password: password, newPassword: line) : .differ
  }
}
