/// Text that does nothing but be read.
///
/// Control characters (C0, DEL, C1), line and paragraph separators and the marks that turn the
/// direction of writing are taken out; a tab becomes a space. Text from a store or a network can
/// then be shown on a terminal without moving its cursor, changing its colours or hiding words.
package enum PlainText {
  package static func append(_ text: Substring, to out: inout [UInt8]) {
    if !text.utf8.contains(where: \.mayBeginControl) {
      out.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": out.append(UInt8(ascii: " "))
      case "\0"..<" ", "\u{7F}"..."\u{9F}": break
      case "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      default: out.append(contentsOf: scalar.utf8)
      }
    }
  }
}

extension UInt8 {
  fileprivate var mayBeginControl: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xE2
  }
}
