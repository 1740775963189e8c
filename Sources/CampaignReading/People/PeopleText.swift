import Foundation

extension String {
  /// Without spaces at the ends, single spaces inside, composed.
  func tidied() -> String {
    var out: [UInt8] = []
    var spaces = false
    for byte in utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        spaces = !out.isEmpty
      } else {
        if spaces { out.append(0x20) }
        spaces = false
        out.append(byte)
      }
    }
    let isTidy = out.count == utf8.count
    return (isTidy ? self : String(decoding: out, as: UTF8.self)).composed()
  }

  /// In lower case without tone marks, for the few words a file may use: "Họ và tên" is
  /// "ho va ten".
  func plain() -> String {
    let folded = tidied().folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return folded.replacing("đ", with: "d").replacing("Đ", with: "d")
  }

  /// At most 100 characters, some of them letters, none of them invisible.
  var isName: Bool {
    guard utf8.count <= 400, count <= 100 else { return false }
    var hasLetter = false
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return false }
      hasLetter = hasLetter || scalar.properties.isAlphabetic
    }
    return hasLetter
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
