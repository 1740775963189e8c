import Vietnamese

/// A grammar while it is compiled from the rules and lists of a catalogue.
struct GrammarDraft {
  /// Of one template of a rule or list; more would make loading slow.
  static let mostWordings = 4_000

  private(set) var concepts: [Grammar.Concept] = []
  private(set) var values: [[String]] = []
  private(set) var trie = PhraseTrie()
  private(set) var payloads: [(concept: Int32, value: Int32)] = []
  private(set) var honours = PhraseTrie()
  private(set) var honourCodes: [String] = []
  private(set) var abbreviations = KeyTable()
  private(set) var fullForms: [[Item]] = []
  private(set) var shortMarks: [Marks] = []
  private(set) var nameWordings = NameWordings()
  private(set) var conceptIndex: [String: Int32] = [:]

  init(_ catalogue: IntentCatalogue, _ expansion: Expansion) throws(CatalogueFaults) {
    var faults: [CatalogueFault] = []
    for (name, templates) in catalogue.rules.sorted(by: { $0.key < $1.key }) {
      let concept = Grammar.Concept(name: name, signal: Signal(ruleName: name), slot: nil)
      let payload = add(concept, values: [])
      for template in templates {
        GrammarDraft.insert(template, expansion, name, &faults) {
          trie.insert($0, payload: payload)
        }
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
        group.flatMap { expansion.all($0, limit: GrammarDraft.mostWordings) ?? [] }
      })
    for (short, full) in catalogue.abbreviations { addAbbreviation(short, full) }
    if !faults.isEmpty { throw CatalogueFaults(faults: faults) }
  }

  private mutating func add(_ concept: Grammar.Concept, values: [String]) -> Int32 {
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
    let concept = Grammar.Concept(name: name, signal: nil, slot: SlotName(rawValue: name))
    _ = add(concept, values: values.map(\.value))
    let index = Int32(concepts.count - 1)
    for (position, value) in values.enumerated() {
      payloads.append((index, Int32(position)))
      let payload = Int32(payloads.count - 1)
      for template in value.wordings {
        GrammarDraft.insert(template, expansion, name, &faults) {
          trie.insert($0, payload: payload)
        }
      }
    }
  }

  private mutating func addHonour(
    _ value: IntentCatalogue.ListValue, _ expansion: Expansion, _ faults: inout [CatalogueFault]
  ) {
    honourCodes.append(value.value)
    let payload = Int32(honourCodes.count - 1)
    for template in value.wordings {
      GrammarDraft.insert(template, expansion, "honour", &faults) {
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

  private mutating func addAbbreviation(_ short: String, _ full: String) {
    guard let item = Expansion.items(of: short).first else { return }
    let key = item.key
    if abbreviations[key] != nil { return }
    shortMarks.append(item.marks)
    fullForms.append(Expansion.items(of: full))
    abbreviations.set(Int32(fullForms.count - 1), for: key)
  }
}
