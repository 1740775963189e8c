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

  /// The items, and which of them are words that nothing knows, or that were mended.
  func items(of folded: FoldedText) -> (items: [Item], slipped: Set<Int>) {
    var pass = NormalizerPass(normalizer: self, folded: folded)
    let items = pass.items()
    return (items, pass.slipped)
  }
}

private struct NormalizerPass {
  let normalizer: Normalizer
  let folded: FoldedText
  private let mender: Mender
  private let base: Item.Flags
  private var result: [Item] = []
  private(set) var slipped: Set<Int> = []

  init(normalizer: Normalizer, folded: FoldedText) {
    self.normalizer = normalizer
    self.folded = folded
    mender = Mender(vocabulary: normalizer.vocabulary, lexicon: normalizer.lexicon)
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
    if isGlued(index + 1), !folded.syllables[index + 1].isWord || isGlued(index + 2),
      let next = appendVNI(from: index, flags)
    {
      return next
    }
    if isComrade(at: index) {
      append(Expansion.comrade, index, index + 1, flags)
      return index + 2
    }
    if !isUnitSign(at: index), let full = normalizer.grammar.fullForm(of: syllable) {
      append(full, index, index, flags.union(.expanded))
      return index + 1
    }
    appendWord(syllable, index, flags)
    return index + 1
  }

  private mutating func appendWord(_ syllable: Syllable, _ index: Int, _ flags: Item.Flags) {
    var item = Item(
      key: syllable.key, marks: syllable.marks, first: index, last: index, flags: flags)
    let mended = mended(syllable, index)
    if mended != nil || isOdd(syllable, index) { slipped.insert(result.count) }
    switch mended {
    case nil: result.append(item)
    case .word(let key, let marks):
      item.key = key
      item.flags.insert(.repaired)
      if let marks {
        item.marks = marks
        item.flags.remove(.unmarked)
      } else {
        item.marks = Marks()
        item.flags.insert(.unmarked)
      }
      result.append(item)
    case .words(let keys):
      item.marks = Marks()
      item.flags.formUnion([.repaired, .unmarked])
      for key in keys {
        item.key = key
        result.append(item)
      }
    }
  }

  /// No word of the catalogue, of a name, or of the language; or one that stands where no sentence
  /// has it.
  private func isOdd(_ syllable: Syllable, _ index: Int) -> Bool {
    if normalizer.lexicon?.hasWord(syllable.key) ?? true { return false }
    let previous = result.last.map { normalizer.vocabulary.symbol(of: $0.key) } ?? 0
    return normalizer.vocabulary.fits(syllable.key, after: previous, before: key(after: index))
      == 0
  }

  private func mended(_ syllable: Syllable, _ index: Int) -> Mender.Mended? {
    let previous =
      index > 0 && !folded.gaps[index].endsClause
      ? result.last.map { normalizer.vocabulary.symbol(of: $0.key) } ?? 0 : 0
    let next = key(after: index)
    let vocabulary = normalizer.vocabulary
    // Most words are known and stand where they are known to stand.
    if vocabulary.knows(syllable.key) {
      if previous == 0 || next == 0
        || vocabulary.fits(syllable.key, after: previous, before: next) > 0
      {
        return nil
      }
    } else if normalizer.lexicon?.hasWord(syllable.key) ?? false {
      return nil
    }
    let start = Int(syllable.lettersStart)
    return mender.mended(
      Mender.Word(
        letters: Array(folded.letters[start..<(start + Int(syllable.lettersCount))]),
        key: syllable.key, marks: syllable.marks, previous: previous, next: next,
        isUnmarked: base.contains(.unmarked),
        isNameLike: syllable.shape == .capitalized && index > 0))
  }

  /// The word after `index` in the same clause, as far as it is one; 0 otherwise.
  private func key(after index: Int) -> UInt64 {
    guard index + 1 < folded.syllables.count, !folded.gaps[index + 1].endsClause else { return 0 }
    let syllable = folded.syllables[index + 1]
    guard syllable.isWord else { return SlotSymbol.number.key }
    if let full = normalizer.grammar.fullForm(of: syllable) { return full.first?.key ?? 0 }
    return normalizer.vocabulary.symbol(of: syllable.key)
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
    let flags = flags.union(.repaired).subtracting(.unmarked)
    let marks = folded.syllables[start].marks
    if let typed = VNI.decoded(keys, marks), last.isWord || isWord(typed) {
      result.append(
        Item(key: typed.key, marks: typed.marks, first: start, last: end - 1, flags: flags))
      return end
    }
    // "CSTD9CS": an abbreviation with its Đ.
    guard let letters = VNI.withoutStrokes(keys) else { return nil }
    let key = FoldedKey.key(letters.span)
    guard normalizer.vocabulary.knows(key) else { return nil }
    result.append(
      Item(
        key: key, marks: Marks(), first: start, last: end - 1, flags: flags.union(.unmarked)))
    return end
  }

  private func isWord(_ typed: KeyedSyllable) -> Bool {
    normalizer.vocabulary.knows(typed.key, typed.marks)
      || normalizer.vocabulary.isReal(typed.key, typed.marks, isUnmarked: false)
      || normalizer.lexicon?.hasWord(typed.key) ?? false
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
