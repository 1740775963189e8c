import Wire

/// RFC 2047: words beyond ASCII in a header, as `=?UTF-8?B?…?=`.
enum EncodedWords {
  private static let prefix = "=?UTF-8?B?"
  private static let suffix = "?="
  /// The longest encoded word; a line with one has at most one byte more.
  private static let wordLimit = 75

  /// The text as words that readers join without a space between them. No character is cut in two.
  ///
  /// - Parameter column: where the first word will stand, so that it still fits its line.
  static func words(_ text: String, column: Int) -> [String] {
    var words: [String] = []
    var piece: [UInt8] = []
    var room = bytes(in: min(wordLimit, HeaderField.lineLimit - column))
    for scalar in text.unicodeScalars {
      let encoded = Array(scalar.utf8)
      if piece.count + encoded.count > room, !piece.isEmpty {
        words.append(word(piece))
        piece = []
        room = bytes(in: wordLimit)
      }
      piece += encoded
    }
    if !piece.isEmpty { words.append(word(piece)) }
    return words
  }

  /// How many bytes a word of that length can carry; at least one character's.
  private static func bytes(in length: Int) -> Int {
    max(4, (length - prefix.utf8.count - suffix.utf8.count) / 4 * 3)
  }

  private static func word(_ bytes: [UInt8]) -> String {
    prefix + String(decoding: Base64.encode(bytes), as: UTF8.self) + suffix
  }
}
