import Vietnamese

/// The names of one organization: what messages can speak of.
///
/// Made anew from the store's rows when they change: 100,000 people take well under a second.
/// Names are found by their folded syllables; the marks then tell Hoa from Hòa and Hóa where they
/// were typed. Immutable and passed by reference: every message hands it to several readers.
package final class Lexicon: Sendable {
  package struct Honour: Sendable {
    package let code: String
    package let names: [String]
    package init(code: String, names: [String]) {
      self.code = code
      self.names = names
    }
  }

  package struct Campaign: Sendable {
    package let id: String
    /// The theme, the number, and what people call it.
    package let names: [String]
    package init(id: String, names: [String]) {
      self.id = id
      self.names = names
    }
  }

  package struct Unit: Sendable {
    package let id: Int64
    package let name: String
    package let aliases: [String]
    package init(id: Int64, name: String, aliases: [String] = []) {
      self.id = id
      self.name = name
      self.aliases = aliases
    }
  }

  package struct Person: Sendable {
    package let id: Int64
    package let name: String
    package let unit: Int64?
    package init(id: Int64, name: String, unit: Int64? = nil) {
      self.id = id
      self.name = name
      self.unit = unit
    }
  }

  /// One name of the trie.
  struct Entry: Sendable {
    let symbol: SlotSymbol
    let code: String
    let id: Int64
    let name: String
  }

  let trie: PhraseTrie
  let entries: [Entry]
  let people: PeopleIndex
  /// Words that stand side by side in a topic.
  private let topicPairs: Set<UInt64>
  /// What each syllable of a name can be, as flags of a token.
  private let words: KeyTable

  /// - Parameters:
  ///   - topics: what figures are reported about ("Hộ dùng điện kế").
  ///   - wordings: of a recognizer; adds the usual short forms of unit names.
  package init(
    honours: [Honour] = [], campaigns: [Campaign] = [], units: [Unit] = [],
    people: [Person] = [], topics: [String] = [], wordings: NameWordings = NameWordings()
  ) {
    var draft = LexiconDraft()
    for honour in honours {
      draft.add(Entry(symbol: .honour, code: honour.code, id: 0, name: ""), honour.names)
    }
    for campaign in campaigns {
      draft.add(
        Entry(symbol: .campaign, code: campaign.id, id: 0, name: ""), campaign.names,
        moreForms: campaign.names.flatMap { wordings.forms(ofCampaign: $0) })
    }
    for unit in units {
      let names = [unit.name] + unit.aliases
      draft.add(
        Entry(symbol: .unit, code: "", id: unit.id, name: unit.name), names,
        moreForms: names.flatMap { wordings.forms(ofUnit: $0) })
    }
    trie = draft.trie.frozen()
    entries = draft.entries
    self.people = PeopleIndex(people)
    var words = draft.words
    self.people.visitWords { key, flags in
      words.set((words[key] ?? 0) | Int32(flags.rawValue), for: key)
    }
    self.words = words
    topicPairs = topics.reduce(into: []) { pairs, topic in
      let keys = Wordings.tokens(of: topic).map(\.key)
      for (one, next) in zip(keys, keys.dropFirst()) { pairs.insert(combined(one, next)) }
    }
  }

  /// Whether a topic has the two words side by side: a text does not end between them.
  func isTopic(_ one: Token, _ next: Token) -> Bool {
    topicPairs.contains(combined(one.key, next.key))
  }

  /// The name of a person, a unit or the head of a household as the store has it.
  package func name(of id: Int64, in subject: SubjectSlot) -> String? {
    switch subject {
    case .person, .household: people.name(of: id)
    case .unit: unitName(of: id)
    case .me, .spokenOf, .unresolved: nil
    }
  }

  package func unitName(of id: Int64) -> String? {
    entries.first { $0.symbol == .unit && $0.id == id }?.name
  }

  /// Whether some name has this syllable.
  func hasWord(_ key: UInt64) -> Bool { words[key] != nil }

  /// Tells a token what its word can be in a name.
  @inline(__always)
  func lookUp(_ token: inout Token) {
    guard let flags = words[token.key] else { return }
    token.flags.formUnion(Token.Flags(rawValue: UInt32(truncatingIfNeeded: flags)))
  }
}

/// A lexicon's names, except people's, while they are gathered.
private struct LexiconDraft {
  private(set) var trie = PhraseTrieDraft()
  private(set) var entries: [Lexicon.Entry] = []
  private(set) var words = KeyTable()

  mutating func add(_ entry: Lexicon.Entry, _ names: [String], moreForms: [[Token]] = []) {
    entries.append(entry)
    for tokens in names.map({ Wordings.tokens(of: $0) }) + moreForms {
      trie.insert(tokens, payload: Int32(entries.count - 1))
      for (index, token) in tokens.enumerated() {
        let flags: Token.Flags = index == 0 ? [.name, .startsName] : .name
        words.set((words[token.key] ?? 0) | Int32(flags.rawValue), for: token.key)
      }
    }
  }
}
