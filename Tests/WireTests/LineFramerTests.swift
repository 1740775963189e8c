import Testing

@testable import Wire

@Suite struct LineFramerTests {
  static let limit = 16

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var stream: [UInt8]
    var lines: [Handed]
    var testDescription: String { name }

    init(_ name: String, _ stream: String, _ lines: Handed...) {
      (self.name, self.stream, self.lines) = (name, [UInt8](stream), lines)
    }

    init(_ name: String, _ stream: [UInt8], _ lines: Handed...) {
      (self.name, self.stream, self.lines) = (name, stream, lines)
    }
  }

  static let x16 = String(repeating: "x", count: 16)
  static let cases = [
    Case("nothing", ""),
    Case("one line", "xin chào\n", Handed("xin chào")),
    Case("CRLF", "a\r\nb\r\n", Handed("a"), Handed("b")),
    Case("mixed ends", "a\nb\r\nc\n", Handed("a"), Handed("b"), Handed("c")),
    Case("empty lines", "\n\r\na\n", Handed(""), Handed(""), Handed("a")),
    Case("cut short", "a\nb", Handed("a")),
    Case("CR alone ends nothing", "a\rb\n", Handed("a\rb")),
    Case("two CR: one belongs to the line", "a\r\r\n", Handed("a\r")),
    Case("at the limit", "\(x16)\n", Handed(x16)),
    Case("at the limit, CRLF", "\(x16)\r\n", Handed(x16)),
    Case("one byte too long", "\(x16)y\nz\n", Handed(x16, .tooLong(limit: 16)), Handed("z")),
    Case(
      "one byte too long, CRLF", "\(x16)y\r\nz\n", Handed(x16, .tooLong(limit: 16)), Handed("z")),
    Case("a CR behind the limit", "\(x16)\ry\nz\n", Handed(x16, .tooLong(limit: 16)), Handed("z")),
    Case("two CR behind the limit", "\(x16)\r\r\n", Handed(x16, .tooLong(limit: 16))),
    Case("far too long", "\(x16)\(x16)\(x16)\nz\n", Handed(x16, .tooLong(limit: 16)), Handed("z")),
    Case("too long and never ended", "\(x16)\(x16)", Handed(x16, .tooLong(limit: 16))),
    Case("NUL", "a\0b\nc\n", Handed("a\0b", .nulByte), Handed("c")),
    Case("NUL wins over broken UTF-8", [0xFF, 0, 10], Handed([0xFF, 0], .nulByte)),
    Case(
      "broken UTF-8", [0x61, 0xFF, 10, 0x62, 10], Handed([0x61, 0xFF], .notUTF8(offset: 1)),
      Handed("b")),
  ]

  @Test(arguments: cases)
  func linesOfAStream(_ example: Case) {
    var framer = LineFramer(limit: Self.limit)
    #expect(framer.lines(feeding: example.stream) == example.lines)
  }

  @Test(arguments: cases, [1, 2, 3, 5])
  func piecesChangeNothing(_ example: Case, size: Int) {
    var framer = LineFramer(limit: Self.limit)
    #expect(framer.lines(feeding: example.stream, inPiecesOf: size) == example.lines)
  }

  @Test func tooLong_isReportedBeforeTheLineEnds() {
    var framer = LineFramer(limit: 4)
    #expect(framer.lines(feeding: [UInt8]("abcde")) == [Handed("abcd", .tooLong(limit: 4))])
    #expect(framer.isInsideLine)
    #expect(framer.lines(feeding: [UInt8]("fghij")) == [])
    #expect(framer.lines(feeding: [UInt8]("\nk\n")) == [Handed("k")])
    #expect(!framer.isInsideLine)
  }

  @Test func characterSplitBetweenReads_isWhole() {
    var framer = LineFramer()
    let bytes = [UInt8]("ộ\n")
    #expect(framer.lines(feeding: bytes, inPiecesOf: 1) == [Handed("ộ")])
  }

  @Test func chatLimit_isExactly4096Bytes() {
    var framer = LineFramer()
    let line = [UInt8](repeating: 0x61, count: 4_096)
    #expect(framer.lines(feeding: line + [10]) == [Handed(line)])
    #expect(framer.lines(feeding: line + [13, 10]) == [Handed(line)])
    #expect(framer.lines(feeding: line + [0x61, 10]) == [Handed(line, .tooLong(limit: 4_096))])
  }

  /// Random streams, cut at random places, give what the whole stream gives.
  @Test(arguments: 0..<40)
  func randomStreams_areCutTheSameWay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0, 10, 10, 13, 0x20, 0x61, 0x7B, 0x80, 0xC3, 0xA0, 0xE1, 0xBB, 0xF0, 0xFF,
    ]
    let stream = (0..<3_000).map { _ in
      Bool.random(using: &random) ? 0x61 : alphabet.randomElement(using: &random) ?? 0
    }
    var whole = LineFramer(limit: Self.limit)
    let expected = whole.lines(feeding: stream)
    var pieces = LineFramer(limit: Self.limit)
    var lines: [Handed] = []
    var start = 0
    while start < stream.count {
      let end = min(stream.count, start + Int.random(in: 1...40, using: &random))
      lines += pieces.lines(feeding: Array(stream[start..<end]))
      start = end
    }
    #expect(lines == expected)
    let ended = stream.count { $0 == 10 }
    #expect(lines.count == ended || lines.count == ended + 1)
  }
}
