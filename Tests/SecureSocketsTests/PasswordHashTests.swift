import Testing

@testable import SecureSockets

@Suite struct PasswordHashTests {
  private static let cheap = PasswordHash.Parameters(logN: 4, r: 1, p: 1) ?? .standard

  /// RFC 7914, section 12.
  @Test(arguments: [
    (
      "", "", 4, 1, 1,
      "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
    ),
    (
      "password", "NaCl", 10, 8, 16,
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    ),
    (
      "pleaseletmein", "SodiumChloride", 14, 8, 1,
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    ),
  ])
  func knownVectors(
    password: String, salt: String, logN: Int, r: Int, p: Int, expected: String
  ) throws {
    let parameters = try #require(PasswordHash.Parameters(logN: logN, r: r, p: p))
    let key = try PasswordHash.scrypt(
      Array(password.utf8), Array(salt.utf8), parameters, count: 64)
    #expect(key == bytes(expected))
  }

  @Test func onlyThePasswordMatches() throws {
    let hash = try PasswordHash(of: Array("đúng mật khẩu".utf8))
    #expect(hash.parameters == .standard)
    #expect(try hash.matches(Array("đúng mật khẩu".utf8)))
    #expect(try !hash.matches(Array("sai mật khẩu".utf8)))
    #expect(try !hash.matches([]))
  }

  @Test func theTextCarriesEverything() throws {
    let hash = try PasswordHash(of: Array("x".utf8), parameters: PasswordHashTests.cheap)
    #expect(hash.encoded.hasPrefix("$scrypt$ln=4,r=1,p=1$"))
    #expect(hash.encoded.utf8.count == 87)
    let read = try PasswordHash(encoded: hash.encoded)
    #expect(read == hash)
    #expect(try read.matches(Array("x".utf8)))
  }

  @Test func theSamePasswordIsNeverHashedAlike() throws {
    let hashes = try (0..<2).map { _ in
      try PasswordHash(of: Array("x".utf8), parameters: PasswordHashTests.cheap)
    }
    #expect(hashes[0] != hashes[1])
  }

  @Test(arguments: [
    "", "x", "$scrypt$ln=4,r=1,p=1", "$scrypt$ln=4,r=1,p=1$AAAA$AAAA",
    "$bcrypt$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=40,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=4,r=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAA*A$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$",
  ])
  func aDamagedTextIsMalformed(text: String) {
    #expect(throws: PasswordHash.Failure.malformed) { try PasswordHash(encoded: text) }
  }

  @Test(arguments: [(0, 8, 1), (21, 8, 1), (15, 0, 1), (15, 33, 1), (15, 8, 0), (15, 8, 17)])
  func parametersAreBounded(logN: Int, r: Int, p: Int) {
    #expect(PasswordHash.Parameters(logN: logN, r: r, p: p) == nil)
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }
}
