import CivilTime
import Vietnamese

/// Finds the values of a message: names, people, dates and numbers, by the extensions beside it. Not
/// copyable: it holds all that a message has, for one look.
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

  func isRepaired(_ first: Int, _ last: Int) -> Bool {
    for index in first...last where tokens[index].flags.contains(.repaired) { return true }
    return false
  }
}
