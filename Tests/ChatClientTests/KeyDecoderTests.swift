import Testing

@testable import ChatClient

@Suite struct KeyDecoderTests {
  static let cases: [(String, [Key])] = [
    ("a", [.text("a")]),
    ("đăng ký", [.text("đăng ký")]),
    ("e\u{323}\u{302}", [.text("e\u{323}\u{302}")]),
    ("🔔", [.text("🔔")]),
    ("ab\r", [.text("ab"), .enter]),
    ("a\nb", [.text("a"), .enter, .text("b")]),
    (
      "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", [.home, .left, .interrupt, .endOfInput, .end, .right]
    ),
    (
      "\u{8}\u{7F}\u{B}\u{C}\u{E}\u{10}",
      [.backspace, .backspace, .deleteToEnd, .clearScreen, .down, .up]
    ),
    ("\u{15}\u{17}\u{19}\u{1A}", [.deleteToStart, .deleteWordBack, .putBack, .suspend]),
    ("\t\u{0}\u{1C}", []),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}OH\u{1B}OF", [.up, .down, .right, .left, .home, .end]),
    (
      "\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      [.home, .end, .home, .end, .home, .end]
    ),
    (
      "\u{1B}[1;5C\u{1B}[1;3D\u{1B}[3~\u{1B}[3;5~",
      [.wordRight, .wordLeft, .delete, .deleteWordForward]
    ),
    (
      "\u{1B}b\u{1B}f\u{1B}d\u{1B}\u{7F}",
      [.wordLeft, .wordRight, .deleteWordForward, .deleteWordBack]
    ),
    ("\u{1B}x", [.text("x")]),
    ("\u{1B}\u{1B}[A", [.up]),
    ("\u{1B}\r", [.enter]),
    ("x\u{1B}[15~y\u{1B}[1;2Pz", [.text("x"), .text("y"), .text("z")]),
    ("\u{1B}[[Ax", [.up, .text("x")]),
    ("\u{1B}[<0;10;20Mx", [.text("x")]),
    ("\u{1B}[\(String(repeating: "1;", count: 50))Cx", [.wordRight, .text("x")]),
    ("\u{1B}[200~một\nhai\tba\u{3}\u{1B}[A\u{1B}[201~\r", [.text("một hai ba"), .enter]),
    ("\u{1B}[200~a\u{1B}bc\u{1B}[201~\u{1B}[A", [.text("abc"), .up]),
    ("a\u{9B}\u{202E}b", [.text("ab")]),
  ]

  @Test(arguments: cases)
  func keys(bytes: String, keys: [Key]) {
    var decoder = KeyDecoder()
    let decoded = decoder.keys(in: Array(bytes.utf8))
    #expect(joined(decoded) == joined(keys))
  }

  @Test(arguments: cases)
  func oneByteAtATime(bytes: String, keys: [Key]) {
    var decoder = KeyDecoder()
    let decoded = bytes.utf8.flatMap { decoder.keys(in: [$0]) }
    #expect(joined(decoded) == joined(keys))
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x94],
      [0xF8, 0x88, 0x80, 0x80],
      [0xFF, 0xFE], [0xE1, 0xBB],
    ] as [[UInt8]])
  func brokenUTF8_isDropped(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    let keys = decoder.keys(in: [0x61] + bytes + [0x62, 0xC4, 0x91])
    #expect(joined(keys) == [.text("abđ")])
  }

  @Test func randomBytes_neverCrash() {
    var random = SeededGenerator(seed: 1)
    var decoder = KeyDecoder()
    for _ in 0..<2_000 {
      let bytes = (0..<20).map { _ in
        Bool.random(using: &random)
          ? [0x1B, 0x5B, 0x7E, 0x32].randomElement(using: &random) ?? 0
          : UInt8.random(in: 0...255, using: &random)
      }
      for case .text(let text) in decoder.keys(in: bytes) {
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }

  /// How text is cut into keys does not matter, only its order.
  private func joined(_ keys: [Key]) -> [Key] {
    keys.reduce(into: []) { joined, key in
      if case .text(let text) = key, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(key)
      }
    }
  }
}
