/// What a person said before, oldest first, to be taken up again with the arrow keys.
///
/// Secrets never come in: the editor's secret lines are not handed here, and a line that speaks of
/// a password is left out as well, since people do type it into the line.
package struct History: Equatable, Sendable {
  package private(set) var entries: [String] = []
  package let limit: Int

  package init(limit: Int = 500) {
    self.limit = limit
  }

  /// From the text of a file, one entry per line.
  package init(file text: String, limit: Int = 500) {
    self.init(limit: limit)
    for line in text.split(separator: "\n") { add(String(line)) }
  }

  package var file: String {
    entries.map { $0 + "\n" }.joined()
  }

  /// Adds a line unless it is blank, the same as the last one, or may hold a secret; tells
  /// whether it did.
  @discardableResult
  package mutating func add(_ line: String) -> Bool {
    guard !line.allSatisfy(\.isWhitespace), line != entries.last, !line.contains("\n"),
      !ClientWords.speaksOfPassword(line)
    else { return false }
    entries.append(line)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
    return true
  }
}
