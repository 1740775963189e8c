import Vietnamese

/// The rules and lists of a catalogue, compiled for matching.
struct Grammar: Sendable {
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

  /// Of one template of a rule or list; more would make loading slow.
  static let mostWordings = 4_000

  private(set) var concepts: [Concept] = []
  private(set) var values: [[String]] = []
  /// Rules and lists, by payload of (concept, value).
  private(set) var trie = PhraseTrie()
  private var payloads: [(concept: Int32, value: Int32)] = []
  /// Spoken names of honours and their codes.
  private(set) var honours = PhraseTrie()
  private(set) var honourCodes: [String] = []
  private(set) var abbreviations = KeyTable()
  private(set) var fullForms: [[Item]] = []
  private var shortMarks: [Marks] = []
  private(set) var nameWordings = NameWordings()
  private var conceptIndex: [String: Int32] = [:]

  /// Place in the list of honours.
  func rank(ofHonour code: String) -> Int { honourCodes.firstIndex(of: code) ?? Int.max }

  func concept(named name: String) -> Int32? { conceptIndex[name] }

  init(_ catalogue: IntentCatalogue, _ expansion: Expansion) throws(CatalogueFaults) {
    var faults: [CatalogueFault] = []
    for (name, templates) in catalogue.rules.sorted(by: { $0.key < $1.key }) {
      let concept = Concept(name: name, signal: Signal(rawValue: name), slot: nil)
      let payload = add(concept, values: [])
      for template in templates {
        Grammar.insert(template, expansion, name, &faults) { trie.insert($0, payload: payload) }
      }
    }
    for (name, values) in catalogue.lists.sorted(by: { $0.key < $1.key }) {
      if name == SlotName.honour.rawValue {
        for value in values { addHonour(value, expansion, &faults) }
      } else {
        addList(name, values, expansion, &faults)
      }
    }
    nameWordings = NameWordings(
      catalogue.unitNames.map { group in
        group.flatMap { expansion.all($0, limit: Grammar.mostWordings) ?? [] }
      })
    for (short, full) in catalogue.abbreviations { addAbbreviation(short, full) }
    if !faults.isEmpty { throw CatalogueFaults(faults: faults) }
  }

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

  private mutating func add(_ concept: Concept, values: [String]) -> Int32 {
    concepts.append(concept)
    self.values.append(values)
    let index = Int32(concepts.count - 1)
    conceptIndex[concept.name] = index
    payloads.append((index, -1))
    return Int32(payloads.count - 1)
  }

  private mutating func addList(
    _ name: String, _ values: [IntentCatalogue.ListValue], _ expansion: Expansion,
    _ faults: inout [CatalogueFault]
  ) {
    let concept = Concept(name: name, signal: nil, slot: SlotName(rawValue: name))
    _ = add(concept, values: values.map(\.value))
    let index = Int32(concepts.count - 1)
    for (position, value) in values.enumerated() {
      payloads.append((index, Int32(position)))
      let payload = Int32(payloads.count - 1)
      for template in value.wordings {
        Grammar.insert(template, expansion, name, &faults) { trie.insert($0, payload: payload) }
      }
    }
  }

  private mutating func addHonour(
    _ value: IntentCatalogue.ListValue, _ expansion: Expansion, _ faults: inout [CatalogueFault]
  ) {
    honourCodes.append(value.value)
    let payload = Int32(honourCodes.count - 1)
    for template in value.wordings {
      Grammar.insert(template, expansion, "honour", &faults) {
        honours.insert($0, payload: payload)
      }
    }
  }

  private static func insert(
    _ template: Template, _ expansion: Expansion, _ name: String,
    _ faults: inout [CatalogueFault], _ body: ([Item]) -> Void
  ) {
    guard let wordings = expansion.all(template, limit: mostWordings) else {
      faults.append(
        CatalogueFault(
          file: "rules or lists: \(name)", line: 0, column: 0,
          message: "A wording has more than 4,000 forms, or holds a slot",
          advice: "Write it as several shorter ones."))
      return
    }
    for wording in wordings { body(wording) }
  }

  /// What a word stands for, if it is a short form and its marks do not make it another word.
  func fullForm(of syllable: Syllable) -> [Item]? {
    guard let index = abbreviations[syllable.key],
      syllable.marks.isPart(of: shortMarks[Int(index)])
    else { return nil }
    return fullForms[Int(index)]
  }

  private mutating func addAbbreviation(_ short: String, _ full: String) {
    guard let item = Expansion.items(of: short).first else { return }
    let key = item.key
    if abbreviations[key] != nil { return }
    shortMarks.append(item.marks)
    fullForms.append(Expansion.items(of: full))
    abbreviations.set(Int32(fullForms.count - 1), for: key)
  }
}
