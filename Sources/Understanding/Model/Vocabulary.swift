import Vietnamese

/// The words of the catalogue: which there are, with which marks, and which stand side by side.
///
/// What is not in it may be a slip; what stands side by side tells which word was meant.
final class Vocabulary: Sendable {
  private let realWords: KeyTable
  private let words: KeyTable
  private let variants: KeyTable
  private let pairs: KeyTable
  let nearby: NearbyWords

  init(_ draft: VocabularyDraft) {
    realWords = draft.realWords
    words = draft.words
    variants = draft.variants
    pairs = draft.pairs
    nearby = draft.nearby
  }

  /// Whether some sentence, rule or list has the word.
  @inline(__always)
  func knows(_ key: UInt64) -> Bool { words[key] != nil }

  /// The same with exactly these marks.
  func knows(_ key: UInt64, _ marks: Marks) -> Bool {
    variants[combined(key, UInt64(marks.bits))] != nil
  }

  /// What stands for the word in sentences: the symbol of its slot for an honour in one word
  /// ("LĐTT"), else the word itself.
  @inline(__always)
  func symbol(of key: UInt64) -> UInt64 {
    words[key] == VocabularyDraft.honour ? SlotSymbol.honour.key : key
  }

  /// With how many of its neighbours (0 for none) some sentence has the word.
  @inline(__always)
  func fits(_ key: UInt64, after previous: UInt64, before next: UInt64) -> Int {
    let symbol = symbol(of: key)
    let own = fitsItself(key, previous, next)
    return symbol == key ? own : max(own, fitsItself(symbol, previous, next))
  }

  @inline(__always)
  private func fitsItself(_ key: UInt64, _ previous: UInt64, _ next: UInt64) -> Int {
    var fits = 0
    if previous != 0, pairs[combined(previous, key)] != nil { fits += 1 }
    if next != 0, pairs[combined(key, next)] != nil { fits += 1 }
    return fits
  }

  /// Whether it is a word of the language as it was typed, known to the catalogue or not.
  func isReal(_ key: UInt64, _ marks: Marks, isUnmarked: Bool) -> Bool {
    realWords[isUnmarked ? key : combined(key, UInt64(marks.bits))] != nil
  }
}

/// A vocabulary while it is gathered.
struct VocabularyDraft {
  /// In `words`: an honour in one word.
  static let honour: Int32 = 1

  /// Real words beside those of the catalogue, with their marks and without.
  private(set) var realWords = KeyTable(capacity: 8192)
  private(set) var words = KeyTable(capacity: 2048)
  private(set) var variants = KeyTable(capacity: 2048)
  private(set) var pairs = KeyTable(capacity: 16_384)
  private(set) var nearby = NearbyWords()

  mutating func learnCommon(_ words: String) {
    for syllable in FoldedText(words).syllables where syllable.isWord {
      realWords.set(0, for: syllable.key)
      realWords.set(0, for: combined(syllable.key, UInt64(syllable.marks.bits)))
    }
  }

  mutating func learn(_ template: Template) {
    template.visit { part in
      guard case .words(let text) = part else { return }
      for syllable in FoldedText(text).syllables where syllable.isWord {
        learn(syllable.key, syllable.marks)
      }
    }
  }

  mutating func learnPairs(of items: [Item]) {
    for index in items.indices.dropFirst() {
      pairs.set(0, for: combined(items[index - 1].key, items[index].key))
    }
  }

  /// An honour's name in one word, which may stand where sentences have the symbol.
  mutating func learnHonour(_ wording: [Item]) {
    if wording.count == 1, let only = wording.first {
      words.set(VocabularyDraft.honour, for: only.key)
    }
  }

  private mutating func learn(_ key: UInt64, _ marks: Marks) {
    variants.set(0, for: combined(key, UInt64(marks.bits)))
    guard words[key] == nil else { return }
    words.set(0, for: key)
    nearby.insert(key)
  }
}
