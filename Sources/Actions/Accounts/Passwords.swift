import SecureSockets

/// Passwords and one-time codes as the store keeps them. Each call takes about a tenth of a second.
enum Passwords {
  static func hash(_ password: String) throws -> String {
    try PasswordHash(of: Array(password.utf8)).encoded
  }

  /// False also where nothing is stored, after the same work: the time must not tell.
  static func matches(_ password: String, _ stored: String?) -> Bool {
    guard let stored, let hash = try? PasswordHash(encoded: stored) else {
      _ = try? decoy?.matches(Array(password.utf8))
      return false
    }
    return (try? hash.matches(Array(password.utf8))) ?? false
  }

  /// Of random bytes that nobody knows.
  private static let decoy = try? PasswordHash(of: SecureRandom.bytes(32))
}
