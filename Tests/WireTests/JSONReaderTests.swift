import Testing

@testable import Wire

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null),
      ("true", true),
      (" false ", false),
      ("0", 0),
      ("-1", -1),
      ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", 9_223_372_036_854_775_808.0),
      ("-0", .number(-0.0)),
      ("1.5", 1.5),
      ("1.0", .number(1)),
      ("1e2", .number(100)),
      ("1E+2", .number(100)),
      ("25e-1", 2.5),
      ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
      ("5e-324", .number(.leastNonzeroMagnitude)),
      (#""""#, ""),
      (#""Dương Hòa""#, "Dương Hòa"),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#""\u0111ường""#, "đường"),
      (#""\u00e1\u00E1""#, "áá"),
      (#""\ud83d\udd14!""#, "🔔!"),
      (#""\u0000""#, "\0"),
      ("[]", []),
      ("[ ]", []),
      ("[1,[2],\t\"3\" ]", [1, [2], "3"]),
      ("{}", [:]),
      (#"{ "a" : 1 , "b" : { "c" : [ ] } }"#, ["a": 1, "b": ["c": []]]),
      ("\r\n 1 \n", 1),
    ] as [(String, JSONValue)])
  func good(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(text) == value)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0),
      ("  ", .unexpectedEnd, 2),
      ("{", .unexpectedEnd, 1),
      ("{\"a\"", .unexpectedEnd, 4),
      ("{\"a\":", .unexpectedEnd, 5),
      ("{\"a\":1", .unexpectedEnd, 6),
      ("{\"a\":1,}", .unexpectedByte(0x7D), 7),
      ("{a:1}", .unexpectedByte(0x61), 1),
      ("{\"a\" 1}", .unexpectedByte(0x31), 5),
      ("{'a':1}", .unexpectedByte(0x27), 1),
      ("[1,]", .unexpectedByte(0x5D), 3),
      ("[1 2]", .unexpectedByte(0x32), 3),
      ("[", .unexpectedEnd, 1),
      ("nul", .unexpectedEnd, 3),
      ("nulL", .unexpectedByte(0x4C), 3),
      ("True", .unexpectedByte(0x54), 0),
      ("1 1", .trailingBytes, 2),
      ("{} x", .trailingBytes, 3),
      ("01", .trailingBytes, 1),
      ("+1", .unexpectedByte(0x2B), 0),
      ("-", .unexpectedEnd, 1),
      (".5", .unexpectedByte(0x2E), 0),
      ("1.", .unexpectedEnd, 2),
      ("1.e5", .unexpectedByte(0x65), 2),
      ("1e", .unexpectedEnd, 2),
      ("1e+", .unexpectedEnd, 3),
      ("NaN", .unexpectedByte(0x4E), 0),
      ("1e999", .numberOutOfRange, 0),
      ("\"", .unexpectedEnd, 1),
      ("\"a", .unexpectedEnd, 2),
      ("\"a\\", .unexpectedEnd, 3),
      ("\"\\u12", .unexpectedEnd, 5),
      ("\"\\u12g4\"", .unknownEscape, 5),
      ("\"\\x\"", .unknownEscape, 1),
      ("\"a\nb\"", .controlCharacter(10), 2),
      ("\"\\n\t\"", .controlCharacter(9), 3),
      ("\"\\ud83d\"", .loneSurrogate, 1),
      ("\"\\ud83dx\"", .loneSurrogate, 1),
      ("\"\\ud83d\\n\"", .loneSurrogate, 1),
      ("\"\\ud83d\\u0041\"", .loneSurrogate, 1),
      ("\"\\udd14\"", .loneSurrogate, 1),
      ("{\"a\":1,\"a\":2}", .repeatedKey("a"), 11),
      ("{\"a\":1,\"\\u0061\":2}", .repeatedKey("a"), 16),
      ("\u{FEFF}1", .unexpectedByte(0xEF), 0),
      ("/**/1", .unexpectedByte(0x2F), 0),
    ] as [(String, JSONError.Reason, Int)])
  func bad(text: String, reason: JSONError.Reason, offset: Int) {
    #expect(throws: JSONError(reason, at: offset)) { try JSONReader.read(text) }
  }

  @Test(arguments: BrokenUTF8.all, ["", "\\n"])
  func brokenUTF8InAString_isRefused(_ broken: BrokenUTF8, prefix: String) {
    let bytes = [UInt8]("\"\(prefix)a") + broken.bytes + [UInt8]("\"")
    #expect(throws: JSONError(.notUTF8, at: 2 + prefix.utf8.count)) {
      try JSONReader.read(bytes.span)
    }
  }

  @Test func depth32_isTheDeepest() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONReader.read(nested(32))
    #expect(throws: JSONError(.tooDeep, at: 32)) { try JSONReader.read(nested(33)) }
    let objects = String(repeating: #"{"a":"#, count: 4_000)
    #expect(throws: JSONError(.tooDeep, at: 160)) { try JSONReader.read(objects) }
  }

  @Test func depth_isNotCountedAcrossNeighbours() throws {
    let many = "[" + Array(repeating: "[[]]", count: 100).joined(separator: ",") + "]"
    #expect(try JSONReader.read(many).arrayValue?.count == 100)
  }

  @Test func repeatedKeys_areFoundAmongManyToo() throws {
    let keys = (0..<500).map { "\"k\($0)\":\($0)" }
    let good = try JSONReader.read("{\(keys.joined(separator: ","))}")
    #expect(good["k499"] == 499)
    let bad = "{\((keys + ["\"k0\":0"]).joined(separator: ","))}"
    #expect(throws: JSONError.self) { try JSONReader.read(bad) }
  }
}

/// Every way in which bytes are not UTF-8; each is wrong from its first byte on.
struct BrokenUTF8: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var testDescription: String { name }

  static let all: [BrokenUTF8] = [
    .init(name: "lone continuation", bytes: [0x80]),
    .init(name: "two of two bytes missing", bytes: [0xC3]),
    .init(name: "three of three missing", bytes: [0xE1, 0xBB]),
    .init(name: "four of four missing", bytes: [0xF0, 0x9F, 0x94]),
    .init(name: "overlong /", bytes: [0xC0, 0xAF]),
    .init(name: "overlong NUL", bytes: [0xC0, 0x80]),
    .init(name: "overlong in three", bytes: [0xE0, 0x80, 0xAF]),
    .init(name: "overlong in four", bytes: [0xF0, 0x80, 0x80, 0xAF]),
    .init(name: "surrogate", bytes: [0xED, 0xA0, 0x80]),
    .init(name: "surrogate pair (CESU-8)", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB4, 0x94]),
    .init(name: "beyond U+10FFFF", bytes: [0xF4, 0x90, 0x80, 0x80]),
    .init(name: "five bytes", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80]),
    .init(name: "FE", bytes: [0xFE]),
    .init(name: "FF", bytes: [0xFF]),
  ]
}
