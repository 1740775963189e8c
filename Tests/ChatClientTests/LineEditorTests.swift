import Testing

@testable import ChatClient

extension LineEditor {
  /// The line with its cursor as `|`.
  var picture: String {
    String(characters[..<cursor]) + "|" + String(characters[cursor...])
  }
}

@Suite struct LineEditorTests {
  static func edit(_ keys: [Key], history: [String] = [], isSecret: Bool = false) -> (
    LineEditor, [LineEditor.Event]
  ) {
    var past = History()
    for line in history { past.add(line) }
    var editor = LineEditor()
    editor.isSecret = isSecret
    let events = keys.map { editor.pressed($0, history: past) }
    return (editor, events)
  }

  @Test(
    arguments: [
      ([.text("đăng"), .text(" ký")], "đăng ký|"),
      ([.text("ab"), .left, .text("x")], "ax|b"),
      ([.text("ab"), .left, .left, .left, .text("x")], "x|ab"),
      ([.text("ab"), .right, .text("x")], "abx|"),
      ([.text("ab"), .home, .text("x"), .end, .text("y")], "xaby|"),
      ([.text("ab"), .backspace], "a|"),
      ([.text("ab"), .home, .backspace], "|ab"),
      ([.text("ab"), .home, .delete], "|b"),
      ([.text("ab"), .delete], "ab|"),
      ([.text("ab"), .home, .endOfInput], "|b"),
      ([.text("một hai  ba"), .deleteWordBack], "một hai  |"),
      ([.text("một hai  "), .deleteWordBack], "một |"),
      ([.text("một hai"), .home, .deleteWordForward], "| hai"),
      ([.text("một hai"), .wordLeft, .wordLeft, .wordLeft], "|một hai"),
      ([.text("một hai"), .home, .wordRight], "một| hai"),
      ([.text("một hai"), .wordLeft, .deleteToStart], "|hai"),
      ([.text("một hai"), .wordLeft, .deleteToEnd], "một |"),
      ([.text("một hai"), .wordLeft, .deleteToEnd, .home, .putBack], "hai|một "),
      ([.text("e"), .text("\u{323}"), .text("\u{302}")], "ệ|"),
      ([.text("e"), .text("\u{323}"), .text("\u{302}"), .backspace], "|"),
      ([.text("ex"), .left, .text("\u{301}")], "é|x"),
      ([.text("👨‍👩‍👧x"), .left, .backspace], "|x"),
      ([.text("a"), .text("")], "a|"),
    ] as [([Key], String)])
  func keysMakeALine(keys: [Key], picture: String) {
    #expect(Self.edit(keys).0.picture == picture)
  }

  @Test(
    arguments: [
      (.left, .nothing), (.right, .nothing), (.backspace, .nothing), (.delete, .nothing),
      (.up, .nothing), (.down, .nothing), (.putBack, .nothing), (.deleteWordBack, .nothing),
      (.enter, .line("")), (.interrupt, .interrupted(hadText: false)), (.endOfInput, .ended),
      (.clearScreen, .clearScreen), (.suspend, .suspended), (.text("x"), .changed),
    ] as [(Key, LineEditor.Event)])
  func onAnEmptyLine(key: Key, event: LineEditor.Event) {
    #expect(Self.edit([key]).1 == [event])
  }

  @Test(
    arguments: [
      ([.up], "hai|"), ([.up, .up], "một|"), ([.up, .up, .up], "một|"),
      ([.up, .up, .down], "hai|"), ([.text("nháp"), .up, .down], "nháp|"),
      ([.text("nháp"), .up, .up, .down, .down, .down], "nháp|"),
      ([.up, .text("!"), .down, .up], "hai|"), ([.down], "|"),
      ([.up, .enter, .up], "hai|"),
    ] as [([Key], String)])
  func history(keys: [Key], picture: String) {
    #expect(Self.edit(keys, history: ["một", "hai"]).0.picture == picture)
  }

  @Test func enter_givesTheLineAndBeginsAnother() {
    let (editor, events) = Self.edit([.text("một"), .home, .enter])
    #expect(events.last == .line("một"))
    #expect(editor.picture == "|")
  }

  @Test func interrupt_throwsTheLineAway() {
    let (editor, events) = Self.edit([.text("một"), .interrupt])
    #expect(events.last == .interrupted(hadText: true))
    #expect(editor.picture == "|")
  }

  @Test func secret_knowsNoHistoryAndLeavesNothingBehind() {
    var (editor, _) = Self.edit(
      [.text("bí mật"), .up, .deleteToStart], history: ["một"], isSecret: true)
    #expect(editor.picture == "|")
    let event = editor.pressed(.putBack, history: History())
    #expect(event == .nothing)
    _ = editor.pressed(.text("bí mật"), history: History())
    editor.isSecret = false
    #expect(editor.picture == "|")
  }

  @Test func tooMuch_isNotTaken() {
    let long = String(repeating: "ệ", count: LineEditor.longest / 3)
    let (editor, events) = Self.edit([.text(long), .text("ệ"), .text("x")])
    #expect(events == [.changed, .nothing, .changed])
    #expect(editor.text.utf8.count == LineEditor.longest)
  }
}
