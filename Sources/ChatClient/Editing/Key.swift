/// What a person did at the keyboard.
package enum Key: Equatable, Sendable {
  /// Typed or pasted characters, none of them a control character.
  case text(String)
  case enter
  case left, right, wordLeft, wordRight, home, end
  /// One line back or forward in what was said before.
  case up, down
  case backspace, delete, deleteWordBack, deleteWordForward
  case deleteToStart, deleteToEnd
  /// Puts back what was deleted last by word or to an end of the line.
  case putBack
  /// Ctrl-C
  case interrupt
  /// Ctrl-D: the end on an empty line, otherwise `delete`.
  case endOfInput
  /// Ctrl-L
  case clearScreen
  /// Ctrl-Z
  case suspend
}
