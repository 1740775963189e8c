/// Writes JSON to the end of a buffer that is reused, always on one line and always UTF-8.
///
/// Besides what JSON demands, every character that a terminal or a reader of lines could take for
/// a command or a line break is escaped: DEL, U+0080 to U+009F, U+2028 and U+2029.
package enum JSONWriter {
  package static func append(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): append(value, to: &out)
    case .number(let value): append(value, to: &out)
    case .string(let value): append(value, to: &out)
    case .array(let elements): append(elements, to: &out)
    case .object(let object): append(object, to: &out)
    }
  }

  package static func append(_ object: JSONObject, to out: inout [UInt8]) {
    var separator = UInt8(ascii: "{")
    for member in object.members {
      out.append(separator)
      append(member.key, to: &out)
      out.append(UInt8(ascii: ":"))
      append(member.value, to: &out)
      separator = UInt8(ascii: ",")
    }
    if object.isEmpty { out.append(separator) }
    out.append(UInt8(ascii: "}"))
  }

  package static func append(_ elements: [JSONValue], to out: inout [UInt8]) {
    var separator = UInt8(ascii: "[")
    for element in elements {
      out.append(separator)
      append(element, to: &out)
      separator = UInt8(ascii: ",")
    }
    if elements.isEmpty { out.append(separator) }
    out.append(UInt8(ascii: "]"))
  }

  package static func append(_ value: Int64, to out: inout [UInt8]) {
    out.append(contentsOf: value.description.utf8)
  }

  /// The shortest digits that read back as the same number.
  package static func append(_ value: Double, to out: inout [UInt8]) {
    out.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
  }

  /// A string with its quotation marks.
  package static func append(_ string: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if string.utf8.contains(where: \.mayNeedEscape) {
      appendEscaped(string, to: &out)
    } else {
      out.append(contentsOf: string.utf8)
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ string: String, to out: inout [UInt8]) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out.append(contentsOf: #"\""#.utf8)
      case "\\": out.append(contentsOf: #"\\"#.utf8)
      case "\n": out.append(contentsOf: #"\n"#.utf8)
      case "\r": out.append(contentsOf: #"\r"#.utf8)
      case "\t": out.append(contentsOf: #"\t"#.utf8)
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
        appendHexEscape(scalar.value, to: &out)
      default: out.append(contentsOf: scalar.utf8)
      }
    }
  }

  private static func appendHexEscape(_ value: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: #"\u"#.utf8)
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

extension UInt8 {
  /// Every byte with which a character that `JSONWriter` escapes can begin.
  fileprivate var mayNeedEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") || self == 0x7F
      || self == 0xC2 || self == 0xE2
  }
}
