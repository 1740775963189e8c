import Vietnamese

/// Phrases by their folded words, with the marks kept for judging.
///
/// One walk from a place of a message meets every phrase that begins there; the cost is the length
/// of the longest one, however many phrases there are. Built by `PhraseTrieDraft`. A class, because a
/// copy would count up references to five arrays.
final class PhraseTrie: Sendable {
  /// A phrase found, with all that it stands for.
  struct Match {
    let payloads: Range<Int>
    let count: Int
    /// Words whose marks are missing though the message has marks.
    let missing: Int
    /// Words whose marks are others.
    let conflicting: Int
  }

  /// The same words with the same marks.
  fileprivate struct Phrase: Sendable {
    let payloadsStart: Int32
    let payloadsEnd: Int32
    let marksStart: Int32
    let count: Int16
    /// Counts only when typed with its very marks.
    let isStrict: Bool
  }

  fileprivate struct Node: Sendable {
    /// Where its phrases stand; those of the next node follow.
    var phrases: Int32 = 0
    /// Where its children stand in `followers`; those of the next node follow.
    var followers: Int32 = 0
  }

  /// A child, for walks with a slip.
  fileprivate struct Follower: Sendable {
    let key: UInt64
    let node: Int32
  }

  private let children: KeyTable
  private let nodes: [Node]
  private let followers: [Follower]
  private let phrases: [Phrase]
  private let marks: [Marks]
  private let payloads: [Int32]

  fileprivate init(
    children: KeyTable, nodes: [Node], followers: [Follower], phrases: [Phrase], marks: [Marks],
    payloads: [Int32]
  ) {
    self.children = children
    self.nodes = nodes
    self.followers = followers
    self.phrases = phrases
    self.marks = marks
    self.payloads = payloads
  }

  @inline(__always)
  func payload(_ index: Int) -> Int32 { payloads[index] }

  /// Calls `body` for every phrase that begins at `start` and whose marks do not speak against it:
  /// of three words or more one may have other marks.
  @inline(__always)
  func visitMatches(in tokens: Span<Token>, from start: Int, _ body: (Match) -> Void) {
    var node = 0
    var index = start
    while index < tokens.count {
      guard let child = children[PhraseTrie.edge(node, tokens[index].key)] else { return }
      node = Int(child)
      index += 1
      var phrase = Int(nodes[node].phrases)
      let end = Int(nodes[node + 1].phrases)
      while phrase < end {
        if let match = judged(phrases[phrase], tokens, from: start, slip: -1) { body(match) }
        phrase += 1
      }
      // Most walks end where no phrase goes on: that is known without a look-up.
      if nodes[node].followers == nodes[node + 1].followers { return }
    }
  }

  /// Calls `body` for every phrase of two words or more that begins at `start` but for one slip.
  /// The first word may only be one that is none: too many phrases begin at the root.
  func visitSlippedMatches(
    in tokens: Span<Token>, from start: Int, _ slips: SlipMap, _ body: (Match) -> Void
  ) {
    var node = 0
    var index = start
    while index < tokens.count {
      let canSlip = index == start ? slips.strange : slips.odd
      if index < 64, canSlip & 1 << UInt64(index) != 0 {
        slip(at: index, below: node, tokens, from: start, body)
      }
      guard let child = children[PhraseTrie.edge(node, tokens[index].key)] else { return }
      node = Int(child)
      index += 1
    }
  }

  /// Follows every child one slip away from the word at `index`, and from there only exact words.
  private func slip(
    at index: Int, below node: Int, _ tokens: Span<Token>, from start: Int,
    _ body: (Match) -> Void
  ) {
    let typed = tokens[index].key
    for place in Int(nodes[node].followers)..<Int(nodes[node + 1].followers) {
      let follower = followers[place]
      guard Slip.mayBe(from: typed, to: follower.key), follower.key != typed,
        Slip.cost(from: typed, to: follower.key) != nil
      else { continue }
      var next = Int(follower.node)
      var place = index + 1
      while true {
        for phrase in Int(nodes[next].phrases)..<Int(nodes[next + 1].phrases)
        where phrases[phrase].count > 1 {
          if let match = judged(phrases[phrase], tokens, from: start, slip: index) { body(match) }
        }
        guard place < tokens.count,
          let child = children[PhraseTrie.edge(next, tokens[place].key)]
        else { break }
        next = Int(child)
        place += 1
      }
    }
  }

  @inline(__always)
  private func judged(
    _ phrase: Phrase, _ tokens: Span<Token>, from start: Int, slip: Int
  ) -> Match? {
    var missing = 0
    var conflicting = 0
    var offset = 0
    while offset < Int(phrase.count) {
      let token = tokens[start + offset]
      let known = marks[Int(phrase.marksStart) + offset]
      if token.marks == known {
        if phrase.isStrict, token.flags.contains(.unmarked) { return nil }
      } else if start + offset != slip {
        if phrase.isStrict { return nil }
        switch token.agreement(with: known) {
        case .exact: break
        case .missing: missing += 1
        case .conflicting: conflicting += 1
        }
      }
      offset += 1
    }
    if conflicting > (phrase.count >= 3 ? 1 : 0) { return nil }
    return Match(
      payloads: Int(phrase.payloadsStart)..<Int(phrase.payloadsEnd), count: Int(phrase.count),
      missing: missing, conflicting: conflicting + (slip < 0 ? 0 : 1))
  }

  @inline(__always)
  fileprivate static func edge(_ node: Int, _ key: UInt64) -> UInt64 {
    key ^ (UInt64(truncatingIfNeeded: node) &* 0xff51_afd7_ed55_8ccd)
  }
}

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

  /// The words that phrases begin with.
  func visitOpenings(_ body: (UInt64) -> Void) {
    var child = nodes[0].firstChild
    while child >= 0 {
      body(nodes[Int(child)].key)
      child = nodes[Int(child)].sibling
    }
  }

  /// The trie, its phrases side by side in the order in which they were put in.
  func frozen() -> PhraseTrie {
    var frozenNodes = [PhraseTrie.Node](repeating: PhraseTrie.Node(), count: nodes.count + 1)
    var followers: [PhraseTrie.Follower] = []
    followers.reserveCapacity(nodes.count)
    for node in nodes.indices {
      frozenNodes[node].followers = Int32(followers.count)
      var child = nodes[node].firstChild
      while child >= 0 {
        followers.append(PhraseTrie.Follower(key: nodes[Int(child)].key, node: child))
        child = nodes[Int(child)].sibling
      }
    }
    frozenNodes[nodes.count].followers = Int32(followers.count)
    let order = phrasesByNode(&frozenNodes)
    var payloads: [Int32] = []
    var frozenPhrases: [PhraseTrie.Phrase] = []
    frozenPhrases.reserveCapacity(phrases.count)
    for place in order {
      let phrase = phrases[Int(place)]
      frozenPhrases.append(
        PhraseTrie.Phrase(
          payloadsStart: Int32(payloads.count),
          payloadsEnd: Int32(payloads.count + phrase.payloads.count),
          marksStart: phrase.marksStart, count: phrase.count, isStrict: phrase.isStrict))
      payloads += phrase.payloads
    }
    return PhraseTrie(
      children: children, nodes: frozenNodes, followers: followers, phrases: frozenPhrases,
      marks: marks, payloads: payloads)
  }

  /// The places of all phrases, those of one node side by side, and for each node where they begin.
  private func phrasesByNode(_ frozen: inout [PhraseTrie.Node]) -> [Int32] {
    for phrase in phrases { frozen[Int(phrase.node) + 1].phrases += 1 }
    for node in frozen.indices.dropFirst() { frozen[node].phrases += frozen[node - 1].phrases }
    var next = frozen.map(\.phrases)
    var order = [Int32](repeating: 0, count: phrases.count)
    for (place, phrase) in phrases.enumerated() {
      order[Int(next[Int(phrase.node)])] = Int32(place)
      next[Int(phrase.node)] += 1
    }
    return order
  }

  private mutating func childMade(of node: Int, by key: UInt64) -> Int {
    let edge = PhraseTrie.edge(node, key)
    if let child = children[edge] { return Int(child) }
    let child = Int32(nodes.count)
    nodes.append(Node(sibling: nodes[node].firstChild, key: key))
    nodes[node].firstChild = child
    children.set(child, for: edge)
    return Int(child)
  }
}
