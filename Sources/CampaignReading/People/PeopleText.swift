import Foundation

extension String {
  /// Without spaces at the ends, single spaces inside, composed.
  func tidied() -> String {
    // Nearly every field of a file is tidy: one look at its bytes.
    (isTidy ? self : withSingleSpaces()).composed()
  }

  private var isTidy: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20 || isEmpty
  }

  private func withSingleSpaces() -> String {
    let words = utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// In lower case without tone marks, for the few words a file may use: "Họ và tên" is
  /// "ho va ten".
  func plain() -> String {
    let folded = tidied().folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return folded.replacing("đ", with: "d").replacing("Đ", with: "d")
  }

  /// At most 100 characters, some of them letters, none of them a control character.
  var isName: Bool {
    var characters = 0
    var hasLetter = false
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F { return false }
      // Bytes 80 to BF continue a character. Whatever is beyond ASCII passes for a letter.
      if byte & 0xC0 != 0x80 { characters += 1 }
      hasLetter = hasLetter || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }
    return hasLetter && characters <= 100
  }

  /// 2 to 32 of: ASCII letters in lower case, digits, dot, hyphen, underscore.
  var isUsername: Bool {
    (2...32).contains(utf8.count)
      && utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
