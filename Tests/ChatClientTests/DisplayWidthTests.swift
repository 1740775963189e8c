import Testing

@testable import ChatClient

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("đ", 1), ("ệ", 1), ("e\u{323}\u{302}", 1), ("\u{301}", 0), ("\u{200B}", 0),
      ("“", 1), ("–", 1), ("中", 2), ("한", 2), ("ｗ", 2), ("🔔", 2), ("✔\u{FE0F}", 2), ("🇻🇳", 2),
      ("👨‍👩‍👧", 2), ("✔", 1),
    ] as [(Character, Int)])
  func columns(character: Character, columns: Int) {
    #expect(character.columns == columns)
  }
}
