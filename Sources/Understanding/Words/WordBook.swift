import Vietnamese

/// Every word of the catalogue with all that is ever asked of a word, so that one look-up tells it.
final class WordBook: Sendable {
  private let words: WordTable
  private let fullForms: [[Token]]
  private let shortMarks: [Marks]
  private let isShortStrict: [Bool]
  /// What "đ/c" is short for.
  let comrade: [Token]

  init(_ vocabulary: VocabularyDraft, _ grammar: GrammarDraft) {
    var draft = WordBookDraft(vocabulary)
    draft.note(grammar)
    let words = WordTable(draft.entries)
    self.words = words
    shortMarks = grammar.shortMarks
    isShortStrict = grammar.isShortStrict
    fullForms = grammar.fullForms.map { $0.map { words.lookedUp($0) } }
    comrade = Wordings.tokens(of: "đồng chí").map { words.lookedUp($0) }
  }

  /// Tells a token what the catalogue knows of its word.
  @inline(__always)
  func lookUp(_ token: inout Token) { token = words.lookedUp(token) }

  /// Whether some sentence, rule or list has the word.
  @inline(__always)
  func knows(_ key: UInt64) -> Bool { flags(of: key).contains(.known) }

  @inline(__always)
  func flags(of key: UInt64) -> Token.Flags { words.place(of: key).map { words[$0].flags } ?? [] }

  /// The intents whose sentences have the word of a token that was looked up.
  @inline(__always)
  func intents(saying token: Token) -> IntentSet {
    token.word < 0 ? IntentSet() : words[Int(token.word)].intents
  }

  /// What a word is short for, if its marks do not make it another word.
  @inline(__always)
  func fullForm(of token: Token) -> [Token]? {
    guard token.flags.contains(.short), token.word >= 0 else { return nil }
    let place = Int(words[Int(token.word)].fullForm)
    guard token.marks.isPart(of: shortMarks[place]),
      !isShortStrict[place] || token.marks == shortMarks[place]
    else { return nil }
    return fullForms[place]
  }

  /// The same for a word that was not looked up.
  func fullForm(of key: UInt64, _ marks: Marks) -> [Token]? {
    var token = Token(key: key, marks: marks)
    lookUp(&token)
    return fullForm(of: token)
  }
}

/// What is known of a word.
private struct WordEntry: Sendable {
  /// 0 for no word.
  var key: UInt64
  var flags: Token.Flags = []
  /// Place of what it is short for; -1 for no short form.
  var fullForm: Int16 = -1
  /// The intents whose sentences have it outside of free text.
  var intents = IntentSet()
}

/// Words by their keys, an open-addressing table.
///
/// What takes time is waiting for memory: all that is known of a word comes with its key.
private struct WordTable: Sendable {
  private let entries: [WordEntry]
  /// 64 less the bits of a place.
  private let shift: UInt64

  init(_ words: [WordEntry]) {
    var size = 32
    while size < words.count * 2 { size *= 2 }
    shift = UInt64(64 - size.trailingZeroBitCount)
    var entries = Array(repeating: WordEntry(key: 0), count: size)
    for word in words {
      var place = WordTable.place(nearest: word.key, shift)
      while entries[place].key != 0 { place = (place + 1) & (size - 1) }
      entries[place] = word
    }
    self.entries = entries
  }

  @inline(__always)
  subscript(place: Int) -> WordEntry { entries[place] }

  /// Where a word stands; `nil` if it is not there.
  @inline(__always)
  func place(of key: UInt64) -> Int? {
    var place = WordTable.place(nearest: key, shift)
    while entries[place].key != key {
      if entries[place].key == 0 { return nil }
      place = (place &+ 1) & (entries.count &- 1)
    }
    return place
  }

  @inline(__always)
  func lookedUp(_ token: Token) -> Token {
    var token = token
    if let place = place(of: token.key) {
      token.word = Int32(truncatingIfNeeded: place)
      token.flags.formUnion(entries[place].flags)
    } else {
      token.word = -1
    }
    return token
  }

  @inline(__always)
  private static func place(nearest key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: spread(key) &>> shift)
  }
}

private struct WordBookDraft {
  private var places: KeyTable
  private(set) var entries: [WordEntry]

  init(_ words: VocabularyDraft) {
    places = words.words
    entries = words.counts.indices.map { word in
      var entry = WordEntry(key: words.keys[word], flags: .known, intents: words.intents[word])
      // A word that one sentence alone has is like a word that none has.
      if words.counts[word] > 1 { entry.flags.insert(.frequent) }
      if words.isHonour[word] { entry.flags.insert(.honour) }
      return entry
    }
  }

  mutating func note(_ grammar: GrammarDraft) {
    for place in entries.indices where grammar.signalWords.contains(entries[place].key) {
      entries[place].flags.insert(.spelledLikeSignal)
    }
    for place in entries.indices
    where grammar.signalWords.contains(where: { WordBookDraft.isLike(entries[place].key, $0) }) {
      entries[place].flags.insert(.likeSignal)
    }
    grammar.trie.visitOpenings { entries[place(of: $0)].flags.insert(.opensRule) }
    grammar.signals.visitOpenings { entries[place(of: $0)].flags.insert(.opensSignal) }
    grammar.honours.visitOpenings { entries[place(of: $0)].flags.insert(.opensHonour) }
    grammar.honours.visitWords { key, depth in
      guard depth > 1 else { return }
      entries[place(of: key)].flags.insert(depth == 2 ? .entersHonour : .continuesHonour)
    }
    PhraseWord.visitTerms { key, role in
      var flags: Token.Flags = .term
      if role.contains(.opens) { flags.insert(.opensQuantity) }
      if role.contains(.standsAlone) { flags.insert(.isQuantity) }
      entries[place(of: key)].flags.formUnion(flags)
    }
    grammar.abbreviations.visitEntries { key, form in
      let place = place(of: key)
      entries[place].flags.insert(.short)
      entries[place].fullForm = Int16(form)
    }
  }

  /// Short words are one slip away from too many others.
  private static func isLike(_ word: UInt64, _ signal: UInt64) -> Bool {
    word == signal
      || Slip.count(signal) > 2 && Slip.mayBe(from: word, to: signal)
        && Slip.cost(from: word, to: signal) != nil
  }

  private mutating func place(of key: UInt64) -> Int {
    if let place = places[key] { return Int(place) }
    places.set(Int32(entries.count), for: key)
    entries.append(WordEntry(key: key))
    return entries.count - 1
  }
}
