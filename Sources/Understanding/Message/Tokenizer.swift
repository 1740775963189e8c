import Vietnamese

/// Makes tokens of the syllables of a message: short forms are written out, slips are mended.
///
/// What was mended is flagged: it helps to understand, and nothing that hangs on it is carried out
/// unasked.
struct Tokenizer: ~Copyable {
  /// The words of a message.
  struct Words {
    /// At most `mostTokens`.
    var tokens: [Token] = []
    var slips = SlipMap()
    /// The message was longer than what is looked at.
    var isCut = false

    /// Whether another look at the same message mended the same words and doubts the same: then it
    /// finds the same values.
    func isLike(_ other: Words) -> Bool {
      slips == other.slips && tokens.count == other.tokens.count
        && tokens.indices.allSatisfy { tokens[$0].key == other.tokens[$0].key }
    }
  }

  /// Longer messages are read up to here; what is beyond is only text.
  static let mostTokens = 64

  private let text: MessageText
  private let book: WordBook
  private let vocabulary: Vocabulary?
  private let lexicon: Lexicon?
  private let isCareful: Bool
  /// The marks of this message tell nothing, because it has hardly any.
  private let isUnmarked: Bool
  /// Marks were typed in Telex or VNI and left as keystrokes.
  private var hasKeystrokes = false
  private var words = Words()

  /// - Parameters:
  ///   - vocabulary: `nil` for sentences of the catalogue, in which nothing is mended.
  ///   - isCareful: Doubt known words too, where no sentence has them beside their neighbours.
  init(
    _ text: MessageText, book: WordBook, vocabulary: Vocabulary?, lexicon: Lexicon?,
    isCareful: Bool = false
  ) {
    self.text = text
    self.book = book
    self.vocabulary = vocabulary
    self.lexicon = lexicon
    self.isCareful = isCareful
    let folded = text.folded
    isUnmarked = folded.markedCount * 3 < folded.wordCount || folded.markedCount == 0
    words.tokens.reserveCapacity(min(folded.syllables.count, Tokenizer.mostTokens) + 8)
  }

  private var folded: FoldedText { text.folded }

  consuming func read() -> Words {
    readSyllables()
    return words
  }

  private mutating func readSyllables() {
    var index = 0
    while index < folded.syllables.count, words.tokens.count < Tokenizer.mostTokens {
      index = appendSyllable(at: index)
    }
    words.isCut = index < folded.syllables.count
    if words.tokens.count > Tokenizer.mostTokens {
      words.isCut = true
      words.tokens.removeSubrange(Tokenizer.mostTokens...)
    }
    if writesAllInCapitals {
      for index in words.tokens.indices where words.tokens[index].flags.contains(.known) {
        words.tokens[index].flags.remove(.capitalized)
      }
    }
    // Keystrokes that became marks are marks: in "dang kys cho chij Hoa" Hoa is no Hòa.
    if isUnmarked, hasKeystrokes, hasDecodedMarks {
      for index in words.tokens.indices where !words.tokens[index].flags.contains(.repaired) {
        words.tokens[index].flags.remove(.unmarked)
      }
    }
  }

  /// Appends what stands at `index` and returns the index after it.
  @inline(__always)
  private mutating func appendSyllable(at index: Int) -> Int {
    let syllable = folded.syllables[index]
    guard syllable.isWord else {
      words.tokens.append(number(syllable, index))
      return index + 1
    }
    let isNextGlued = isGlued(index + 1)
    if isNextGlued, !folded.syllables[index + 1].isWord || isGlued(index + 2),
      !isUnitSign(at: index), let next = appendVNI(from: index)
    {
      return next
    }
    if syllable.lettersCount == 1, isComrade(at: index) {
      append(book.comrade, index, index + 1, [])
      return index + 2
    }
    var token = token(of: syllable, index)
    book.lookUp(&token)
    if token.flags.contains(.short), !isUnitSign(at: index), !isInName(syllable, index),
      let full = book.fullForm(of: token)
    {
      append(full, index, index, .expanded)
      return index + 1
    }
    lexicon?.lookUp(&token)
    if token.flags.isDisjoint(with: isCareful ? .name : [.name, .known]), let vocabulary {
      appendMended(token, syllable, index, vocabulary)
    } else {
      words.tokens.append(token)
    }
    return index + 1
  }

  /// Appends a word that may be mistyped.
  private mutating func appendMended(
    _ typed: Token, _ syllable: Syllable, _ index: Int, _ vocabulary: Vocabulary
  ) {
    var token = typed
    switch mended(typed, syllable, index, vocabulary) {
    case nil: words.tokens.append(token)
    case .word(let key, let marks):
      token.key = key
      token.flags.insert(.repaired)
      if let marks {
        hasKeystrokes = true
        token.marks = marks
        token.flags.remove(.unmarked)
      } else {
        token.marks = Marks()
        token.flags.insert(.unmarked)
      }
      appendKnown(token)
    case .words(let parts):
      token.flags.insert(.repaired)
      for (offset, part) in parts.enumerated() {
        if offset > 0 {
          token.flags.subtract([.startsClause, .capitalized])
          token.gap = .space
        }
        append(part, token, index)
      }
    }
  }

  /// Appends one of several words that were typed as one.
  private mutating func append(
    _ part: WordsRunTogether.Part, _ whole: Token, _ index: Int
  ) {
    if let fullForm = part.fullForm {
      append(fullForm, index, index, [.expanded, .repaired])
      return
    }
    var token = whole
    token.key = part.key
    token.marks = part.marks ?? Marks()
    if part.marks == nil { token.flags.insert(.unmarked) }
    appendKnown(token)
  }

  /// Appends a word that counts as one of the catalogue, whatever it was before.
  private mutating func appendKnown(_ token: Token) {
    var token = token
    book.lookUp(&token)
    token.flags.insert(.known)
    lexicon?.lookUp(&token)
    words.tokens.append(token)
  }

  /// What was meant, if the word is likely mistyped; notes it if it may be.
  private mutating func mended(
    _ token: Token, _ syllable: Syllable, _ index: Int, _ vocabulary: Vocabulary
  ) -> Mender.Mended? {
    let previous =
      index > 0 && !syllable.gap.endsClause
      ? words.tokens.last.map { vocabulary.symbol(of: $0.key) } ?? 0 : 0
    let next = key(after: index, vocabulary)
    let isKnown = token.flags.contains(.known)
    if isKnown, vocabulary.fits(syllable.key, after: previous, before: next) > 0 { return nil }
    let meant =
      isKnown && (previous == 0 || next == 0)
      ? nil
      : Mender(vocabulary: vocabulary, lexicon: lexicon).mended(
        Mender.Word(
          syllable: syllable, text: text, previous: previous, next: next,
          isUnmarked: isUnmarked, isNameLike: syllable.shape == .capitalized && index > 0))
    let isWord =
      isKnown || vocabulary.isReal(syllable.key, syllable.marks, isUnmarked: isUnmarked)
    words.slips.note(words.tokens.count, isStrange: meant != nil || !isWord)
    return meant
  }

  private func token(of syllable: Syllable, _ index: Int) -> Token {
    var flags: Token.Flags = isUnmarked ? .unmarked : []
    if syllable.gap.endsClause, index > 0 { flags.insert(.startsClause) }
    if syllable.shape == .capitalized { flags.insert(.capitalized) }
    return Token(
      key: syllable.key, marks: syllable.marks, first: index, last: index, flags: flags,
      gap: syllable.gap)
  }

  /// The word after `index` in the same clause, as far as it is one; 0 otherwise.
  private func key(after index: Int, _ vocabulary: Vocabulary) -> UInt64 {
    guard index + 1 < folded.syllables.count else { return 0 }
    let syllable = folded.syllables[index + 1]
    if syllable.gap.endsClause { return 0 }
    guard syllable.isWord else { return SlotSymbol.number.key }
    if let full = book.fullForm(of: syllable.key, syllable.marks) { return full.first?.key ?? 0 }
    return vocabulary.symbol(of: syllable.key)
  }

  private mutating func append(
    _ phrase: [Token], _ first: Int, _ last: Int, _ more: Token.Flags
  ) {
    let syllable = folded.syllables[first]
    for (offset, word) in phrase.enumerated() {
      var token = word
      token.first = Int16(truncatingIfNeeded: first)
      token.last = Int16(truncatingIfNeeded: last)
      token.flags.formUnion(more.union(.known))
      if offset == 0 {
        token.gap = syllable.gap
        if syllable.gap.endsClause, first > 0 { token.flags.insert(.startsClause) }
      } else {
        token.flags.insert(.continued)
      }
      lexicon?.lookUp(&token)
      words.tokens.append(token)
    }
  }

  private func number(_ syllable: Syllable, _ index: Int) -> Token {
    var token = token(of: syllable, index)
    token.flags.remove(.unmarked)
    if syllable.isNumber {
      token.key = Token.numberKey(syllable.key)
      token.flags.insert(.number)
      token.digits = UInt8(clamping: syllable.lettersCount)
      lexicon?.lookUp(&token)
    } else {
      token.key = Token.percentKey
    }
    token.marks = Marks()
    book.lookUp(&token)
    return token
  }

  private func isGlued(_ index: Int) -> Bool {
    index < folded.syllables.count && folded.syllables[index].gap.sign == 0
      && folded.syllables[index].gap.isTight
  }

  /// "đ/c": đồng chí.
  private func isComrade(at index: Int) -> Bool {
    folded.syllables[index].key == 0x64
      && index + 1 < folded.syllables.count
      && folded.syllables[index + 1].gap.isTight(UInt8(ascii: "/"))
      && folded.syllables[index + 1].key == 0x63
  }

  /// The A of "Trường Tiểu học A Nhơn Hưng", the H of "H'Nga", the CT of "Tòa CT2A"; Mr. Chánh, who is
  /// no "chính".
  private func isInName(_ syllable: Syllable, _ index: Int) -> Bool {
    guard lexicon?.hasWord(syllable.key) ?? false else { return false }
    if syllable.lettersCount > 1 {
      if syllable.shape == .capitalized { return index > 0 && !syllable.gap.endsSentence }
      return syllable.shape == .upper && isGlued(index + 1)
        && folded.syllables[index + 1].isNumber
    }
    return isBeforeApostrophe(index)
      || syllable.shape != .lower && words.tokens.last?.flags.contains(.name) ?? false
  }

  /// An apostrophe, straight or curved, without a space on either side.
  private func isBeforeApostrophe(_ index: Int) -> Bool {
    guard index + 1 < folded.syllables.count else { return false }
    let gap = folded.syllables[index + 1].gap
    return gap.isTight(UInt8(ascii: "'")) || gap.isTight(UInt8(ascii: "\""))
  }

  /// What weights and lengths are short for.
  private static let units: [UInt64] = [
    FoldedKey.key("kg"), FoldedKey.key("m"), FoldedKey.key("t"),
  ]

  /// The h of "8h", the k of "64k", the t of "t2", the kg of "250 kg": no short form of a word.
  private func isUnitSign(at index: Int) -> Bool {
    guard folded.syllables[index].lettersCount <= 2 else { return false }
    if index > 0, folded.syllables[index - 1].isNumber,
      isGlued(index) || Tokenizer.units.contains(folded.syllables[index].key)
    {
      return true
    }
    return folded.syllables[index].key == 0x74 && isGlued(index + 1)
      && folded.syllables[index + 1].isNumber
  }

  /// A run of letters and digits that spells a syllable in VNI.
  private mutating func appendVNI(from start: Int) -> Int? {
    guard let vocabulary else { return nil }
    var end = start + 1
    while end < folded.syllables.count, isGlued(end), folded.syllables[end].kind != .percent,
      end - start < 8
    {
      end += 1
    }
    let last = folded.syllables[end - 1]
    let keys = (start..<end).flatMap { folded.letters(of: folded.syllables[$0]) }[...]
    // "tổ a2" is a name; the "ạ" at the end of what else was left in keystrokes is none.
    let isFinalDot =
      hasKeystrokes && end == folded.syllables.count && keys.last == UInt8(ascii: "5")
    if keys.count == 2, !isFinalDot { return nil }
    var token = token(of: folded.syllables[start], start)
    token.last = Int16(truncatingIfNeeded: end - 1)
    if let typed = VNI.decoded(keys, token.marks), last.isWord || isWord(typed, vocabulary) {
      token.key = typed.key
      token.marks = typed.marks
      token.flags.remove(.unmarked)
      hasKeystrokes = true
    } else if let key = withoutStrokes(keys) {
      token.key = key
      token.marks = Marks()
      token.flags.insert(.unmarked)
    } else {
      return nil
    }
    token.flags.insert(.repaired)
    book.lookUp(&token)
    lexicon?.lookUp(&token)
    words.tokens.append(token)
    return end
  }

  /// "CSTD9CS": an abbreviation with its Đ.
  private func withoutStrokes(_ keys: ArraySlice<UInt8>) -> UInt64? {
    guard let letters = VNI.withoutStrokes(keys) else { return nil }
    let key = FoldedKey.key(letters.span)
    return book.knows(key) ? key : nil
  }

  private func isWord(_ typed: KeyedSyllable, _ vocabulary: Vocabulary) -> Bool {
    vocabulary.knows(typed.key, typed.marks)
      || vocabulary.isReal(typed.key, typed.marks, isUnmarked: false)
      || lexicon?.hasWord(typed.key) ?? false
  }

  /// "Chú Có Lời Nhắc Nào": a capital tells nothing where a telephone gives every word one. What
  /// sentences have side by side is no name.
  private var writesAllInCapitals: Bool {
    var count = 0
    var capitals = 0
    for token in words.tokens where token.flags.isDisjoint(with: [.number, .continued]) {
      count += 1
      // "Trường THCS": nor do abbreviations tell.
      if folded.syllables[Int(token.first)].shape != .lower { capitals += 1 }
    }
    // In a longer message one may have been left out.
    guard count > 2, capitals + (count > 4 ? 1 : 0) >= count else { return false }
    return knownPairs > 1 && 3 * knownPairs >= count
  }

  /// Of the words side by side, how many pairs some sentence has.
  private var knownPairs: Int {
    guard let vocabulary else { return 0 }
    let keys = words.tokens.lazy.filter { !$0.flags.contains(.number) }
      .map { vocabulary.symbol(of: $0.key) }
    return zip(keys, keys.dropFirst()).count { vocabulary.areNeighbours($0, $1) }
  }

  /// A third of the words got their marks from keystrokes.
  private var hasDecodedMarks: Bool {
    var count = 0
    var marked = 0
    for token in words.tokens where token.flags.isDisjoint(with: [.number, .expanded]) {
      count += 1
      if !token.marks.isEmpty { marked += 1 }
    }
    return marked * 3 >= count && marked > 0
  }
}
