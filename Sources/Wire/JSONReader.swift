/// Reads one JSON text (RFC 8259) strictly: no comments, no trailing commas, no other encoding
/// than UTF-8, and no key twice in an object, so that two readers can never understand the same
/// line differently.
package enum JSONReader {
  /// How deep arrays and objects may be nested. Reading recurses; this bounds the stack.
  package static let maximumDepth = 32

  /// The value that `bytes` spell, white space around it allowed.
  package static func read(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    var scanner = JSONScanner()
    scanner.skipSpace(bytes)
    let value = try scanner.readValue(bytes)
    try scanner.finish(bytes)
    return value
  }

  package static func read(_ text: String) throws(JSONError) -> JSONValue {
    var text = text
    text.makeContiguousUTF8()
    return try read(text.utf8.span)
  }
}

extension JSONScanner {
  /// Reads the value at the position into a tree.
  mutating func readValue(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    switch try peek(bytes) {
    case UInt8(ascii: "{"): return .object(try readTree(bytes))
    case UInt8(ascii: "["): return .array(try readElements(bytes))
    case UInt8(ascii: "\""): return .string(try readString(bytes))
    case UInt8(ascii: "t"):
      try expect("true", bytes)
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false", bytes)
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null", bytes)
      return .null
    default: return try readNumber(bytes)
    }
  }

  private mutating func readTree(_ bytes: Span<UInt8>) throws(JSONError) -> JSONObject {
    var members: [JSONObject.Member] = []
    var keys = KeyCheck()
    try readObject(bytes) { scanner, key throws(JSONError) in
      let offset = scanner.position
      members.append(.init(key, try scanner.readValue(bytes)))
      guard keys.insert(key, among: members) else {
        throw JSONError(.repeatedKey(key), at: offset)
      }
    }
    return JSONObject(distinct: members)
  }

  private mutating func readElements(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try readArray(bytes) { scanner throws(JSONError) in
      elements.append(try scanner.readValue(bytes))
    }
    return elements
  }

  private mutating func readNumber(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = position
    let isWhole = try skipNumber(bytes)
    let text = try string(of: start..<position, in: bytes)
    // "-0" is a zero with a sign, which only a floating-point number can keep.
    if isWhole, text != "-0", let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(.numberOutOfRange, at: start)
    }
    return .number(number)
  }
}

/// Finds a key that comes twice: by looking through a few members, by a set once they are many,
/// so that a hostile object does not cost the square of its size.
private struct KeyCheck {
  private var seen: Set<String> = []
  private static let few = 8

  /// `false` if `key`, the key of the last of `members`, was there before.
  mutating func insert(_ key: String, among members: [JSONObject.Member]) -> Bool {
    if members.count <= Self.few { return !members.dropLast().contains { $0.key == key } }
    if seen.isEmpty { seen = Set(members.dropLast().map(\.key)) }
    return seen.insert(key).inserted
  }
}
