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

  private struct Node: Sendable {
    /// First phrase that ends here, -1 for none.
    var phrase: Int32 = -1
    /// The children, for walks with a slip.
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    /// The word that leads here.
    var key: UInt64 = 0
  }

  private var children = KeyTable(capacity: 1024)
  private var nodes = [Node()]
  private var phrases: [Phrase] = []
  private var marks: [Marks] = []

  /// Adds a phrase. The same phrase with the same payload is kept once.
  mutating func insert(_ items: [Item], payload: Int32) {
    guard !items.isEmpty else { return }
    var node = 0
    for item in items { node = childMade(of: node, by: item.key) }
    var known = nodes[node].phrase
    while known >= 0 {
      let phrase = phrases[Int(known)]
      if phrase.payload == payload, hasMarks(of: items, at: Int(phrase.marksStart)) { return }
      known = phrase.next
    }
    phrases.append(
      Phrase(
        payload: payload, count: Int32(items.count),
        isStrict: items.contains { $0.flags.contains(.strict) }, marksStart: Int32(marks.count),
        next: nodes[node].phrase))
    nodes[node].phrase = Int32(phrases.count - 1)
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
      offer(node, items, from: start, slip: -1, body)
    }
  }

  /// Calls `body` for every phrase of two words or more that begins at `start` but for one slip.
  /// The first word may only be one that is none: too many phrases begin at the root.
  func forEachSlippedMatch(
    in items: [Item], from start: Int, _ slips: SlipMap, _ body: (Match) -> Void
  ) {
    var node = 0
    var index = start
    while index < items.count {
      let canSlip = index == start ? slips.strange : slips.odd
      if index < 64, canSlip & 1 << UInt64(index) != 0 {
        slip(at: index, below: node, items, from: start, body)
      }
      guard let child = children[combined(UInt64(node), items[index].key)] else { return }
      node = Int(child)
      index += 1
    }
  }

  /// Follows every child one slip away from the word at `index`, and from there only exact words.
  private func slip(
    at index: Int, below node: Int, _ items: [Item], from start: Int, _ body: (Match) -> Void
  ) {
    var child = nodes[node].firstChild
    while child >= 0 {
      if nodes[Int(child)].key != items[index].key,
        Slip.cost(from: items[index].key, to: nodes[Int(child)].key) != nil
      {
        var next = Int(child)
        var place = index + 1
        while true {
          offer(next, items, from: start, slip: index, body)
          guard place < items.count,
            let follower = children[combined(UInt64(next), items[place].key)]
          else { break }
          next = Int(follower)
          place += 1
        }
      }
      child = nodes[Int(child)].sibling
    }
  }

  @inline(__always)
  private func offer(
    _ node: Int, _ items: [Item], from start: Int, slip: Int, _ body: (Match) -> Void
  ) {
    var candidate = nodes[node].phrase
    while candidate >= 0 {
      let phrase = phrases[Int(candidate)]
      if slip < 0 || phrase.count > 1, let match = judged(phrase, items, from: start, slip: slip) {
        body(match)
      }
      candidate = phrase.next
    }
  }

  private func judged(
    _ phrase: Phrase, _ items: [Item], from start: Int, slip: Int
  ) -> Match? {
    var missing = 0
    var conflicting = 0
    for offset in 0..<Int(phrase.count) where start + offset != slip {
      let known = marks[Int(phrase.marksStart) + offset]
      if phrase.isStrict,
        items[start + offset].marks != known || items[start + offset].flags.contains(.unmarked)
      {
        return nil
      }
      switch items[start + offset].agreement(with: known) {
      case .exact: break
      case .missing: missing += 1
      case .conflicting: conflicting += 1
      }
    }
    if conflicting > (phrase.count >= 3 ? 1 : 0) { return nil }
    return Match(
      payload: phrase.payload, count: Int(phrase.count), missing: missing,
      conflicting: conflicting + (slip < 0 ? 0 : 1))
  }

  private mutating func childMade(of node: Int, by key: UInt64) -> Int {
    let edge = combined(UInt64(node), key)
    if let child = children[edge] { return Int(child) }
    let child = Int32(nodes.count)
    nodes.append(Node(sibling: nodes[node].firstChild, key: key))
    nodes[node].firstChild = child
    children.set(child, for: edge)
    return Int(child)
  }

  private func hasMarks(of items: [Item], at start: Int) -> Bool {
    for (offset, item) in items.enumerated() where marks[start + offset] != item.marks {
      return false
    }
    return true
  }
}
