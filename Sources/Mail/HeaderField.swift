/// One header field: words with single spaces between them, folded before one that would not fit.
struct HeaderField {
  /// RFC 2047's bound for a line with an encoded word; two less than RFC 5322 recommends.
  static let lineLimit = 76
  /// A longer word of plain text is encoded, so that it can be folded.
  private static let wordLimit = 60

  private(set) var bytes: [UInt8]
  private var column: Int

  init(_ name: String) {
    bytes = Array(name.utf8) + [UInt8(ascii: ":")]
    column = bytes.count
  }

  /// A word that must not be cut, of printable ASCII or, in an address, UTF-8.
  mutating func append(_ word: some StringProtocol) {
    if column + 1 + word.utf8.count > HeaderField.lineLimit, column > 1 {
      bytes += [0x0D, 0x0A]
      column = 0
    }
    bytes.append(UInt8(ascii: " "))
    bytes += word.utf8
    column += 1 + word.utf8.count
  }

  /// A value that has been checked to be printable ASCII.
  mutating func append(value: String) {
    for word in value.split(separator: " ", omittingEmptySubsequences: false) { append(word) }
  }

  /// What people read: as it is if it is plain, otherwise encoded.
  mutating func append(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    if HeaderField.isPlain(text), words.allSatisfy(HeaderField.isPlainWord) {
      for word in words { append(word) }
    } else {
      for word in EncodedWords.words(text, column: column + 1) { append(word) }
    }
  }

  /// `"Sở Nội vụ" <nhac@so.example>`.
  mutating func append(_ address: MailAddress) {
    if let name = address.name {
      let quoted = HeaderField.quoted(name)
      if HeaderField.isPlain(name), quoted.utf8.count <= HeaderField.wordLimit {
        append(quoted)
      } else {
        for word in EncodedWords.words(name, column: column + 1) { append(word) }
      }
    }
    append("<\(address)>")
  }

  /// With its line end.
  var line: [UInt8] { bytes + [0x0D, 0x0A] }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { out += "\\" }
      out.unicodeScalars.append(character)
    }
    return out + "\""
  }

  /// Whether readers take it for what it is: ASCII in which no encoded word could be seen.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy(MailText.isPrintableASCII)
      && !text.utf8.indices.contains { text.utf8[$0...].starts(with: "=?".utf8) }
  }

  /// Folding keeps single spaces only, and needs words that fit.
  private static func isPlainWord(_ word: Substring) -> Bool {
    (1...wordLimit).contains(word.utf8.count)
  }
}
