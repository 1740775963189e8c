import SecureSockets

/// A hash that is as good as a real one to every reader, at a thousandth of the cost.
func quickHash(of password: String) throws -> String {
  struct NoSuchParameters: Error {}
  guard let parameters = PasswordHash.Parameters(logN: 4, r: 8, p: 1) else {
    throw NoSuchParameters()
  }
  return try PasswordHash(of: Array(password.utf8), parameters: parameters).encoded
}
