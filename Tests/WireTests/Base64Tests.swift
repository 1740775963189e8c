import Testing
import Wire

@Suite struct Base64Tests {
  /// The table of RFC 4648, and bytes that are no text.
  @Test(
    arguments: [
      ([], ""), (Array("f".utf8), "Zg=="), (Array("fo".utf8), "Zm8="), (Array("foo".utf8), "Zm9v"),
      (Array("foob".utf8), "Zm9vYg=="), (Array("fooba".utf8), "Zm9vYmE="),
      (Array("foobar".utf8), "Zm9vYmFy"), ([0, 0], "AAA="), ([0xFF, 0xFE, 0xFD], "//79"),
    ] as [([UInt8], String)])
  func encodes(bytes: [UInt8], text: String) {
    #expect(String(decoding: Base64.encode(bytes), as: UTF8.self) == text)
  }
}
