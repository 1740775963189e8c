import Vietnamese

// A word of a name that may be mistyped.
extension ValueFinder {
  private static var longestName: Int { 12 }

  /// "lai động tiên tiến", "chiến sĩ thi đau cơ sở": the other words speak for a slip in one that may
  /// well stand elsewhere. But what follows a name is hardly a part of it ("giấy khen về").
  func speaks(for match: PhraseTrie.Match, from start: Int) -> Bool {
    let slipped = match.slipped
    if slipped < 0 || slips.odd & 1 << UInt64(slipped) != 0 { return true }
    // A word of two letters is one slip away from too many.
    let isShort = Slip.count(tokens[slipped].key) < 3
    return match.count > (isShort ? 3 : 2)
      && (slipped < start + match.count - 1 || isNoWord(slipped))
  }

  /// A word that may be the first of an honour's name with a slip: the second and another stand behind
  /// it.
  func slipsIntoHonour(at start: Int) -> Bool {
    guard vocabulary != nil, start + 2 < tokens.count,
      tokens[start + 1].flags.contains(.entersHonour),
      tokens[start + 2].flags.contains(.continuesHonour),
      tokens[start].flags.isDisjoint(with: [.value, .number])
    else { return false }
    return Slip.count(tokens[start].key) > 1
  }

  /// Words long enough to be told from others in spite of a slip, as far as a name may go.
  func wholeWords(behind start: Int) -> UInt64 {
    guard vocabulary != nil else { return 0 }
    var words: UInt64 = 0
    for index in tokens.indices.dropFirst(start + 1).prefix(ValueFinder.longestName - 1)
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

  /// The word as it was typed, where it was one.
  func typed(at index: Int) -> UInt64 {
    let token = tokens[index]
    guard let text, token.first == token.last, token.flags.contains(.repaired) else {
      return token.key
    }
    return text.folded.syllables[Int(token.first)].key
  }
}
