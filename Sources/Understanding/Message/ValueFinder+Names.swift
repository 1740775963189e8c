import Vietnamese

// Honours, units, campaigns: names that the catalogue or the lexicon has.
extension ValueFinder {
  func honour(at start: Int, mayOpenWithSlip: Bool) -> ValueSpan? {
    let opening = mayOpenWithSlip ? SignalMap.mask(start..<start + 1) : 0
    let best = matches(
      in: grammar.honours, from: start, slips: wholeWords(behind: start) | opening
    ) {
      speaks(for: $0, from: start)
    }
    guard let best else { return nil }
    // "hồ sơ gia đình văn hóa": the name begins with the next word.
    if mayOpenWithSlip,
      let next = matches(in: grammar.honours, from: start + 1, slips: 0, { $0.slipped < 0 }),
      next.count >= best.count - 1
    {
      return nil
    }
    return span(.honour(best.payloads), start, best)
  }

  func name(at start: Int) -> ValueSpan? {
    // A single word must have its marks.
    guard
      let best = matches(
        in: lexicon.trie, from: start, slips: wholeWords(behind: start),
        { ($0.count > 1 || $0.missing == 0) && speaks(for: $0, from: start) })
    else { return nil }
    if isInCompound(start, best.count) || best.lacksMarks && isSaidOtherwise(start, best.count) {
      return nil
    }
    let entry = lexicon.entries[Int(lexicon.trie.payload(best.payloads.first))]
    return span(.name(entry.symbol, best.payloads), start, best)
  }

  /// The "tiêu học" of "chỉ tiêu học sinh" is no "tiểu học": where marks are missing, each word says
  /// something without them.
  private func isSaidOtherwise(_ start: Int, _ count: Int) -> Bool {
    guard let vocabulary else { return false }
    return tokens[start..<start + count].allSatisfy {
      !$0.flags.contains(.unmarked) && vocabulary.knows($0.key, $0.marks)
    }
  }

  /// The "y tế" of "bảo hiểm y tế" is no station. But a name that goes beyond the compound is one.
  private func isInCompound(_ start: Int, _ count: Int) -> Bool {
    SignalMap.mask(start..<start + count) & ~signals.mask(.notName) == 0
  }

  /// The longest matches from one place, the surest of them; `nil` if there are none. Where no name of
  /// three words or more stands as it is written, any of `mayBeSlips` may have a slip too.
  @inline(__always)
  private func matches(
    in trie: PhraseTrie, from start: Int, slips mayBeSlips: @autoclosure () -> UInt64,
    _ isWanted: (PhraseTrie.Match) -> Bool
  ) -> BestMatches? {
    var best = BestMatches()
    let span = tokens.span
    trie.visitMatches(in: span, from: start) { if isWanted($0) { best.offer($0) } }
    let canSlip = slips.ofName(from: start) | (best.count < 3 ? mayBeSlips() : 0)
    if canSlip != 0 { offerSlipped(in: trie, from: start, canSlip, to: &best, isWanted) }
    return best.count > 0 ? best : nil
  }

  private func offerSlipped(
    in trie: PhraseTrie, from start: Int, _ canSlip: UInt64, to best: inout BestMatches,
    _ isWanted: (PhraseTrie.Match) -> Bool
  ) {
    trie.visitSlippedMatches(
      in: tokens.span, from: start, canSlip: canSlip, typed: { typed(at: $0) },
      { if isWanted($0) { best.offer($0) } })
  }

  private func span(_ value: ValueSpan.Value, _ start: Int, _ best: BestMatches) -> ValueSpan {
    let last = start + best.count - 1
    return ValueSpan(
      value, start, last, isDoubtful: best.isDoubtful || isRepaired(start, last))
  }
}

/// The longest matches from one place, the surest of them.
private struct BestMatches {
  private(set) var count = 0
  private(set) var payloads = PayloadList()
  private(set) var isDoubtful = false
  private(set) var lacksMarks = false

  mutating func offer(_ match: PhraseTrie.Match) {
    let isDoubtful = match.conflicting > 0
    if match.count < count || match.count == count && isDoubtful && !self.isDoubtful { return }
    if match.count > count || self.isDoubtful && !isDoubtful {
      payloads.removeAll()
      count = match.count
      self.isDoubtful = isDoubtful
      lacksMarks = match.missing > 0
    }
    payloads.append(match.payloads)
  }
}
