/// Writes JSON to the end of a buffer that is reused, always on one line and always UTF-8.
///
/// Besides what JSON demands, every character that a terminal or a reader of lines could take for
/// a command or a line break is escaped (`ControlCharacters.swift` lists them).
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
    if string.utf8.span.needsCare {
      appendEscaped(string.utf8.span, to: &out)
    } else {
      out.append(contentsOf: string.utf8)
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ text: Span<UInt8>, to out: inout [UInt8]) {
    // No byte becomes more than the six of `\u001b`.
    out.append(addingCapacity: 6 * text.count) { out in
      var index = 0
      while index < text.count {
        let byte = text[index]
        let control = text.control(at: index)
        if let control {
          append(control.scalar, to: &out)
        } else {
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            out.append(UInt8(ascii: "\\"))
          }
          out.append(byte)
        }
        index += control?.length ?? 1
      }
    }
  }

  private static func append(_ control: UInt16, to out: inout OutputSpan<UInt8>) {
    out.append(UInt8(ascii: "\\"))
    switch control {
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x0A: out.append(UInt8(ascii: "n"))
    case 0x0D: out.append(UInt8(ascii: "r"))
    default:
      out.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(control >> shift & 0xF)
        out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether something may have to be escaped. Every byte of every reply passes here.
  fileprivate var needsCare: Bool {
    for index in indices {
      let byte = self[index]
      if byte.mayBeginControl || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return true
      }
    }
    return false
  }
}
