import CivilTime
import Vietnamese

/// Finds the values of a message: names of the lexicon, honours, dates, numbers.
struct ValueFinder {
  let grammar: Grammar
  let vocabulary: Vocabulary?
  let lexicon: Lexicon
  let tokens: [Token]
  let signals: SignalMap
  let now: Instant
  /// Where a name may be mistyped.
  let slips: SlipMap

  /// The values that stand, no two on one token, in order.
  func spans() -> [ValueSpan] {
    var candidates: [ValueSpan] = []
    candidates.reserveCapacity(8)
    let openings: Token.Flags = [.value, .startsName, .opensHonour]
    var hasQuantities = false
    for start in tokens.indices {
      let flags = tokens[start].flags
      if !flags.isDisjoint(with: [.opensQuantity, .number]) { hasQuantities = true }
      // Only a word that is none may be another one that opens a name.
      let isStrange = slips.strange & 1 &<< UInt64(start) != 0
      if flags.isDisjoint(with: openings), !isStrange { continue }
      if let symbol = tokens[start].symbol {
        candidates.append(ValueSpan(.placeholder(symbol), start, start))
        continue
      }
      if isStrange || flags.contains(.startsName), let span = name(at: start) {
        candidates.append(span)
      }
      if isStrange || flags.contains(.opensHonour), let span = honour(at: start) {
        candidates.append(span)
      }
    }
    if hasQuantities { appendQuantities(to: &candidates) }
    PeopleFinder(self).append(to: &candidates)
    ValueFinder.select(from: &candidates)
    return candidates
  }

  /// Longer before shorter, known before strange, sure before doubtful, earlier before later.
  private static func select(from candidates: inout [ValueSpan]) {
    if candidates.count < 2 { return }
    sort(&candidates, by: isBefore)
    var covered: UInt64 = 0
    var kept = 0
    for index in candidates.indices {
      let candidate = candidates[index]
      let mask = SignalMap.below(candidate.last + 1) & ~SignalMap.below(candidate.first)
      if covered & mask != 0 { continue }
      covered |= mask
      candidates[kept] = candidate
      kept += 1
    }
    candidates.removeSubrange(kept...)
    sort(&candidates) { $0.first < $1.first }
  }

  /// Stable, for a few candidates in place; a sort of the library would allocate.
  @inline(__always)
  private static func sort(
    _ candidates: inout [ValueSpan], by isBefore: (ValueSpan, ValueSpan) -> Bool
  ) {
    for end in candidates.indices.dropFirst() {
      var place = end
      while place > 0, isBefore(candidates[place], candidates[place - 1]) {
        candidates.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private static func isBefore(_ one: ValueSpan, _ other: ValueSpan) -> Bool {
    if one.count != other.count { return one.count > other.count }
    if one.isStranger != other.isStranger { return other.isStranger }
    if one.isDoubtful != other.isDoubtful { return !one.isDoubtful }
    return one.first < other.first
  }

  private func honour(at start: Int) -> ValueSpan? {
    guard let best = matches(in: grammar.honours, from: start, { _ in true }) else { return nil }
    return span(.honour(best.payloads), start, best)
  }

  private func name(at start: Int) -> ValueSpan? {
    // A single word must have its marks.
    guard
      let best = matches(in: lexicon.trie, from: start, { $0.count > 1 || $0.missing == 0 })
    else { return nil }
    let entry = lexicon.entries[Int(lexicon.trie.payload(best.payloads.first))]
    return span(.name(entry.symbol, best.payloads), start, best)
  }

  /// The longest matches from one place, the surest of them; `nil` if there are none.
  @inline(__always)
  private func matches(
    in trie: PhraseTrie, from start: Int, _ isWanted: (PhraseTrie.Match) -> Bool
  ) -> BestMatches? {
    var best = BestMatches()
    let span = tokens.span
    trie.visitMatches(in: span, from: start) { if isWanted($0) { best.offer($0) } }
    if slips.odd != 0 {
      trie.visitSlippedMatches(in: span, from: start, slips) { best.offer($0) }
    }
    return best.count > 0 ? best : nil
  }

  private func span(_ value: ValueSpan.Value, _ start: Int, _ best: BestMatches) -> ValueSpan {
    let last = start + best.count - 1
    return ValueSpan(
      value, start, last, isDoubtful: best.isDoubtful || isRepaired(start, last))
  }

  func isRepaired(_ first: Int, _ last: Int) -> Bool {
    for index in first...last where tokens[index].flags.contains(.repaired) { return true }
    return false
  }

  /// Numbers, dates, times: the grammar of quantities over the tokens.
  private func appendQuantities(to candidates: inout [ValueSpan]) {
    var words: [PhraseWord] = []
    words.reserveCapacity(tokens.count)
    for token in tokens { words.append(phraseWord(token)) }
    let reader = QuantityReader(words: words, now: now)
    var start = 0
    while start < tokens.count {
      defer { start += 1 }
      if tokens[start].flags.isDisjoint(with: [.opensQuantity, .number]) { continue }
      guard let found = reader.read(at: start) else { continue }
      // Of a single word only digits and days count; "ba" and "năm" are mostly something else. But
      // "số bảy" is a number.
      if found.count == 1, !tokens[start].isNumber, tokens.count > 1,
        case .number = found.quantity, !isCounted(start)
      {
        continue
      }
      candidates.append(
        ValueSpan(.quantity(found.quantity), start, start + found.count - 1))
      // What is inside of a long phrase says no more than the phrase.
      if found.count > 2 { start += found.count - 1 }
    }
  }

  private static let numberWord = Wordings.tokens(of: "số")[0]
  private static let yearWord = FoldedKey.key("nam")

  /// "số bảy", but "số năm" counts years.
  private func isCounted(_ index: Int) -> Bool {
    index > 0 && tokens[index].key != ValueFinder.yearWord
      && tokens[index - 1].key == ValueFinder.numberWord.key
      && tokens[index - 1].marks == ValueFinder.numberWord.marks
  }

  private func phraseWord(_ token: Token) -> PhraseWord {
    let gap = token.flags.contains(.continued) ? Gap.space : token.gap
    if token.isNumber {
      return PhraseWord(number: token.key & 0xff_ffff_ffff, digits: Int(token.digits), gap: gap)
    }
    if token.key == Token.percentKey { return PhraseWord(percentSignAfter: gap) }
    if !token.flags.contains(.term) { return PhraseWord(outside: gap) }
    return PhraseWord(
      key: token.key, marks: token.marks, isUnmarked: token.flags.contains(.unmarked), gap: gap)
  }
}

/// The longest matches from one place, the surest of them.
private struct BestMatches {
  private(set) var count = 0
  private(set) var payloads = PayloadList()
  private(set) var isDoubtful = false

  mutating func offer(_ match: PhraseTrie.Match) {
    let isDoubtful = match.conflicting > 0
    if match.count < count || match.count == count && isDoubtful && !self.isDoubtful { return }
    if match.count > count || self.isDoubtful && !isDoubtful {
      payloads.removeAll()
      count = match.count
      self.isDoubtful = isDoubtful
    }
    payloads.append(match.payloads)
  }
}
