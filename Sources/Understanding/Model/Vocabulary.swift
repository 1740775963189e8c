import Vietnamese

/// The words of the catalogue: which there are, with which marks, and which stand side by side.
///
/// What is not in it may be a slip; what stands side by side tells which word was meant.
struct Vocabulary: Sendable {
  /// Real words beside those of the catalogue, with their marks and without.
  private var realWords = KeyTable(capacity: 8192)
  private var words = KeyTable(capacity: 4096)
  private var variants = KeyTable(capacity: 4096)
  private var symbols = KeyTable()
  private var pairs = KeyTable(capacity: 32_768)
  private(set) var nearby = NearbyWords()

  @inline(__always)
  func knows(_ key: UInt64) -> Bool { words[key] != nil }

  func knows(_ key: UInt64, _ marks: Marks) -> Bool {
    variants[combined(key, UInt64(marks.bits))] != nil
  }

  /// Whether some sentence has the one right before the other.
  func knowsPair(_ first: UInt64, _ second: UInt64) -> Bool {
    pairs[combined(first, second)] != nil
  }

  /// What stands for the word in sentences: the symbol of its slot for an honour in one word
  /// ("LĐTT"), else the word itself.
  @inline(__always)
  func symbol(of key: UInt64) -> UInt64 { symbols[key] == nil ? key : SlotSymbol.honour.key }

  /// The name of an honour: its first and last words are met where sentences have the symbol.
  mutating func learnEnds(of wording: [Item]) {
    if wording.count == 1, let only = wording.first { symbols.set(0, for: only.key) }
  }

  /// With how many of its neighbours (0 for none) some sentence has the word.
  func fits(_ key: UInt64, after previous: UInt64, before next: UInt64) -> Int {
    let symbol = symbol(of: key)
    var most = 0
    for form in symbol == key ? [key] : [key, symbol] {
      var fits = 0
      if previous != 0, knowsPair(previous, form) { fits += 1 }
      if next != 0, knowsPair(form, next) { fits += 1 }
      most = max(most, fits)
    }
    return most
  }

  /// Whether it is a word of the language as it was typed, known to the catalogue or not.
  func isReal(_ key: UInt64, _ marks: Marks, isUnmarked: Bool) -> Bool {
    realWords[isUnmarked ? key : combined(key, UInt64(marks.bits))] != nil
  }

  mutating func learnCommon(_ words: String) {
    for syllable in FoldedText(words).syllables where syllable.isWord {
      realWords.set(0, for: syllable.key)
      realWords.set(0, for: combined(syllable.key, UInt64(syllable.marks.bits)))
    }
  }

  mutating func learn(_ template: Template) {
    template.visit { part in
      guard case .words(let text) = part else { return }
      let folded = FoldedText(text)
      for syllable in folded.syllables where syllable.isWord {
        let start = Int(syllable.lettersStart)
        learn(
          syllable.key, syllable.marks,
          folded.letters[start..<(start + Int(syllable.lettersCount))])
      }
    }
  }

  mutating func learnPairs(of items: [Item]) {
    for index in items.indices.dropFirst() {
      pairs.set(0, for: combined(items[index - 1].key, items[index].key))
    }
  }

  private mutating func learn(_ key: UInt64, _ marks: Marks, _ letters: ArraySlice<UInt8>) {
    variants.set(0, for: combined(key, UInt64(marks.bits)))
    guard words[key] == nil else { return }
    words.set(0, for: key)
    nearby.insert(Array(letters))
  }
}
