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
        moreForms: names.flatMap { name in
          wordings.shortForms(ofUnit: name) + (wordings.writtenOut(name).map { [$0] } ?? [])
        })
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

/// How the names of units and campaigns are shortened and varied in speech; made from
/// `intents/lists/names.yaml`.
package struct NameWordings: Sendable {
  /// Each group holds wordings that stand for one another ("hội liên hiệp phụ nữ", "HPN").
  private var groups: [[[Token]]] = []
  /// What may be left out before the name of a place: thôn, khóm, ấp …
  private var places: [[Token]] = []
  /// What may stand for the whole kind, before the name of a place: "trường Hoa Sen".
  private var heads: [[Token]] = []
  /// What names of campaigns begin with; one stands for another.
  private var campaigns: [[Token]] = []
  /// What short forms stand for, by their keys: they are written out in messages too.
  private var fullForms: [UInt64: [Token]] = [:]

  package init() {}

  init(
    units: [[[Token]]], heads: [[Token]], places: [[Token]], campaigns: [[Token]],
    fullForms: [UInt64: [Token]]
  ) {
    groups = units
    self.heads = heads
    self.places = places
    self.campaigns = campaigns
    self.fullForms = fullForms
  }

  /// "Văn phòng Ủy ban nhân dân phường", of "Văn phòng UBND phường"; `nil` if nothing is short.
  func writtenOut(_ name: String) -> [Token]? {
    let tokens = Wordings.tokens(of: name)
    guard tokens.contains(where: { fullForms[$0.key] != nil }) else { return nil }
    return tokens.flatMap { fullForms[$0.key] ?? [$0] }
  }

  /// "kế hoạch số 34"
  private static let numberWord = Wordings.tokens(of: "số")

  /// "kế hoạch 60 năm" for "phong trào 60 năm", and "kế hoạch số 34" for "kế hoạch 34".
  func forms(ofCampaign name: String) -> [[Token]] {
    let tokens = Wordings.tokens(of: name)
    guard let length = longestPrefix(of: tokens, in: campaigns), length < tokens.count else {
      return []
    }
    let rest = tokens[length...]
    let numbered = rest.first.map { $0.isNumber } ?? false
    return campaigns.flatMap { opening in
      numbered ? [opening + rest, opening + NameWordings.numberWord + rest] : [opening + rest]
    }
  }

  /// Every other wording of a unit's kind, with what follows it and alone: of "Hội Liên hiệp Phụ nữ
  /// xã Dương Hòa" also "hội phụ nữ xã Dương Hòa" and "hội phụ nữ". Of kinds that no list has, the
  /// name tells what the kind is.
  func shortForms(ofUnit name: String) -> [[Token]] {
    let tokens = Wordings.tokens(of: name)
    let kinds = kinds(ofUnit: name)
    if let length = longestPrefix(of: tokens, in: places) {
      let rest = tokens[length...]
      let forms = (rest.count > 1 ? [Array(rest)] : []) + headedForm(of: tokens, rest)
      if !forms.isEmpty { return forms + kinds }
    }
    for group in groups {
      guard let length = longestPrefix(of: tokens, in: group) else { continue }
      let rest = tokens[length...]
      // "TH Dương Hòa" is a school; "TH" alone is anything.
      return headedForm(of: tokens, rest) + kinds
        + group.flatMap { wording in
          let isTooShort = wording.count == 1 && Slip.count(wording[0].key) <= 2
          let alone = isTooShort ? [] : [wording]
          return rest.isEmpty ? alone : [wording + rest] + alone
        }
    }
    return kinds
  }

  /// "nông trường" and "nông trường cà phê", of "Nông trường Cà phê Đăk Tiêng": what is written small
  /// before the proper name, alone and with the first name behind it. One word alone would be anything,
  /// and so would the kind of a place.
  private func kinds(ofUnit name: String) -> [[Token]] {
    let words = name.split(separator: " ")
    let kind = words.prefix(1) + words.dropFirst().prefix { $0.first?.isLowercase ?? false }
    let rest = words.dropFirst(kind.count)
    guard kind.count > 1, rest.first?.first?.isUppercase ?? false else { return [] }
    let named = kind + rest.prefix(1) + rest.dropFirst().prefix { $0.first?.isLowercase ?? false }
    return [kind, named].filter { $0.count < words.count }
      .map { Wordings.tokens(of: $0.joined(separator: " ")) }
      .filter { longestPrefix(of: $0, in: places) != $0.count }
  }

  /// "trường Hoa Sen", whatever kind of school it is.
  private func headedForm(of name: [Token], _ rest: ArraySlice<Token>) -> [[Token]] {
    guard !rest.isEmpty, let length = longestPrefix(of: name, in: heads) else { return [] }
    return [Array(name[..<length] + rest)]
  }

  /// A "Ban Chỉ huy" is no "bản".
  private func longestPrefix(of tokens: [Token], in group: [[Token]]) -> Int? {
    group.filter { wording in
      tokens.count >= wording.count
        && zip(tokens, wording).allSatisfy { $0.key == $1.key && $0.marks == $1.marks }
    }.map(\.count).max()
  }
}
