import Vietnamese

/// Finds what was meant by a word that is no word, or that does not fit where it stands.
///
/// Only words of the catalogue are ever put in, and their neighbours must speak for them: a
/// syllable has eighteen others one slip away. Names are never changed.
struct Mender {
  let vocabulary: Vocabulary
  let lexicon: Lexicon?

  /// A word with its place.
  struct Word {
    let syllable: Syllable
    let text: MessageText
    /// Keys of the neighbours, 0 at the ends of a clause.
    let previous: UInt64
    let next: UInt64
    let isUnmarked: Bool
    /// It may be a name: capitalized, or after a title.
    let isNameLike: Bool

    var key: UInt64 { syllable.key }
    var marks: Marks { syllable.marks }
    var count: Int { Int(syllable.lettersCount) }
    /// Made anew each time.
    var letters: [UInt8] { text.folded.letters(of: syllable) }
    var written: String { text.syllable(syllable) }
  }

  enum Mended {
    case word(UInt64, Marks?)
    case words([WordsRunTogether.Part])
  }

  /// `nil` if the word is best left as it is.
  func mended(_ word: Word) -> Mended? {
    let isKnown = vocabulary.knows(word.key)
    if isKnown { return fitting(word) }
    if lexicon?.hasWord(word.key) ?? false { return nil }
    let letters = word.letters
    let isSyllable = SyllableShape.shared.isSyllable(letters[...])
    if isSyllable, word.isNameLike { return nil }
    let isReal = vocabulary.isReal(word.key, word.marks, isUnmarked: word.isUnmarked)
    let mustFit = isReal ? 2 : isSyllable || word.count < 4 ? 1 : 0
    let near = nearest(word, mustFit: mustFit)
    if isSyllable { return near.map { .word($0.key, nil) } }
    if word.isNameLike, let name = nearestName(word.key) { return .word(name, nil) }
    if let typed = Telex.decoded(letters[...], word.marks) {
      let cost = telexCost(typed, word)
      if let near, near.cost < cost { return .word(near.key, nil) }
      return .word(typed.key, typed.marks)
    }
    if let key = withoutStroke(letters) { return .word(key, nil) }
    if let apart = WordsRunTogether(vocabulary: vocabulary, lexicon: lexicon).found(in: word),
      !word.isNameLike || lexicon?.hasWord(apart.parts[0].key) ?? false,
      apart.cost < near?.cost ?? .infinity
    {
      return .words(apart.parts)
    }
    return near.map { .word($0.key, nil) }
  }

  /// Another word for one that is known, but fits neither of its neighbours, where the other fits
  /// both: "ký gia ước" for "ký giao ước".
  private func fitting(_ word: Word) -> Mended? {
    guard word.previous != 0, word.next != 0, !word.isNameLike, word.count > 1,
      vocabulary.fits(word.key, after: word.previous, before: word.next) == 0,
      !(lexicon?.hasWord(word.key) ?? false)
    else { return nil }
    return nearest(word, mustFit: 2).map { .word($0.key, nil) }
  }

  /// The only syllable of a name that is nearest to letters that are no syllable.
  private func nearestName(_ typed: UInt64) -> UInt64? {
    guard let nearby = lexicon?.people.nearby else { return nil }
    var best: (key: UInt64, cost: Double)?
    var isUnique = true
    nearby.visitNear(typed) { key, cost in
      if let known = best, known.key == key || known.cost < cost { return }
      isUnique = best.map { $0.cost > cost } ?? true
      best = (key, cost)
    }
    return isUnique ? best?.key : nil
  }

  /// "CSTDDCS": an abbreviation with its Đ in Telex.
  private func withoutStroke(_ letters: [UInt8]) -> UInt64? {
    let d = UInt8(ascii: "d")
    guard
      let first = letters.indices.dropLast().first(where: {
        letters[$0] == d && letters[$0 + 1] == d
      })
    else { return nil }
    var rest = letters
    rest.remove(at: first)
    let key = FoldedKey.key(rest.span)
    return vocabulary.knows(key) ? key : nil
  }

  /// What the Telex reading costs beside a slip: little if the word is known with these marks.
  private func telexCost(_ typed: KeyedSyllable, _ word: Word) -> Double {
    let isName = lexicon?.hasWord(typed.key) ?? false
    let isWord =
      isName || vocabulary.knows(typed.key, typed.marks)
      || vocabulary.isReal(typed.key, typed.marks, isUnmarked: false)
    let cost = isWord ? 0.1 : 0.6
    return cost - 0.5 * Double(vocabulary.fits(typed.key, after: word.previous, before: word.next))
  }

  private func nearest(_ word: Word, mustFit: Int) -> (key: UInt64, cost: Double)? {
    var best: (key: UInt64, cost: Double)?
    vocabulary.nearby.visitNear(word.key) { key, slip in
      let fits = vocabulary.fits(key, after: word.previous, before: word.next)
      guard fits >= mustFit, key != word.key else { return }
      let cost = slip - 0.5 * Double(fits)
      if cost < best?.cost ?? .infinity { best = (key, cost) }
    }
    return best
  }
}
