import Wire

/// The prompt and the line being typed as they stand on the screen, over as many rows as they
/// need, and the bytes that keep them there.
///
/// Invariants:
/// - while the line is shown, the cursor is `cursorRow` rows below the row of the prompt;
/// - everything else is written only while the line is not shown (`hide` first).
package struct ScreenLine: Sendable {
  /// Columns of the terminal.
  package var width: Int {
    didSet { width = max(width, 2) }
  }

  private let style: TerminalStyle
  private var isShown = false
  private var cursorRow = 0

  package init(width: Int, style: TerminalStyle) {
    self.width = max(width, 2)
    self.style = style
  }

  /// Draws prompt and line, over the former ones if they are shown.
  package mutating func show(
    prompt: String, line: LineEditor, to screen: inout [UInt8]
  ) {
    hide(to: &screen)
    draw(prompt, line, to: &screen)
    let typed = line.isSecret ? [] : line.characters
    let end = place(after: prompt, typed[...])
    let cursor = place(
      after: prompt, typed.prefix(line.cursor), next: typed.dropFirst(line.cursor).first)
    // A row filled to its last column leaves the terminal between two rows; this decides it.
    if end.column == 0, end.row > 0 { screen.append(contentsOf: "\r\n".utf8) }
    move(up: end.row - cursor.row, column: cursor.column, to: &screen)
    cursorRow = cursor.row
    isShown = true
  }

  /// Takes prompt and line off the screen; the cursor stands where the prompt began.
  package mutating func hide(to screen: inout [UInt8]) {
    guard isShown else { return }
    move(up: cursorRow, column: 0, to: &screen)
    screen.append(contentsOf: "\u{1B}[J".utf8)
    isShown = false
    cursorRow = 0
  }

  /// Leaves the line on the screen as something said, and goes to the row below it.
  package mutating func leave(
    prompt: String, line: LineEditor, to screen: inout [UInt8]
  ) {
    hide(to: &screen)
    draw(prompt, line, to: &screen)
    screen.append(contentsOf: "\r\n".utf8)
  }

  /// Empties the screen (Ctrl-L).
  package mutating func clear(to screen: inout [UInt8]) {
    screen.append(contentsOf: "\u{1B}[H\u{1B}[2J".utf8)
    isShown = false
    cursorRow = 0
  }

  private func draw(_ prompt: String, _ line: LineEditor, to screen: inout [UInt8]) {
    style.append(.prompt, to: &screen) { $0.append(contentsOf: prompt.utf8) }
    if !line.isSecret { PlainText.append(line.text.utf8.span, to: &screen) }
  }

  /// Where the cursor stands behind `prompt` and `characters`, counted from the prompt's row.
  /// `next` is the character that will stand there: a wide one may not fit into the row.
  private func place(
    after prompt: String, _ characters: ArraySlice<Character>, next: Character? = nil
  ) -> (row: Int, column: Int) {
    var row = 0
    var column = 0
    func makeRoom(_ columns: Int) {
      guard column + columns > width else { return }
      row += 1
      column = 0
    }
    for character in prompt {
      makeRoom(character.columns)
      column += character.columns
    }
    for character in characters {
      makeRoom(character.columns)
      column += character.columns
    }
    makeRoom(max(1, next?.columns ?? 1))
    return (row, column)
  }

  private func move(up rows: Int, column: Int, to screen: inout [UInt8]) {
    if rows > 0 { screen.append(contentsOf: "\u{1B}[\(rows)A".utf8) }
    screen.append(UInt8(ascii: "\r"))
    if column > 0 { screen.append(contentsOf: "\u{1B}[\(column)C".utf8) }
  }
}
