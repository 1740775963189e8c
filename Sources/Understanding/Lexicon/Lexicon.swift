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

  package struct Household: Sendable {
    package let id: Int64
    package let name: String
    package init(id: Int64, name: String) {
      self.id = id
      self.name = name
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
  /// Every syllable of the names of the trie.
  private let words: KeyTable

  /// `wordings` (of a recognizer) adds the usual short forms of unit names.
  package init(
    honours: [Honour] = [], campaigns: [Campaign] = [], units: [Unit] = [],
    people: [Person] = [], households: [Household] = [], wordings: NameWordings = NameWordings()
  ) {
    var draft = LexiconDraft()
    for honour in honours {
      draft.add(Entry(symbol: .honour, code: honour.code, id: 0, name: ""), honour.names)
    }
    for campaign in campaigns {
      draft.add(Entry(symbol: .campaign, code: campaign.id, id: 0, name: ""), campaign.names)
    }
    for unit in units {
      let names = [unit.name] + unit.aliases
      draft.add(
        Entry(symbol: .unit, code: "", id: unit.id, name: unit.name), names,
        shortForms: names.flatMap { wordings.shortForms(ofUnit: $0) })
    }
    for household in households {
      draft.add(
        Entry(symbol: .household, code: "", id: household.id, name: household.name),
        [household.name])
    }
    trie = draft.trie
    entries = draft.entries
    words = draft.words
    self.people = PeopleIndex(people)
  }

  /// The name of a person, unit or household as the store has it.
  package func name(of id: Int64, in subject: SubjectSlot) -> String? {
    switch subject {
    case .person: people.name(of: id)
    case .unit: entries.first { $0.symbol == .unit && $0.id == id }?.name
    case .household: entries.first { $0.symbol == .household && $0.id == id }?.name
    case .me, .spokenOf, .unresolved: nil
    }
  }

  package func unitName(of id: Int64) -> String? {
    entries.first { $0.symbol == .unit && $0.id == id }?.name
  }

  /// Whether some name has this syllable.
  func hasWord(_ key: UInt64) -> Bool { words[key] != nil || people.hasWord(key) }
}

/// A lexicon's names, except people's, while they are gathered.
private struct LexiconDraft {
  private(set) var trie = PhraseTrie()
  private(set) var entries: [Lexicon.Entry] = []
  private(set) var words = KeyTable()

  mutating func add(_ entry: Lexicon.Entry, _ names: [String], shortForms: [[Item]] = []) {
    entries.append(entry)
    for items in names.map({ Expansion.items(of: $0) }) + shortForms {
      trie.insert(items, payload: Int32(entries.count - 1))
      for item in items { words.set(0, for: item.key) }
    }
  }
}

/// How the names of units are shortened in speech; made from `intents/lists/units.yaml`.
package struct NameWordings: Sendable {
  /// Each group holds wordings that stand for one another ("hội liên hiệp phụ nữ", "HPN").
  private var groups: [[[Item]]] = []

  package init() {}

  init(_ groups: [[[Item]]]) { self.groups = groups }

  /// Every other wording of a unit's kind, with what follows it and alone: of "Hội Liên hiệp Phụ nữ
  /// xã Dương Hòa" also "hội phụ nữ xã Dương Hòa" and "hội phụ nữ".
  func shortForms(ofUnit name: String) -> [[Item]] {
    let items = Expansion.items(of: name)
    for group in groups {
      guard let length = longestPrefix(of: items, in: group) else { continue }
      let rest = items[length...]
      return group.flatMap { rest.isEmpty ? [$0] : [$0 + rest, $0] }
    }
    return []
  }

  private func longestPrefix(of items: [Item], in group: [[Item]]) -> Int? {
    group.filter { wording in
      items.count >= wording.count && zip(items, wording).allSatisfy { $0.key == $1.key }
    }.map(\.count).max()
  }
}
