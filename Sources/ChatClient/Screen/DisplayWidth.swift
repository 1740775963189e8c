extension Character {
  /// How many columns a terminal gives to the character: 0 for a mark without a letter, 2 for
  /// emoji and the wide scripts of East Asia, otherwise 1 (a letter with all its marks).
  var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    // An emoji selector or a pair of regional indicators widens what it follows.
    if unicodeScalars.dropFirst().contains(where: { $0 == "\u{FE0F}" || $0.isWide }) { return 2 }
    if first.isWide { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    // Everything below the Hangul letters is narrow: the common case, decided at once.
    guard value >= 0x1100 else { return false }
    if properties.isEmojiPresentation { return true }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF,
      0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
