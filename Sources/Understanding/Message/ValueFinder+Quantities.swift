import CivilTime
import Vietnamese

// Numbers, dates, times: the grammar of quantities over the tokens.
extension ValueFinder {
  func appendQuantities(to candidates: inout [ValueSpan]) {
    let first = tokens.indices.first {
      mayBeginQuantity(at: $0) { ValueFinder.phraseWord(tokens[$0]) }
    }
    guard let first else { return }
    let words = tokens.map { ValueFinder.phraseWord($0) }
    let reader = QuantityReader(words: words, now: now)
    var start = first
    while start < tokens.count {
      defer { start += 1 }
      guard start == first || mayBeginQuantity(at: start, { words[$0] }),
        let found = reader.read(at: start)
      else { continue }
      if found.count == 1, case .number = found.quantity, !countsAlone(start) { continue }
      // "Tổ 27 tới bữa ni": the number is the unit's.
      if case .impossible = found.quantity, candidates.contains(where: { $0.isUnit(around: start) })
      {
        continue
      }
      let end = start + found.count
      candidates.append(
        ValueSpan(
          .quantity(found.quantity), start, end - 1,
          isDoubtful: mayBeEvening(found.quantity, end)))
      // What is inside of a long phrase says no more than the phrase.
      if found.count > 2 { start += found.count - 1 }
    }
  }

  /// "nhac 9h toi nop bao cao": is it "tối" or "tôi"?
  private func mayBeEvening(_ quantity: Quantity, _ index: Int) -> Bool {
    guard case .timeOfDay(let time, _) = quantity, time.hour < 12 else { return false }
    return index < tokens.count && tokens[index].key == ValueFinder.eveningWord
      && tokens[index].flags.contains(.unmarked) && !tokens[index].flags.contains(.startsClause)
  }

  /// Most words that a phrase could begin with are followed by none that could go on with it: "ngày
  /// nào".
  @inline(__always)
  private func mayBeginQuantity(at start: Int, _ word: (Int) -> PhraseWord) -> Bool {
    let flags = tokens[start].flags
    if flags.contains(.number) { return true }
    guard flags.contains(.opensQuantity) else { return false }
    if !flags.contains(.isQuantity), !countsAlone(start) {
      let next = start + 1
      guard next < tokens.count, isTerm(tokens[next]), !word(next).isOutside else { return false }
    }
    return word(start).opensPhrase
  }

  /// It may belong to a phrase, whatever its marks are.
  private func isTerm(_ token: Token) -> Bool {
    !token.flags.isDisjoint(with: [.term, .number]) || token.key == Token.percentKey
  }

  private static let numberWord = Wordings.tokens(of: "số")[0]
  private static let yearWord = FoldedKey.key("nam")
  private static let eveningWord = FoldedKey.key("toi")

  /// Of a single word only digits and days count; "ba" and "năm" are mostly something else. But "số
  /// bảy" is a number, though "số năm" counts years.
  private func countsAlone(_ index: Int) -> Bool {
    if tokens[index].isNumber || tokens.count == 1 { return true }
    return index > 0 && tokens[index].key != ValueFinder.yearWord
      && tokens[index - 1].key == ValueFinder.numberWord.key
      && tokens[index - 1].marks == ValueFinder.numberWord.marks
  }

  private static func phraseWord(_ token: Token) -> PhraseWord {
    let gap = token.flags.contains(.continued) ? Gap.space : token.gap
    if token.isNumber {
      return PhraseWord(number: Token.number(of: token.key), digits: Int(token.digits), gap: gap)
    }
    if token.key == Token.percentKey { return PhraseWord(percentSignAfter: gap) }
    if !token.flags.contains(.term) { return PhraseWord(outside: gap) }
    return PhraseWord(
      key: token.key, marks: token.marks, isUnmarked: token.flags.contains(.unmarked), gap: gap)
  }
}
