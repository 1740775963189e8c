import COpenSSL

/// A password as it may be stored: hashed by scrypt, which costs an attacker memory as well as
/// time, under a salt of its own.
///
///     $scrypt$ln=15,r=8,p=1$W1A0…$9mXo…
///
/// The text carries its parameters, so that they can be raised for new passwords while old ones
/// are still understood. Making and checking block for about 100 ms and take 32 MB each: never on
/// an event loop.
package struct PasswordHash: Hashable, Sendable {
  /// RFC 7914. Memory is 128 · 2^logN · r bytes.
  package struct Parameters: Hashable, Sendable {
    package let logN: Int
    package let r: Int
    package let p: Int

    /// `nil` beyond what this server is willing to spend on one check: logN 1 to 20, r 1 to 32,
    /// p 1 to 16. A damaged row must not eat the machine.
    package init?(logN: Int, r: Int, p: Int) {
      guard (1...20).contains(logN), (1...32).contains(r), (1...16).contains(p) else { return nil }
      self.init(checkedLogN: logN, r: r, p: p)
    }

    private init(checkedLogN logN: Int, r: Int, p: Int) {
      self.logN = logN
      self.r = r
      self.p = p
    }

    /// 32 MB and about 100 ms of CPU.
    package static let standard = Parameters(checkedLogN: 15, r: 8, p: 1)
  }

  package enum Failure: Error, Hashable, Sendable {
    /// The text is not what `encoded` writes.
    case malformed
    /// OpenSSL could not, for want of memory or randomness.
    case refused(OpenSSLWords)
  }

  private static let saltCount = 16
  private static let keyCount = 32

  package let parameters: Parameters
  private let salt: [UInt8]
  private let key: [UInt8]

  /// Hashes a new password, in UTF-8, under a random salt.
  package init(
    of password: [UInt8], parameters: Parameters = .standard
  ) throws(Failure) {
    do throws(OpenSSLWords) {
      salt = try SecureRandom.bytes(PasswordHash.saltCount)
      key = try PasswordHash.scrypt(password, salt, parameters, count: PasswordHash.keyCount)
    } catch {
      throw .refused(error)
    }
    self.parameters = parameters
  }

  /// Reads what `encoded` wrote.
  package init(encoded text: String) throws(Failure) {
    let fields = text.split(separator: "$", omittingEmptySubsequences: false)
    guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt",
      let parameters = Parameters(encoded: fields[2]),
      let salt = Base64.decode(fields[3]), salt.count == PasswordHash.saltCount,
      let key = Base64.decode(fields[4]), key.count == PasswordHash.keyCount
    else { throw .malformed }
    self.parameters = parameters
    self.salt = salt
    self.key = key
  }

  /// One line of ASCII, about 90 characters.
  package var encoded: String {
    "$scrypt$\(parameters.encoded)$\(Base64.encode(salt))$\(Base64.encode(key))"
  }

  /// Whether this is the password. The comparison takes as long for a wrong one.
  package func matches(_ password: [UInt8]) throws(Failure) -> Bool {
    do throws(OpenSSLWords) {
      let other = try PasswordHash.scrypt(password, salt, parameters, count: key.count)
      return CRYPTO_memcmp(key, other, key.count) == 0
    } catch {
      throw .refused(error)
    }
  }

  /// scrypt itself, RFC 7914.
  static func scrypt(
    _ password: [UInt8], _ salt: [UInt8], _ parameters: Parameters, count: Int
  ) throws(OpenSSLWords) -> [UInt8] {
    ERR_clear_error()
    let cost = UInt64(1) << UInt64(parameters.logN)
    let (r, p) = (UInt64(parameters.r), UInt64(parameters.p))
    // OpenSSL refuses above 32 MB unless told; what it needs is V, B and two blocks more.
    let memory = 128 * r * (cost + p + 2) + 1024
    var key = [UInt8](repeating: 0, count: count)
    let result = password.withUnsafeBytes { password in
      EVP_PBE_scrypt(
        password.baseAddress, password.count, salt, salt.count, cost, r, p, memory, &key, count)
    }
    guard result == 1 else { throw .drained() }
    return key
  }
}

extension PasswordHash.Parameters {
  fileprivate var encoded: String { "ln=\(logN),r=\(r),p=\(p)" }

  fileprivate init?(encoded text: some StringProtocol) {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    let names = ["ln=", "r=", "p="]
    guard fields.count == names.count else { return nil }
    var values: [Int] = []
    for (field, name) in zip(fields, names) {
      guard field.hasPrefix(name), let value = Int(field.dropFirst(name.count)) else { return nil }
      values.append(value)
    }
    self.init(logN: values[0], r: values[1], p: values[2])
  }
}
