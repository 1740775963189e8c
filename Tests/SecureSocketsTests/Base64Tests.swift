import Testing

@testable import SecureSockets

@Suite struct Base64Tests {
  /// RFC 4648, section 10, without padding.
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("???", "Pz8/"),
  ])
  func thereAndBack(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg==", "Zm9v\n", " Zm9v", "Zm-v", "Zm9vY"])
  func whatIsNotInTheAlphabetIsRefused(text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
