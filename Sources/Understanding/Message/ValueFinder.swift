import CivilTime
import Vietnamese

/// Finds the values of a message: names of the lexicon, honours; people, dates and numbers in the
/// extensions beside it. Not copyable: it holds all that a message has, for one look.
struct ValueFinder: ~Copyable {
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
    for start in tokens.indices {
      let flags = tokens[start].flags
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

  private func honour(at start: Int) -> ValueSpan? {
    guard let best = matches(in: grammar.honours, from: start, { _ in true }) else { return nil }
    return span(.honour(best.payloads), start, best)
  }

  private func name(at start: Int) -> ValueSpan? {
    // A single word must have its marks.
    guard
      let best = matches(in: lexicon.trie, from: start, { $0.count > 1 || $0.missing == 0 })
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
