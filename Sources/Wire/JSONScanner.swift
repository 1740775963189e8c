/// A position in JSON text and the steps forward from it: what the tree reader and the readers of
/// known objects, which build no trees, have in common.
///
/// A span cannot be stored in an ordinary value, so every step is handed the same bytes again.
struct JSONScanner {
  private(set) var position = 0
  private var depth = 0

  /// The byte at the position. Throws at the end.
  func peek(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    return bytes[position]
  }

  func unexpected(_ bytes: Span<UInt8>) -> JSONError {
    guard position < bytes.count else { return JSONError(.unexpectedEnd, at: position) }
    return JSONError(.unexpectedByte(bytes[position]), at: position)
  }

  /// Steps over `byte` if it stands at the position.
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
    guard take(byte, bytes) else { throw unexpected(bytes) }
  }

  mutating func expect(_ word: String, _ bytes: Span<UInt8>) throws(JSONError) {
    for byte in word.utf8 { try expect(byte, bytes) }
  }

  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position].isJSONSpace { position += 1 }
  }

  /// Throws unless only white space follows.
  mutating func finish(_ bytes: Span<UInt8>) throws(JSONError) {
    skipSpace(bytes)
    guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
  }

  /// Reads an object. `member` gets each key with the scanner at its value and must read past it.
  mutating func readObject(
    _ bytes: Span<UInt8>,
    member: (inout JSONScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try descend(UInt8(ascii: "{"), bytes)
    if !take(UInt8(ascii: "}"), bytes) {
      repeat {
        skipSpace(bytes)
        let key = try readString(bytes)
        skipSpace(bytes)
        try expect(UInt8(ascii: ":"), bytes)
        skipSpace(bytes)
        try member(&self, key)
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "}"), bytes)
    }
    depth -= 1
  }

  /// Reads an array. `element` gets the scanner at each element and must read past it.
  mutating func readArray(
    _ bytes: Span<UInt8>,
    element: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try descend(UInt8(ascii: "["), bytes)
    if !take(UInt8(ascii: "]"), bytes) {
      repeat {
        skipSpace(bytes)
        try element(&self)
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "]"), bytes)
    }
    depth -= 1
  }

  /// Steps over the value at the position; checks its grammar, but not for keys that come twice.
  mutating func skipValue(_ bytes: Span<UInt8>) throws(JSONError) {
    switch try peek(bytes) {
    case UInt8(ascii: "{"):
      try readObject(bytes) { scanner, _ throws(JSONError) in try scanner.skipValue(bytes) }
    case UInt8(ascii: "["):
      try readArray(bytes) { scanner throws(JSONError) in try scanner.skipValue(bytes) }
    case UInt8(ascii: "\""): _ = try readString(bytes)
    case UInt8(ascii: "t"): try expect("true", bytes)
    case UInt8(ascii: "f"): try expect("false", bytes)
    case UInt8(ascii: "n"): try expect("null", bytes)
    default: try skipNumber(bytes)
    }
  }

  /// Steps over a number and tells whether it is written without fraction and exponent.
  @discardableResult
  mutating func skipNumber(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    _ = take(UInt8(ascii: "-"), bytes)
    if !take(UInt8(ascii: "0"), bytes) { try skipDigits(bytes) }
    var isWhole = true
    if take(UInt8(ascii: "."), bytes) {
      isWhole = false
      try skipDigits(bytes)
    }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      isWhole = false
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      try skipDigits(bytes)
    }
    return isWhole
  }

  private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONError) {
    let start = position
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    guard position > start else { throw unexpected(bytes) }
  }

  private mutating func descend(_ opening: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
    guard depth < JSONReader.maximumDepth else { throw JSONError(.tooDeep, at: position) }
    try expect(opening, bytes)
    depth += 1
    skipSpace(bytes)
  }

  mutating func move(to position: Int) {
    self.position = position
  }
}

extension UInt8 {
  /// Space, tab, LF or CR.
  var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
