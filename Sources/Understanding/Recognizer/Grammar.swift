import Vietnamese

/// The rules and lists of a catalogue, compiled for matching.
///
/// Immutable and passed by reference: every message hands it to several readers.
final class Grammar: Sendable {
  /// A rule or a list slot.
  struct Concept: Sendable {
    let name: String
    let signal: Signal?
    let slot: SlotName?
  }

  /// One occurrence in a message.
  struct Occurrence {
    let concept: Int32
    /// Index of the list value, -1 for rules.
    let value: Int32
    let first: Int
    let last: Int
    /// A single word that lacks its marks among marked words: likely another word.
    let lacksMarks: Bool
    /// A slip was mended in it, or one of its marks is wrong.
    let isMended: Bool

    var isDoubtful: Bool { lacksMarks || isMended }

    var count: Int { last - first + 1 }
  }

  let concepts: [Concept]
  let values: [[String]]
  /// Rules and lists, by payload of (concept, value).
  let trie: PhraseTrie
  private let payloads: [(concept: Int32, value: Int32)]
  /// Spoken names of honours and their codes.
  let honours: PhraseTrie
  let honourCodes: [String]
  let abbreviations: KeyTable
  let fullForms: [[Item]]
  private let shortMarks: [Marks]
  let nameWordings: NameWordings
  private let conceptIndex: [String: Int32]

  init(_ catalogue: IntentCatalogue, _ expansion: Expansion) throws(CatalogueFaults) {
    let draft = try GrammarDraft(catalogue, expansion)
    concepts = draft.concepts
    values = draft.values
    trie = draft.trie
    payloads = draft.payloads
    honours = draft.honours
    honourCodes = draft.honourCodes
    abbreviations = draft.abbreviations
    fullForms = draft.fullForms
    shortMarks = draft.shortMarks
    nameWordings = draft.nameWordings
    conceptIndex = draft.conceptIndex
  }

  /// Place in the list of honours.
  func rank(ofHonour code: String) -> Int { honourCodes.firstIndex(of: code) ?? Int.max }

  func concept(named name: String) -> Int32? { conceptIndex[name] }

  /// Every rule and list value that occurs in a message, in order of their first word.
  func occurrences(in items: [Item]) -> [Occurrence] {
    var found: [Occurrence] = []
    found.reserveCapacity(items.count * 2)
    for start in items.indices {
      trie.forEachMatch(in: items, from: start) { match in
        let (concept, value) = payloads[Int(match.payload)]
        let range = start..<(start + match.count)
        found.append(
          Occurrence(
            concept: concept, value: value, first: start, last: range.upperBound - 1,
            lacksMarks: match.count == 1 && match.missing > 0,
            isMended: match.conflicting > 0
              || range.contains { items[$0].flags.contains(.repaired) }))
      }
    }
    return found
  }

  /// What a word stands for, if it is a short form and its marks do not make it another word.
  func fullForm(of syllable: Syllable) -> [Item]? {
    guard let index = abbreviations[syllable.key],
      syllable.marks.isPart(of: shortMarks[Int(index)])
    else { return nil }
    return fullForms[Int(index)]
  }
}
