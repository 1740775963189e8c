import CivilTime
import Vietnamese

/// Finds the values of a message: names of the lexicon, dates, numbers.
struct SpanFinder {
  let grammar: Grammar
  let vocabulary: Vocabulary
  let lexicon: Lexicon
  let folded: FoldedText
  let items: [Item]
  let occurrences: [Grammar.Occurrence]
  let signals: SignalMap
  let now: Instant
  /// Where a name may be mistyped.
  let slips: SlipMap

  /// Whether some sentence has the word.
  func knowsWord(_ key: UInt64) -> Bool { vocabulary.knows(key) }

  /// The values that stand, no two on one item, in order.
  func spans() -> [ValueSpan] {
    var candidates: [ValueSpan] = []
    for start in items.indices {
      if let span = name(at: start) { candidates.append(span) }
      if let span = honour(at: start) { candidates.append(span) }
    }
    appendQuantities(to: &candidates)
    PeopleFinder(finder: self).append(to: &candidates)
    return SpanFinder.selected(candidates)
  }

  /// Longer before shorter, known before strange, sure before doubtful, earlier before later.
  private static func selected(_ candidates: [ValueSpan]) -> [ValueSpan] {
    if candidates.count < 2 { return candidates }
    let ordered = candidates.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      if $0.isStranger != $1.isStranger { return $1.isStranger }
      if $0.isDoubtful != $1.isDoubtful { return !$0.isDoubtful }
      return $0.first < $1.first
    }
    var taken: [ValueSpan] = []
    for candidate in ordered
    where !taken.contains(where: { $0.first <= candidate.last && candidate.first <= $0.last }) {
      taken.append(candidate)
    }
    return taken.sorted { $0.first < $1.first }
  }

  private func honour(at start: Int) -> ValueSpan? {
    var best = BestMatches()
    grammar.honours.forEachMatch(in: items, from: start) { best.offer($0) }
    if slips.odd != 0 {
      grammar.honours.forEachSlippedMatch(in: items, from: start, slips) { best.offer($0) }
    }
    guard best.count > 0 else { return nil }
    var codes = SpanFinder.unique(best.payloads.map { grammar.honourCodes[Int($0)] })
    // In the order of the catalogue, from the lowest level up.
    if codes.count > 1 {
      codes.sort { grammar.rank(ofHonour: $0) < grammar.rank(ofHonour: $1) }
    }
    return span(.honour(codes), start, best)
  }

  private func name(at start: Int) -> ValueSpan? {
    var best = BestMatches()
    lexicon.trie.forEachMatch(in: items, from: start) { match in
      if match.count > 1 || match.missing == 0 { best.offer(match) }
    }
    if slips.odd != 0 {
      lexicon.trie.forEachSlippedMatch(in: items, from: start, slips) { best.offer($0) }
    }
    let found = best.payloads.map { lexicon.entries[Int($0)] }
    guard let symbol = found.first?.symbol else { return nil }
    let same = found.filter { $0.symbol == symbol }
    let value: ValueSpan.Value
    switch symbol {
    case .honour: value = .honour(SpanFinder.unique(same.map(\.code)))
    case .campaign: value = .campaign(SpanFinder.unique(same.map(\.code)))
    case .household: value = .household(SpanFinder.unique(same.map(\.id)))
    default: value = .unit(SpanFinder.unique(same.map(\.id)))
    }
    return span(value, start, best)
  }

  private func span(_ value: ValueSpan.Value, _ start: Int, _ best: BestMatches) -> ValueSpan {
    let last = start + best.count - 1
    return ValueSpan(
      value, start, last, isDoubtful: best.isDoubtful || isRepaired(start, last))
  }

  func isRepaired(_ first: Int, _ last: Int) -> Bool {
    items[first...last].contains { $0.flags.contains(.repaired) }
  }

  private static func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
    elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Numbers, dates, times: the grammar of quantities over the items.
  private func appendQuantities(to candidates: inout [ValueSpan]) {
    let words = items.indices.map { phraseWord($0) }
    let reader = QuantityReader(words: words, now: now)
    for start in items.indices where !words[start].isOutside {
      guard let found = reader.read(at: start) else { continue }
      // Of a single word only digits and days count; "ba" and "năm" are mostly something else.
      if found.count == 1, !items[start].isNumber, items.count > 1,
        case .number = found.quantity
      {
        continue
      }
      candidates.append(
        ValueSpan(.quantity(found.quantity), start, start + found.count - 1))
    }
  }

  private func phraseWord(_ index: Int) -> PhraseWord {
    let item = items[index]
    let gap = folded.gaps[Int(item.first)]
    let isFirst = index == 0 || items[index - 1].first != item.first
    let before = isFirst ? gap : .space
    if item.isNumber {
      let syllable = folded.syllables[Int(item.first)]
      return PhraseWord(number: syllable.key, digits: Int(syllable.lettersCount), gap: before)
    }
    if item.key == Item.percentKey { return PhraseWord(percentSignAfter: before) }
    return PhraseWord(
      key: item.key, marks: item.marks, isUnmarked: item.flags.contains(.unmarked), gap: before)
  }
}

/// The longest matches from one place, the surest of them.
private struct BestMatches {
  private(set) var count = 0
  private(set) var payloads: [Int32] = []
  private(set) var isDoubtful = false

  mutating func offer(_ match: PhraseTrie.Match) {
    let isDoubtful = match.conflicting > 0
    if match.count < count || match.count == count && isDoubtful && !self.isDoubtful { return }
    if match.count > count || self.isDoubtful && !isDoubtful {
      payloads = []
      count = match.count
      self.isDoubtful = isDoubtful
    }
    payloads.append(match.payload)
  }
}
