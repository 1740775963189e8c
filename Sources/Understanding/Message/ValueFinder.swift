import CivilTime
import Vietnamese

/// Finds the values of a message: names of the lexicon, honours; people, dates and numbers in the
/// extensions beside it. Not copyable: it holds all that a message has, for one look.
struct ValueFinder: ~Copyable {
  let grammar: Grammar
  let vocabulary: Vocabulary?
  let lexicon: Lexicon
  /// `nil` while sentences are learned from.
  let text: MessageText?
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
    for start in tokens.indices {
      let flags = tokens[start].flags
      // Only a word that is none may be another one that opens a name.
      let isStrange = slips.strange & 1 &<< UInt64(start) != 0
      let slipsIntoHonour = slipsIntoHonour(at: start)
      if flags.isDisjoint(with: openings), !isStrange, !slipsIntoHonour { continue }
      if let symbol = tokens[start].symbol {
        candidates.append(ValueSpan(.placeholder(symbol), start, start))
        continue
      }
      if isStrange || flags.contains(.startsName), let span = name(at: start) {
        candidates.append(span)
      }
      if isStrange || slipsIntoHonour || flags.contains(.opensHonour),
        let span = honour(at: start, mayOpenWithSlip: slipsIntoHonour)
      {
        candidates.append(span)
      }
    }
    appendQuantities(to: &candidates)
    appendPeople(to: &candidates)
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
      let mask = SignalMap.mask(candidate.first..<candidate.last + 1)
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

  private func honour(at start: Int, mayOpenWithSlip: Bool) -> ValueSpan? {
    let opening = mayOpenWithSlip ? 1 << UInt64(start & 63) as UInt64 : 0
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

  /// "lai động tiên tiến", "chiến sĩ thi đau cơ sở": the other words speak for a slip in one that may
  /// well stand elsewhere. But what follows a name is hardly a part of it ("giấy khen về").
  private func speaks(for match: PhraseTrie.Match, from start: Int) -> Bool {
    let slipped = match.slipped
    if slipped < 0 || slips.odd & 1 << UInt64(slipped) != 0 { return true }
    // A word of two letters is one slip away from too many.
    let isShort = Slip.count(tokens[slipped].key) < 3
    return match.count > (isShort ? 3 : 2)
      && (slipped < start + match.count - 1 || isNoWord(slipped))
  }

  /// A word that may be the first of an honour's name with a slip: the second and another stand behind
  /// it.
  private func slipsIntoHonour(at start: Int) -> Bool {
    guard vocabulary != nil, start + 2 < tokens.count,
      tokens[start + 1].flags.contains(.entersHonour),
      tokens[start + 2].flags.contains(.continuesHonour),
      tokens[start].flags.isDisjoint(with: [.value, .number])
    else { return false }
    return Slip.count(tokens[start].key) > 1
  }

  /// Words long enough to be told from others in spite of a slip, as far as a name may go.
  private func wholeWords(behind start: Int) -> UInt64 {
    guard vocabulary != nil else { return 0 }
    var words: UInt64 = 0
    for index in start + 1..<max(start + 1, min(tokens.count, start + ValueFinder.longestName, 64))
    where isWholeWord(index) {
      words |= 1 << UInt64(index)
    }
    return words
  }

  private func isWholeWord(_ index: Int) -> Bool {
    guard !tokens[index].isSymbol, !tokens[index].isNumber else { return false }
    return switch Slip.count(tokens[index].key) {
    case 3...: true
    case 2: isOddBefore(index + 1)
    default: false
    }
  }

  /// No sentence has the word before the next one.
  private func isOddBefore(_ next: Int) -> Bool {
    guard let vocabulary, next < tokens.count, !tokens[next].isSymbol else { return false }
    return !vocabulary.areNeighbours(tokens[next - 1].key, tokens[next].key)
  }

  /// "tỉng": with these marks it is no word of ours nor of the language.
  private func isNoWord(_ index: Int) -> Bool {
    guard let vocabulary, !tokens[index].flags.contains(.unmarked) else { return false }
    let token = tokens[index]
    return !vocabulary.knows(token.key, token.marks)
      && !vocabulary.isReal(token.key, token.marks, isUnmarked: false)
  }

  private static let longestName = 12

  private func name(at start: Int) -> ValueSpan? {
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
    in trie: PhraseTrie, from start: Int, slips mayBeSlips: UInt64,
    _ isWanted: (PhraseTrie.Match) -> Bool
  ) -> BestMatches? {
    var best = BestMatches()
    let span = tokens.span
    trie.visitMatches(in: span, from: start) { if isWanted($0) { best.offer($0) } }
    let canSlip = slips.ofName(from: start) | (best.count < 3 ? mayBeSlips : 0)
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

  /// The word as it was typed, where it was one.
  private func typed(at index: Int) -> UInt64 {
    let token = tokens[index]
    guard let text, token.first == token.last, token.flags.contains(.repaired) else {
      return token.key
    }
    return text.folded.syllables[Int(token.first)].key
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
