// Strings of JSON: the text between two quotation marks, and its escapes.

extension JSONScanner {
  /// Reads the string at the position.
  mutating func readString(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""), bytes)
    let start = position
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        move(to: end + 1)
        return try string(of: start..<end, in: bytes)
      case UInt8(ascii: "\\"):
        return try readEscapedString(from: start, bytes)
      case 0..<0x20:
        throw JSONError(.controlCharacter(bytes[end]), at: end)
      default:
        end += 1
      }
    }
    throw JSONError(.unexpectedEnd, at: end)
  }

  /// The bytes of `range` as a string, if they are UTF-8.
  func string(of range: Range<Int>, in bytes: Span<UInt8>) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw JSONError(.notUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  /// The slow way: copies piece by piece, each escape replaced by what it stands for.
  private mutating func readEscapedString(
    from start: Int, _ bytes: Span<UInt8>
  ) throws(JSONError) -> String {
    var text = ""
    var pieceStart = start
    move(to: start)
    while true {
      let byte = try peek(bytes)
      if byte < 0x20 { throw JSONError(.controlCharacter(byte), at: position) }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        move(to: position + 1)
        continue
      }
      text += try string(of: pieceStart..<position, in: bytes)
      move(to: position + 1)
      if byte == UInt8(ascii: "\"") { return text }
      text.unicodeScalars.append(try readEscape(bytes))
      pieceStart = position
    }
  }

  /// Reads what follows a backslash.
  private mutating func readEscape(_ bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
    let byte = try peek(bytes)
    let offset = position - 1
    move(to: position + 1)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readScalar(escapedAt: offset, bytes)
    default: throw JSONError(.unknownEscape, at: offset)
    }
  }

  /// Reads the four digits after `\u`, and the second escape if they are the first half of a pair.
  private mutating func readScalar(
    escapedAt offset: Int, _ bytes: Span<UInt8>
  ) throws(JSONError) -> Unicode.Scalar {
    let unit = try readHexUnit(bytes)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit),
      take(UInt8(ascii: "\\"), bytes), take(UInt8(ascii: "u"), bytes)
    else { throw JSONError(.loneSurrogate, at: offset) }
    let second = try readHexUnit(bytes)
    guard UTF16.isTrailSurrogate(second) else { throw JSONError(.loneSurrogate, at: offset) }
    let pair = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    guard let scalar = Unicode.Scalar(pair) else { throw JSONError(.loneSurrogate, at: offset) }
    return scalar
  }

  private mutating func readHexUnit(_ bytes: Span<UInt8>) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let byte = try peek(bytes)
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError(.unknownEscape, at: position)
      }
      unit = unit << 4 | UInt16(digit)
      move(to: position + 1)
    }
    return unit
  }
}
