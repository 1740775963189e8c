import Vietnamese

/// A trie while phrases are put in.
struct PhraseTrieDraft {
  private struct Phrase {
    let node: Int32
    let marksStart: Int32
    let count: Int16
    let isStrict: Bool
    var payloads: [Int32]
  }

  private struct Node {
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    /// The word that leads here.
    var key: UInt64 = 0
  }

  private var children = KeyTable(capacity: 1024)
  private var nodes = [Node()]
  private var phrases: [Phrase] = []
  private var marks: [Marks] = []
  /// Phrases by node, marks and strictness.
  private var known = KeyTable(capacity: 1024)

  /// Adds a phrase. The same phrase with the same payload is kept once.
  mutating func insert(_ tokens: [Token], payload: Int32) {
    guard !tokens.isEmpty, tokens.count < 64 else { return }
    var node = 0
    let isStrict = tokens.contains { $0.flags.contains(.strict) }
    var identity: UInt64 = isStrict ? 1 : 0
    for token in tokens {
      node = childMade(of: node, by: token.key)
      identity = combined(identity, UInt64(token.marks.bits))
    }
    identity = combined(identity, UInt64(node))
    if let place = known[identity] {
      if !phrases[Int(place)].payloads.contains(payload) {
        phrases[Int(place)].payloads.append(payload)
      }
      return
    }
    known.set(Int32(phrases.count), for: identity)
    phrases.append(
      Phrase(
        node: Int32(node), marksStart: Int32(marks.count), count: Int16(tokens.count),
        isStrict: isStrict, payloads: [payload]))
    for token in tokens { marks.append(token.marks) }
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

  /// The words that phrases begin with.
  func visitOpenings(_ body: (UInt64) -> Void) {
    visitChildren(of: 0) { body(nodes[$0].key) }
  }

  /// All words of the phrases, with where they stand: 1 for the first.
  func visitWords(below node: Int = 0, depth: Int = 1, _ body: (UInt64, Int) -> Void) {
    visitChildren(of: node) {
      body(nodes[$0].key, depth)
      visitWords(below: $0, depth: depth + 1, body)
    }
  }

  private func visitChildren(of node: Int, _ body: (Int) -> Void) {
    var child = nodes[node].firstChild
    while child >= 0 {
      body(Int(child))
      child = nodes[Int(child)].sibling
    }
  }

  // MARK: Laying it out

  /// The trie, with the phrases of a node in the order in which they were put in, and what a node
  /// leads to right behind it as far as that can be.
  func frozen() -> PhraseTrie {
    var cells: [UInt32] = []
    cells.reserveCapacity(cellCount)
    let phrases = phrasesByNode()
    // Depth first; once it is known where a node begins, that is put into the slot that leads there.
    var open: [(node: Int, leading: Int?)] = [(0, nil)]
    while let (node, leading) = open.popLast() {
      if let leading { cells[leading + 2] = UInt32(cells.count) }
      let slots = slotCount(of: node)
      cells.append(UInt32(phrases.starts[node + 1] - phrases.starts[node]))
      cells.append(UInt32(slots))
      for place in phrases.starts[node]..<phrases.starts[node + 1] {
        append(self.phrases[Int(phrases.order[Int(place)])], to: &cells)
      }
      let first = cells.count
      cells += repeatElement(0, count: slots * PhraseTrie.slotSize)
      visitChildren(of: node) { child in
        let place = freePlace(for: nodes[child].key, first..<cells.count, cells)
        cells[place] = UInt32(truncatingIfNeeded: nodes[child].key)
        cells[place + 1] = UInt32(truncatingIfNeeded: nodes[child].key >> 32)
        // Not free any more; the true place follows.
        cells[place + 2] = 1
        open.append((child, place))
      }
    }
    return PhraseTrie(cells: cells)
  }

  private var cellCount: Int {
    nodes.indices.reduce(0) { $0 + PhraseTrie.headSize + slotCount(of: $1) * PhraseTrie.slotSize }
      + phrases.reduce(0) { $0 + 1 + Int($1.count) + $1.payloads.count }
  }

  /// Half of the slots stay free where there are many, which keeps searches short.
  private func slotCount(of node: Int) -> Int {
    var children = 0
    visitChildren(of: node) { _ in children += 1 }
    return children < 3 ? children : children * 2
  }

  private func append(_ phrase: Phrase, to cells: inout [UInt32]) {
    cells.append(UInt32(phrase.payloads.count) << 1 | (phrase.isStrict ? 1 : 0))
    let first = Int(phrase.marksStart)
    for mark in marks[first..<first + Int(phrase.count)] { cells.append(mark.bits) }
    for payload in phrase.payloads { cells.append(UInt32(bitPattern: payload)) }
  }

  /// Where in the slots of a node the one for a key is to stand.
  private func freePlace(for key: UInt64, _ slots: Range<Int>, _ cells: [UInt32]) -> Int {
    let size = PhraseTrie.slotSize
    var place = slots.lowerBound + size * PhraseTrie.slot(of: key, among: slots.count / size)
    while cells[place + 2] != 0 {
      place += size
      if place == slots.upperBound { place = slots.lowerBound }
    }
    return place
  }

  /// The places of all phrases, those of one node side by side, and for each node where they begin.
  private func phrasesByNode() -> (order: [Int32], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for phrase in phrases { starts[Int(phrase.node) + 1] += 1 }
    for node in starts.indices.dropFirst() { starts[node] += starts[node - 1] }
    var next = starts
    var order = [Int32](repeating: 0, count: phrases.count)
    for (place, phrase) in phrases.enumerated() {
      order[Int(next[Int(phrase.node)])] = Int32(place)
      next[Int(phrase.node)] += 1
    }
    return (order, starts)
  }
}
