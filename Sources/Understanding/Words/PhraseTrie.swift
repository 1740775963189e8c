import Vietnamese

/// Phrases by their folded words, with the marks kept for judging.
///
/// One walk from a place of a message meets every phrase that begins there; the cost is the length
/// of the longest one, however many phrases there are. Built by `PhraseTrieDraft`.
///
/// What takes time is waiting for memory, so all that a step of a walk needs stands side by side, in
/// cells of four bytes:
///
///     node      number of phrases · number of slots · its phrases · its slots
///     phrase    twice the number of payloads, and one if it is strict · marks of each word · payloads
///     slot      key of the next word, low half and high half · where its node begins, 0 for none
struct PhraseTrie: Sendable {
  /// A phrase found, with all that it stands for.
  struct Match {
    /// Places for `payload(_:)`.
    let payloads: Range<Int>
    let count: Int
    /// Words whose marks are missing though the message has marks.
    let missing: Int
    /// Words whose marks are others, the slipped one among them.
    let conflicting: Int
    /// The word that has a slip; -1 where none has.
    let slipped: Int
  }

  /// The node of no words stands at the beginning.
  private let cells: [UInt32]

  static let headSize = 2
  static let slotSize = 3
  private static let noSlip = -1

  /// As `PhraseTrieDraft` lays them out.
  init(cells: [UInt32]) {
    self.cells = cells
  }

  @inline(__always)
  func payload(_ place: Int) -> Int32 { Int32(bitPattern: cells[place]) }

  /// Calls `body` for every phrase that begins at `start` and whose marks do not speak against it:
  /// of three words or more one may have other marks.
  @inline(__always)
  func visitMatches(in tokens: Span<Token>, from start: Int, _ body: (Match) -> Void) {
    withLaidOut {
      $0.walk(from: 0, tokens, start, end: start, slip: PhraseTrie.noSlip, body)
    }
  }

  /// Calls `body` for every phrase of two words or more that begins at `start` but for one slip, in one
  /// of the words of `canSlip`. `typed` tells what was typed before it was mended.
  func visitSlippedMatches(
    in tokens: Span<Token>, from start: Int, canSlip: UInt64, typed: (Int) -> UInt64,
    _ body: (Match) -> Void
  ) {
    withLaidOut { cells in
      var node = 0
      var index = start
      while index < tokens.count {
        let slots = cells.slots(of: node, depth: index - start)
        if index < 64, canSlip & 1 << UInt64(index) != 0 {
          cells.slip(at: index, typed(index), slots, tokens, start, body)
        }
        guard let next = cells.child(in: slots, tokens[index].key) else { return }
        node = next
        index += 1
      }
    }
  }

  /// The slot among so many where a key is looked for first.
  @inline(__always)
  static func slot(of key: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: ((spread(key) >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  @inline(__always)
  private func withLaidOut(_ body: (Cells) -> Void) {
    // Places come out of the cells themselves, as the draft has laid them out: bounds checks would be
    // a third of a walk.
    cells.withUnsafeBufferPointer { body(Cells(cells: $0)) }
  }
}

extension PhraseTrie {
  /// The slots of a node.
  private struct Slots {
    let start: Int
    let count: Int

    @inline(__always)
    func place(of slot: Int) -> Int { start &+ slot &* PhraseTrie.slotSize }
  }

  private struct Cells {
    let cells: UnsafeBufferPointer<UInt32>

    /// Goes on from the node that the tokens from `start` to `end` lead to, and calls `body` for every
    /// phrase on the way.
    @inline(__always)
    func walk(
      from first: Int, _ tokens: Span<Token>, _ start: Int, end firstEnd: Int, slip: Int,
      _ body: (Match) -> Void
    ) {
      var node = first
      var end = firstEnd
      while true {
        let slots = visitPhrases(of: node, tokens, start..<end, slip: slip, body)
        guard end < tokens.count, let next = child(in: slots, tokens[end].key) else { return }
        node = next
        end &+= 1
      }
    }

    /// Follows every child one slip away from the word at `index`, and from there only exact words.
    func slip(
      at index: Int, _ typed: UInt64, _ slots: Slots, _ tokens: Span<Token>, _ start: Int,
      _ body: (Match) -> Void
    ) {
      let taken = tokens[index].key
      for slot in 0..<slots.count {
        let place = slots.place(of: slot)
        let key = key(at: place)
        guard let node = node(at: place), key != taken, Slip.mayBe(from: typed, to: key),
          Slip.cost(from: typed, to: key) != nil
        else { continue }
        walk(from: node, tokens, start, end: index + 1, slip: index, body)
      }
    }

    /// Calls `body` for the phrases of a node whose marks agree with the words that lead to it, and
    /// returns where its slots are. Of one word alone none is found by a slip.
    @inline(__always)
    private func visitPhrases(
      of node: Int, _ tokens: Span<Token>, _ words: Range<Int>, slip: Int, _ body: (Match) -> Void
    ) -> Slots {
      var place = node &+ PhraseTrie.headSize
      var rest = cells[node]
      while rest > 0 {
        let payloads = place &+ 1 &+ words.count
        let end = payloads &+ Int(cells[place] >> 1)
        if slip == PhraseTrie.noSlip || words.count > 1,
          let match = judged(at: place, tokens, words, slip: slip, payloads, end)
        {
          body(match)
        }
        place = end
        rest &-= 1
      }
      return Slots(start: place, count: Int(cells[node &+ 1]))
    }

    /// The same without a look at the phrases.
    func slots(of node: Int, depth: Int) -> Slots {
      var place = node + PhraseTrie.headSize
      for _ in 0..<cells[node] { place += 1 + depth + Int(cells[place] >> 1) }
      return Slots(start: place, count: Int(cells[node + 1]))
    }

    /// The node that a word leads to.
    @inline(__always)
    func child(in slots: Slots, _ key: UInt64) -> Int? {
      if slots.count == 0 { return nil }
      let first = PhraseTrie.slot(of: key, among: slots.count)
      var slot = first
      repeat {
        let place = slots.place(of: slot)
        if self.key(at: place) == key { return node(at: place) }
        if cells[place &+ 2] == 0 { return nil }
        slot &+= 1
        if slot == slots.count { slot = 0 }
      } while slot != first
      return nil
    }

    @inline(__always)
    private func key(at place: Int) -> UInt64 {
      UInt64(cells[place]) | UInt64(cells[place &+ 1]) << 32
    }

    @inline(__always)
    private func node(at place: Int) -> Int? {
      let node = Int(cells[place &+ 2])
      return node > 0 ? node : nil
    }

    @inline(__always)
    private func judged(
      at phrase: Int, _ tokens: Span<Token>, _ words: Range<Int>, slip: Int, _ payloads: Int,
      _ end: Int
    ) -> Match? {
      let isStrict = cells[phrase] & 1 != 0
      var missing = 0
      var conflicting = 0
      var place = phrase
      for index in words {
        place &+= 1
        let known = Marks(bits: cells[place])
        if tokens[index].marks == known {
          if isStrict, tokens[index].flags.contains(.unmarked) { return nil }
        } else if index != slip {
          if isStrict { return nil }
          switch tokens[index].agreement(with: known) {
          case .exact: break
          case .missing: missing &+= 1
          case .conflicting: conflicting &+= 1
          }
        }
      }
      if conflicting > (words.count >= 3 ? 1 : 0) { return nil }
      return Match(
        payloads: payloads..<end, count: words.count, missing: missing,
        conflicting: conflicting &+ (slip == PhraseTrie.noSlip ? 0 : 1), slipped: slip)
    }
  }
}
