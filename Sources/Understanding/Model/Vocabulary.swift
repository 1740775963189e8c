import Vietnamese

/// The words of the catalogue: which there are, with which marks, and which stand side by side.
///
/// What is not in it may be a slip; what stands side by side tells which word was meant.
struct Vocabulary: Sendable {
  private var words = KeyTable(capacity: 4096)
  private var variants = KeyTable(capacity: 4096)
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
