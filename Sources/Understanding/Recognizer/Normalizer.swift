import Vietnamese

/// Makes items of the syllables of a message: short forms are written out, slips are mended.
///
/// What was mended is flagged: it helps to understand, and nothing that hangs on it is carried out
/// unasked.
struct Normalizer {
  let grammar: Grammar
  let vocabulary: Vocabulary
  let lexicon: Lexicon?

  /// Longer messages are read up to here; what is beyond is only text.
  static let mostItems = 160

  func items(of folded: FoldedText) -> [Item] {
    var pass = NormalizerPass(normalizer: self, folded: folded)
    return pass.items()
  }
}

private struct NormalizerPass {
  let normalizer: Normalizer
  let folded: FoldedText
  private let base: Item.Flags
  private var result: [Item] = []

  init(normalizer: Normalizer, folded: FoldedText) {
    self.normalizer = normalizer
    self.folded = folded
    base = NormalizerPass.hasMarks(folded.syllables) ? [] : .unmarked
    result.reserveCapacity(min(folded.syllables.count + 8, Normalizer.mostItems + 8))
  }

  mutating func items() -> [Item] {
    var index = 0
    while index < folded.syllables.count, result.count < Normalizer.mostItems {
      index = appendSyllable(at: index)
    }
    return result
  }

  /// Appends what stands at `index` and returns the index after it.
  private mutating func appendSyllable(at index: Int) -> Int {
    let syllable = folded.syllables[index]
    var flags = base
    if index > 0, folded.gaps[index].endsClause { flags.insert(.startsClause) }
    guard syllable.isWord else {
      result.append(NormalizerPass.number(syllable, index, flags))
      return index + 1
    }
    if isGlued(index + 1), !folded.syllables[index + 1].isWord || isGlued(index + 2) {
      if let next = appendVNI(from: index, flags) { return next }
    }
    if isComrade(at: index) {
      append(Expansion.comrade, index, index + 1, flags)
      return index + 2
    }
    if !isUnitSign(at: index), let full = normalizer.grammar.fullForm(of: syllable) {
      append(full, index, index, flags.union(.expanded))
      return index + 1
    }
    if isKnown(syllable.key) || !appendMended(syllable, index, flags) {
      result.append(
        Item(key: syllable.key, marks: syllable.marks, first: index, last: index, flags: flags))
    }
    return index + 1
  }

  private func isKnown(_ key: UInt64) -> Bool {
    normalizer.vocabulary.knows(key) || normalizer.lexicon?.hasWord(key) ?? false
  }

  private mutating func append(_ words: [Item], _ first: Int, _ last: Int, _ flags: Item.Flags) {
    for (offset, word) in words.enumerated() {
      var item = word
      item.first = Int32(first)
      item.last = Int32(last)
      item.flags = flags.subtracting(.unmarked)
      if offset > 0 { item.flags.remove(.startsClause) }
      result.append(item)
    }
  }

  private static func number(_ syllable: Syllable, _ index: Int, _ flags: Item.Flags) -> Item {
    Item(
      key: syllable.isNumber ? Item.numberKey(syllable.key) : Item.percentKey, marks: Marks(),
      first: index, last: index, flags: flags)
  }

  private func isGlued(_ index: Int) -> Bool {
    index < folded.syllables.count && folded.gaps[index].sign == 0 && folded.gaps[index].isTight
  }

  /// "đ/c": đồng chí.
  private func isComrade(at index: Int) -> Bool {
    folded.syllables[index].lettersCount == 1 && folded.syllables[index].key == 0x64
      && index + 1 < folded.syllables.count && folded.gaps[index + 1].isTight(UInt8(ascii: "/"))
      && folded.syllables[index + 1].key == 0x63
  }

  /// The h of "8h", the k of "64k", the t of "t2": no short form of a word.
  private func isUnitSign(at index: Int) -> Bool {
    guard folded.syllables[index].lettersCount <= 2 else { return false }
    if index > 0, isGlued(index), folded.syllables[index - 1].isNumber { return true }
    return folded.syllables[index].key == 0x74 && isGlued(index + 1)
      && folded.syllables[index + 1].isNumber
  }

  // MARK: Slips

  /// `false` if the word is better left as it is.
  private mutating func appendMended(
    _ syllable: Syllable, _ index: Int, _ flags: Item.Flags
  ) -> Bool {
    let start = Int(syllable.lettersStart)
    let letters = folded.letters[start..<(start + Int(syllable.lettersCount))]
    let isSyllable = SyllableShape.shared.isSyllable(letters)
    if !isSyllable {
      if let typed = Telex.decoded(letters, syllable.marks) {
        var item = Item(
          key: typed.key, marks: typed.marks, first: index, last: index,
          flags: flags.union(.repaired).subtracting(.unmarked))
        if isKnown(item.key) || letters.count < 3 {
          result.append(item)
          return true
        }
        if let near = nearest(to: typed.letters, index, mustFit: false) { item.key = near }
        item.flags.insert(.unmarked)
        result.append(item)
        return true
      }
      if let parts = split(Array(letters)) {
        for part in parts {
          result.append(
            Item(
              key: part, marks: Marks(), first: index, last: index,
              flags: flags.union([.repaired, .unmarked])))
        }
        return true
      }
    }
    if syllable.shape != .lower, isSyllable, index > 0 { return false }
    guard let near = nearest(to: Array(letters), index, mustFit: isSyllable) else { return false }
    result.append(
      Item(
        key: near, marks: Marks(), first: index, last: index,
        flags: flags.union([.repaired, .unmarked])))
    return true
  }

  /// The word of the catalogue that was meant, if its neighbours speak for it.
  private func nearest(to letters: [UInt8], _ index: Int, mustFit: Bool) -> UInt64? {
    let vocabulary = normalizer.vocabulary
    let next = index + 1 < folded.syllables.count ? folded.syllables[index + 1].key : nil
    var best: (key: UInt64, cost: Double)?
    for (word, slip) in vocabulary.nearby.near(letters) {
      let candidate = vocabulary.nearby.letters(word)
      let key = FoldedKey.key(candidate.span)
      var cost = slip
      var fits = 0
      if let previous = result.last, vocabulary.knowsPair(previous.key, key) { fits += 1 }
      if let next, vocabulary.knowsPair(key, next) { fits += 1 }
      if fits == 0, mustFit || letters.count < 4 { continue }
      cost -= 0.5 * Double(fits)
      if cost < best?.cost ?? .infinity { best = (key, cost) }
    }
    return best?.key
  }

  /// "dangky", "nophoso": words run together, each known and of two letters at least.
  private func split(_ letters: [UInt8]) -> [UInt64]? {
    guard (4...40).contains(letters.count) else { return nil }
    // From the end: for each place the fewest words that make up the rest.
    var fewest = [Int](repeating: Int.max, count: letters.count + 1)
    var chosen = [Int](repeating: 0, count: letters.count + 1)
    fewest[letters.count] = 0
    for start in stride(from: letters.count - 2, through: 0, by: -1) {
      for length in 2...7 where start + length <= letters.count {
        guard fewest[start + length] < Int.max else { continue }
        let part = letters[start..<(start + length)]
        let key = FoldedKey.key(Array(part).span)
        guard normalizer.vocabulary.knows(key), SyllableShape.shared.isSyllable(part),
          fewest[start + length] + 1 < fewest[start]
        else { continue }
        fewest[start] = fewest[start + length] + 1
        chosen[start] = length
      }
    }
    guard fewest[0] < Int.max else { return nil }
    var parts: [UInt64] = []
    var start = 0
    while start < letters.count {
      let part = Array(letters[start..<(start + chosen[start])])
      parts.append(FoldedKey.key(part.span))
      start += chosen[start]
    }
    return parts
  }

  /// A run of letters and digits that spells a syllable in VNI.
  private mutating func appendVNI(from start: Int, _ flags: Item.Flags) -> Int? {
    var end = start + 1
    while end < folded.syllables.count, isGlued(end), folded.syllables[end].kind != .percent,
      end - start < 8
    {
      end += 1
    }
    let first = Int(folded.syllables[start].lettersStart)
    let last = folded.syllables[end - 1]
    let keys = folded.letters[first..<Int(last.lettersStart + last.lettersCount)]
    guard let typed = VNI.decoded(keys, folded.syllables[start].marks) else { return nil }
    let isInside = last.isWord
    guard
      isInside || normalizer.vocabulary.knows(typed.key, typed.marks)
        || normalizer.lexicon?.hasWord(typed.key) ?? false
    else { return nil }
    result.append(
      Item(
        key: typed.key, marks: typed.marks, first: start, last: end - 1,
        flags: flags.union(.repaired).subtracting(.unmarked)))
    return end
  }

  /// Whether the marks of this message can be relied on: at least a third of its words have some.
  private static func hasMarks(_ syllables: [Syllable]) -> Bool {
    var words = 0
    var marked = 0
    for syllable in syllables where syllable.isWord {
      words += 1
      if !syllable.marks.isEmpty { marked += 1 }
    }
    return marked * 3 >= words && marked > 0
  }
}
