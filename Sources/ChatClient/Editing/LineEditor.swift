/// The line that is being typed: characters as people count them, and a cursor between them.
///
/// Pure: a key in, what came of it out. What the line looks like is `ScreenLine`'s business.
package struct LineEditor: Sendable {
  /// What came of a key.
  package enum Event: Equatable, Sendable {
    case nothing
    /// The line or the cursor is another one.
    case changed
    /// Enter: the line is finished, and a new empty one has begun.
    case line(String)
    /// Ctrl-C: the line is thrown away. `true` if there was something in it.
    case interrupted(hadText: Bool)
    /// Ctrl-D on an empty line.
    case ended
    case clearScreen
    case suspended
  }

  package private(set) var characters: [Character] = []
  /// Between 0 and `characters.count`: the character before which the next one is inserted.
  package private(set) var cursor = 0
  /// A secret is not shown and knows no history. Changing this throws away what is typed: it was
  /// meant for another question.
  package var isSecret = false {
    didSet { if isSecret != oldValue { clear() } }
  }

  private var deleted: [Character] = []
  /// How many lines back in the history the line comes from, and what was typed before.
  private var stepsBack = 0
  private var draft: [Character] = []

  /// The longest line in UTF-8 bytes; what is typed beyond is not taken.
  package static let longest = 4_000

  package init() {}

  package var text: String { String(characters) }

  package mutating func pressed(_ key: Key, history: History) -> Event {
    switch key {
    case .text(let text): return insert(text)
    case .enter: return .line(finish())
    case .interrupt: return .interrupted(hadText: !finish().isEmpty)
    case .endOfInput where characters.isEmpty: return .ended
    case .clearScreen: return .clearScreen
    case .suspend: return .suspended
    case .up: return recall(stepsBack + 1, history)
    case .down: return recall(stepsBack - 1, history)
    case .left: return move(to: cursor - 1)
    case .right: return move(to: cursor + 1)
    case .wordLeft: return move(to: wordStart)
    case .wordRight: return move(to: wordEnd)
    case .home: return move(to: 0)
    case .end: return move(to: characters.count)
    case .backspace: return delete(max(0, cursor - 1)..<cursor)
    case .delete, .endOfInput: return delete(cursor..<min(cursor + 1, characters.count))
    case .deleteWordBack: return delete(wordStart..<cursor, keeping: true)
    case .deleteWordForward: return delete(cursor..<wordEnd, keeping: true)
    case .deleteToStart: return delete(0..<cursor, keeping: true)
    case .deleteToEnd: return delete(cursor..<characters.count, keeping: true)
    case .putBack: return insert(String(deleted))
    }
  }

  /// Joins the text on both sides anew: a combining mark becomes part of the letter before it.
  private mutating func insert(_ text: String) -> Event {
    let left = String(characters[..<cursor]) + text
    let whole = left + String(characters[cursor...])
    guard !text.isEmpty, whole.utf8.count <= Self.longest else { return .nothing }
    characters = Array(whole)
    cursor = min(left.count, characters.count)
    return .changed
  }

  private mutating func move(to place: Int) -> Event {
    guard characters.indices.contains(place) || place == characters.count else { return .nothing }
    defer { cursor = place }
    return place == cursor ? .nothing : .changed
  }

  private mutating func delete(_ range: Range<Int>, keeping: Bool = false) -> Event {
    guard !range.isEmpty else { return .nothing }
    if keeping { deleted = isSecret ? [] : Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .changed
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
    return place
  }

  /// Where the word behind the cursor ends.
  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    while place < characters.count, !characters[place].isWhitespace { place += 1 }
    return place
  }

  private mutating func recall(_ steps: Int, _ history: History) -> Event {
    guard !isSecret, steps >= 0, steps <= history.entries.count else { return .nothing }
    if stepsBack == 0 { draft = characters }
    stepsBack = steps
    characters = steps == 0 ? draft : Array(history.entries[history.entries.count - steps])
    cursor = characters.count
    return .changed
  }

  private mutating func finish() -> String {
    defer { clear() }
    return text
  }

  private mutating func clear() {
    characters = []
    cursor = 0
    stepsBack = 0
    draft = []
    if isSecret { deleted = [] }
  }
}
