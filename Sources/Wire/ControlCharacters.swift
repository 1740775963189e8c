// Characters that a terminal or a reader of lines could take for a command or a line break.

extension UInt8 {
  /// Whether a control character, or a character like one, can begin with this byte of UTF-8.
  var mayBeginControl: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xE2
  }
}

extension Span<UInt8> {
  /// The control character that begins at `index` of this UTF-8 text: C0, DEL, C1 (U+0080 to
  /// U+009F), the line and paragraph separators U+2028 and U+2029, and the marks that turn the
  /// direction of writing (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), by which a name
  /// could hide what stands beside it. `length` is its size in bytes.
  func control(at index: Int) -> (scalar: UInt16, length: Int)? {
    let byte = self[index]
    guard byte.mayBeginControl else { return nil }
    if byte < 0x80 { return (UInt16(byte), 1) }
    guard index + 1 < count else { return nil }
    let second = self[index + 1]
    if byte == 0xC2 { return second < 0xA0 ? (UInt16(second), 2) : nil }
    guard index + 2 < count else { return nil }
    let third = self[index + 2]
    let scalar = 0x2000 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
    switch scalar {
    case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return (scalar, 3)
    default: return nil
    }
  }
}
