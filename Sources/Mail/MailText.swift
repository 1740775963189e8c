/// What bytes and characters may stand where in mail.
enum MailText {
  /// RFC 5322's atext: what a word holds without quotes.
  static func isAtomic(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  /// Space to tilde.
  static func isPrintableASCII(_ byte: UInt8) -> Bool { 0x20...0x7E ~= byte }

  /// Line ends of every alphabet, and what steers a terminal.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Letters, their marks, and digits beyond ASCII.
  static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  /// One line: a control character becomes a space.
  static func singleLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isControl(scalar) ? " " : scalar) }
    return String(line)
  }

  /// For a log: one line of at most 80 characters.
  static func quoted(_ text: String) -> String { "\"" + singleLine(String(text.prefix(80))) + "\"" }
}
