/// The lines of an iCalendar file, folded as RFC 5545 (3.1) wants them.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// The longest line in octets, its end not counted.
  private static let limit = 75

  /// A component with what `body` writes into it.
  mutating func component(_ name: String, _ body: (inout CalendarLines) -> Void) {
    add("BEGIN", name)
    body(&self)
    add("END", name)
  }

  /// A property whose value is free text.
  mutating func add(_ property: String, text: String) {
    add(property, text.calendarEscaped)
  }

  /// A property, `property` with its parameters; the value must be written as its type wants it.
  mutating func add(_ property: String, _ value: String) {
    var length = 0
    for scalar in "\(property):\(value)".unicodeScalars {
      let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      // Octets of one character stay together, so that the lines as such are UTF-8 too.
      if length + encoded.count > CalendarLines.limit {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}

extension String {
  /// As a TEXT value (RFC 5545, 3.3.11).
  fileprivate var calendarEscaped: String {
    var escaped = String.UnicodeScalarView()
    for scalar in withoutControls.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      case "\n": escaped += ["\\", "n"]
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
