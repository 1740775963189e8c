import Vietnamese

/// Every word of the catalogue with all that is ever asked of a word, so that one look-up tells it.
final class WordBook: Sendable {
  fileprivate struct Entry: Sendable {
    var flags: Token.Flags = []
    /// Place of what it is short for; -1 for no short form.
    var fullForm: Int16 = -1
    /// The intents whose sentences have it outside of free text.
    var intents = IntentSet()
  }

  private let places: KeyTable
  private let entries: [Entry]
  private let fullForms: [[Token]]
  private let shortMarks: [Marks]
  /// What "đ/c" is short for.
  let comrade: [Token]

  init(_ words: VocabularyDraft, _ grammar: GrammarDraft) {
    var draft = WordBookDraft(words)
    draft.note(grammar)
    places = draft.places
    entries = draft.entries
    shortMarks = grammar.shortMarks
    fullForms = grammar.fullForms.map { $0.map { draft.noted($0) } }
    comrade = Wordings.tokens(of: "đồng chí").map { draft.noted($0) }
  }

  /// Tells a token what the catalogue knows of its word.
  @inline(__always)
  func lookUp(_ token: inout Token) {
    guard let place = places[token.key] else {
      token.word = -1
      return
    }
    token.word = place
    token.flags.formUnion(entries[Int(place)].flags)
  }

  /// Whether some sentence, rule or list has the word.
  @inline(__always)
  func knows(_ key: UInt64) -> Bool { flags(of: key).contains(.known) }

  @inline(__always)
  func flags(of key: UInt64) -> Token.Flags {
    guard let place = places[key] else { return [] }
    return entries[Int(place)].flags
  }

  /// The intents whose sentences have the word of a token that was looked up.
  @inline(__always)
  func intents(saying token: Token) -> IntentSet {
    token.word < 0 ? IntentSet() : entries[Int(token.word)].intents
  }

  /// What a word is short for, if its marks do not make it another word.
  @inline(__always)
  func fullForm(of token: Token) -> [Token]? {
    guard token.flags.contains(.short), token.word >= 0 else { return nil }
    let place = Int(entries[Int(token.word)].fullForm)
    return token.marks.isPart(of: shortMarks[place]) ? fullForms[place] : nil
  }

  /// The same for a word that was not looked up.
  func fullForm(of key: UInt64, _ marks: Marks) -> [Token]? {
    var token = Token(key: key, marks: marks)
    lookUp(&token)
    return fullForm(of: token)
  }
}

private struct WordBookDraft {
  private(set) var places: KeyTable
  private(set) var entries: [WordBook.Entry]

  init(_ words: VocabularyDraft) {
    places = words.words
    entries = words.counts.indices.map { word in
      var entry = WordBook.Entry()
      entry.flags = .known
      // A word that one sentence alone has is like a word that none has.
      if words.counts[word] > 1 { entry.flags.insert(.frequent) }
      if words.isHonour[word] { entry.flags.insert(.honour) }
      entry.intents = words.intents[word]
      return entry
    }
  }

  mutating func note(_ grammar: GrammarDraft) {
    places.visitEntries { key, place in
      if grammar.signalWords.contains(where: { WordBookDraft.isLike(key, $0) }) {
        entries[Int(place)].flags.insert(.likeSignal)
      }
    }
    grammar.trie.visitOpenings { entries[place(of: $0)].flags.insert(.opensRule) }
    grammar.signals.visitOpenings { entries[place(of: $0)].flags.insert(.opensSignal) }
    grammar.honours.visitOpenings { entries[place(of: $0)].flags.insert(.opensHonour) }
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

  func noted(_ token: Token) -> Token {
    var token = token
    if let place = places[token.key] {
      token.word = place
      token.flags.formUnion(entries[Int(place)].flags)
    }
    return token
  }

  private mutating func place(of key: UInt64) -> Int {
    if let place = places[key] { return Int(place) }
    places.set(Int32(entries.count), for: key)
    entries.append(WordBook.Entry())
    return entries.count - 1
  }
}
