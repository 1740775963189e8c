import Testing

@testable import ChatClient

@Suite struct ScreenLineTests {
  static func show(_ keys: [Key], width: Int = 10, before: String = "") -> [String] {
    var line = ScreenLine(width: width, style: TerminalStyle(usesColor: true))
    var screen = TestScreen(width: width)
    screen.obey(Array(before.utf8))
    var editor = LineEditor()
    // Drawn after every key, as in life.
    for key in keys {
      _ = editor.pressed(key, history: History())
      var bytes: [UInt8] = []
      line.show(prompt: "> ", line: editor, to: &bytes)
      screen.obey(bytes)
    }
    return screen.picture
  }

  @Test(
    arguments: [
      ([.text("")], ["> ▮"]),
      ([.text("abc")], ["> abc▮"]),
      ([.text("abc"), .left], ["> ab▮c"]),
      ([.text("abc"), .home, .delete], ["> ▮bc"]),
      ([.text("abcdefg")], ["> abcdefg▮"]),
      ([.text("abcdefgh")], ["> abcdefgh", "▮"]),
      ([.text("abcdefgh"), .left], ["> abcdefg▮h", ""]),
      ([.text("abcdefghi")], ["> abcdefgh", "i▮"]),
      ([.text("abcdefghi"), .left], ["> abcdefgh", "▮i"]),
      ([.text("abcdefghi"), .backspace], ["> abcdefgh", "▮"]),
      ([.text("abcdefghi"), .backspace, .backspace], ["> abcdefg▮"]),
      ([.text("abcdefghi"), .home], ["> ▮abcdefgh", "i"]),
      ([.text("abcdefghijklmnopqrstuvwxyz")], ["> abcdefgh", "ijklmnopqr", "stuvwxyz▮"]),
      ([.text("abcdefghijklmnopqrstuvwxyz"), .home, .deleteToEnd], ["> ▮"]),
      ([.text("đăng ký"), .left], ["> đăng k▮ý"]),
      ([.text("e\u{323}\u{302}x"), .left], ["> ệ▮x"]),
      ([.text("abc🔔🔔")], ["> abc🔔🔔▮"]),
      ([.text("abc🔔🔔🔔")], ["> abc🔔🔔", "🔔▮"]),
      ([.text("abc🔔🔔🔔"), .left], ["> abc🔔🔔", "▮🔔"]),
      ([.text("abc🔔🔔🔔"), .left, .left], ["> abc🔔▮🔔", "🔔"]),
    ] as [([Key], [String])])
  func lineOnTheScreen(keys: [Key], picture: [String]) {
    #expect(Self.show(keys) == picture)
  }

  @Test func whatStandsAbove_staysThere() {
    #expect(
      Self.show([.text("abcdefghijk"), .home, .end], before: "trên\r\n")
        == ["trên", "> abcdefgh", "ijk▮"])
  }

  /// Whatever keys come, the screen shows exactly the line, and what was above.
  @Test(arguments: [2, 3, 7, 20])
  func anyKeys_showExactlyTheLine(width: Int) {
    let keys: [Key] = [
      .text("a"), .text("ệ🔔"), .text("đăng ký "), .left, .left, .home, .end, .backspace, .delete,
      .deleteWordBack, .wordLeft, .text("\u{301}"),
    ]
    var random = SeededGenerator(seed: UInt64(width))
    var line = ScreenLine(width: width, style: TerminalStyle(usesColor: false))
    var screen = TestScreen(width: width)
    var editor = LineEditor()
    screen.obey(Array("^\r\n".utf8))
    for _ in 0..<500 {
      _ = editor.pressed(keys.randomElement(using: &random) ?? .home, history: History())
      var bytes: [UInt8] = []
      line.show(prompt: ">", line: editor, to: &bytes)
      screen.obey(bytes)
      var fresh = TestScreen(width: width)
      fresh.obey(Array("^\r\n>\(editor.text)".utf8))
      let seen = screen.picture.joined().filter { $0 != "▮" && $0 != " " }
      #expect(seen == fresh.picture.joined().filter { $0 != "▮" && $0 != " " })
    }
  }

  @Test func secret_showsNothing() {
    var line = ScreenLine(width: 20, style: TerminalStyle(usesColor: false))
    var editor = LineEditor()
    editor.isSecret = true
    _ = editor.pressed(.text("bí mật"), history: History())
    var bytes: [UInt8] = []
    line.show(prompt: "Mật khẩu: ", line: editor, to: &bytes)
    line.leave(prompt: "Mật khẩu: ", line: editor, to: &bytes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("bí"))
    var screen = TestScreen(width: 20)
    screen.obey(bytes)
    #expect(screen.picture == ["Mật khẩu:", "▮"])
  }
}
