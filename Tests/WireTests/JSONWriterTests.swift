import Testing

@testable import Wire

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (.null, "null"),
      (true, "true"),
      (.integer(.min), "-9223372036854775808"),
      (1.0, "1.0"),
      (1e300, "1e+300"),
      (.number(.infinity), "null"),
      (.number(.nan), "null"),
      ("Lao động", #""Lao động""#),
      ("a\"b\\c/", #""a\"b\\c/""#),
      ("\n\r\t\0\u{1B}\u{7F}", #""\n\r\t\u0000\u001b\u007f""#),
      ("\r\n", #""\r\n""#),
      ("\u{85}\u{9B}\u{2028}\u{2029}", #""\u0085\u009b\u2028\u2029""#),
      ("©“ệ”\n🔔", #""©“ệ”\n🔔""#),
      ([], "[]"),
      ([1, [], "x"], #"[1,[],"x"]"#),
      ([:], "{}"),
      (["b": 1, "a": ["c": .null]], #"{"b":1,"a":{"c":null}}"#),
      (["\"": 1], #"{"\"":1}"#),
    ] as [(JSONValue, String)])
  func written(value: JSONValue, line: String) {
    #expect(value.description == line)
  }

  @Test func appending_keepsWhatIsThere() {
    var out = [UInt8]("x")
    JSONWriter.append("y", to: &out)
    #expect(out.text == #"x"y""#)
  }

  /// Whatever can be said can be read back, and stands on one line.
  @Test(arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = JSONValue.random(using: &random, depth: 4)
    let line = value.description
    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(try JSONReader.read(line) == value)
  }
}

extension JSONValue {
  static func random(using random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0.1)
    case 4, 5: return .string(.random(using: &random))
    case 6:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          .random(using: &random, depth: depth - 1)
        })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            (.random(using: &random), .random(using: &random, depth: depth - 1))
          }))
    }
  }
}

extension String {
  fileprivate static func random(using random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let highest: UInt32 = [0x7F, 0xFF, 0x2100, 0x10FFFF].randomElement(using: &random) ?? 0
      let value = UInt32.random(in: 0...highest, using: &random)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "ệ")
    }
    return text
  }
}
