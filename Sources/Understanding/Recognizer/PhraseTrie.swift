import Vietnamese

/// Phrases by their folded words, with the marks kept for judging.
///
/// One walk from a place of a message meets every phrase that begins there; the cost is the length
/// of the longest one, however many phrases there are.
struct PhraseTrie: Sendable {
  struct Phrase: Sendable {
    let payload: Int32
    let count: Int32
    /// Counts only when typed with its very marks.
    fileprivate let isStrict: Bool
    fileprivate let marksStart: Int32
    fileprivate var next: Int32
  }

  /// A phrase found.
  struct Match {
    let payload: Int32
    let count: Int
    /// Words whose marks are missing though the message has marks.
    let missing: Int
    /// Words whose marks are others.
    let conflicting: Int
  }

  private var children = KeyTable(capacity: 1024)
  /// First phrase that ends at the node, -1 for none.
  private var firstPhrase: [Int32] = [-1]
  private var phrases: [Phrase] = []
  private var marks: [Marks] = []

  var isEmpty: Bool { phrases.isEmpty }

  /// Adds a phrase. The same phrase with the same payload is kept once.
  mutating func insert(_ items: [Item], payload: Int32) {
    guard !items.isEmpty else { return }
    var node = 0
    for item in items { node = childMade(of: node, by: item.key) }
    var known = firstPhrase[node]
    while known >= 0 {
      let phrase = phrases[Int(known)]
      if phrase.payload == payload, hasMarks(of: items, at: Int(phrase.marksStart)) { return }
      known = phrase.next
    }
    phrases.append(
      Phrase(
        payload: payload, count: Int32(items.count),
        isStrict: items.contains { $0.flags.contains(.strict) }, marksStart: Int32(marks.count),
        next: firstPhrase[node]))
    firstPhrase[node] = Int32(phrases.count - 1)
    marks.append(contentsOf: items.map(\.marks))
  }

  /// Calls `body` for every phrase that begins at `start` and whose marks do not speak against it:
  /// a single word must have its marks, of several at most one may have others.
  @inline(__always)
  func forEachMatch(in items: [Item], from start: Int, _ body: (Match) -> Void) {
    var node = 0
    var index = start
    while index < items.count {
      guard let child = children[combined(UInt64(node), items[index].key)] else { return }
      node = Int(child)
      index += 1
      var candidate = firstPhrase[node]
      while candidate >= 0 {
        let phrase = phrases[Int(candidate)]
        if let match = judged(phrase, items, from: start) { body(match) }
        candidate = phrase.next
      }
    }
  }

  private func judged(_ phrase: Phrase, _ items: [Item], from start: Int) -> Match? {
    var missing = 0
    var conflicting = 0
    for offset in 0..<Int(phrase.count) {
      let known = marks[Int(phrase.marksStart) + offset]
      if phrase.isStrict, items[start + offset].marks != known { return nil }
      switch items[start + offset].agreement(with: known) {
      case .exact: break
      case .missing: missing += 1
      case .conflicting: conflicting += 1
      }
    }
    if conflicting > (phrase.count >= 3 ? 1 : 0) { return nil }
    return Match(
      payload: phrase.payload, count: Int(phrase.count), missing: missing,
      conflicting: conflicting)
  }

  private mutating func childMade(of node: Int, by key: UInt64) -> Int {
    let edge = combined(UInt64(node), key)
    if let child = children[edge] { return Int(child) }
    firstPhrase.append(-1)
    children.set(Int32(firstPhrase.count - 1), for: edge)
    return firstPhrase.count - 1
  }

  private func hasMarks(of items: [Item], at start: Int) -> Bool {
    for (offset, item) in items.enumerated() where marks[start + offset] != item.marks {
      return false
    }
    return true
  }
}
