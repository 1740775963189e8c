import Vietnamese

/// A grammar while it is compiled from the rules and lists of a catalogue.
struct GrammarDraft {
  /// Of one template of a rule or list; more would make loading slow.
  static let mostWordings = 4_000

  private(set) var concepts: [Grammar.Concept] = []
  private(set) var values: [[String]] = []
  private(set) var trie = PhraseTrieDraft()
  private(set) var signals = PhraseTrieDraft()
  private(set) var honours = PhraseTrieDraft()
  private(set) var honourCodes: [String] = []
  /// Single words that speak against an order.
  private(set) var signalWords: Set<UInt64> = []
  /// Neighbours in the wordings of rules and lists.
  private(set) var pairs = KeyTable()
  /// Names of honours in one word.
  private(set) var shortHonours: [UInt64] = []
  private(set) var abbreviations = KeyTable()
  private(set) var fullForms: [[Token]] = []
  private(set) var shortMarks: [Marks] = []
  /// Whether it is one only with all of its marks: "rầu" is "rồi", but "rau" is none.
  private(set) var isShortStrict: [Bool] = []
  private(set) var nameWordings = NameWordings()
  private(set) var conceptIndex: [String: Int16] = [:]
  private let wordings: Wordings
  private var faults: [CatalogueFault] = []

  init(_ catalogue: IntentCatalogue, _ wordings: Wordings) throws(CatalogueFaults) {
    self.wordings = wordings
    let rules = catalogue.rules.sorted { $0.key < $1.key }
    for (name, templates) in rules where !Signal.isSilent(name) { addRule(name, templates) }
    for (name, values) in catalogue.lists.sorted(by: { $0.key < $1.key }) {
      if name == SlotName.honour.rawValue { addHonours(values) } else { addList(name, values) }
    }
    // Last: whoever adds one of them changes no number that the model has learned by.
    for (name, templates) in rules where Signal.isSilent(name) { addRule(name, templates) }
    for (short, full) in catalogue.abbreviations { addAbbreviation(short, full) }
    nameWordings = NameWordings(
      units: catalogue.unitNames.map { written($0) }, heads: written(catalogue.unitHeads),
      places: written(catalogue.placeKinds), campaigns: written(catalogue.campaignKinds),
      fullForms: writtenOut)
    if concepts.count > ConceptSet.capacity {
      faults.append(CatalogueFault(.tooManyRules(ConceptSet.capacity), file: "rules/"))
    }
    if !faults.isEmpty { throw CatalogueFaults(faults) }
  }

  private mutating func addRule(_ name: String, _ templates: [Template]) {
    let signal = Signal(ruleName: name)
    let payload = add(Grammar.Concept(name: name, signal: signal, slot: nil), values: [])
    insert(templates, name) {
      $0.trie.insert($1, payload: payload)
      if let signal, $1.count == 1, Signal.yielding & 1 << UInt64(signal.rawValue) != 0 {
        $0.signalWords.insert($1[0].key)
      }
      if let signal, Signal.early.contains(signal) {
        $0.signals.insert($1, payload: Int32(signal.rawValue))
      }
    }
  }

  private mutating func add(_ concept: Grammar.Concept, values: [String]) -> Int32 {
    concepts.append(concept)
    self.values.append(values)
    let index = Int16(concepts.count - 1)
    conceptIndex[concept.name] = index
    return Grammar.Meaning(concept: index).payload
  }

  private mutating func addList(_ name: String, _ values: [IntentCatalogue.ListValue]) {
    let concept = Grammar.Concept(name: name, signal: nil, slot: SlotName(rawValue: name))
    _ = add(concept, values: values.map(\.value))
    let index = Int16(concepts.count - 1)
    for (position, value) in values.enumerated() {
      let payload = Grammar.Meaning(concept: index, value: Int16(position)).payload
      insert(value.wordings, name) { $0.trie.insert($1, payload: payload) }
    }
  }

  private mutating func addHonours(_ values: [IntentCatalogue.ListValue]) {
    for value in values {
      honourCodes.append(value.value)
      let payload = Int32(honourCodes.count - 1)
      insert(value.wordings, SlotName.honour.rawValue) {
        $0.honours.insert($1, payload: payload)
        if $1.count == 1 { $0.shortHonours.append($1[0].key) }
      }
    }
  }

  private mutating func insert(
    _ templates: [Template], _ name: String, _ body: (inout GrammarDraft, [Token]) -> Void
  ) {
    let teachesPairs = !Signal.isSilent(name)
    for template in templates {
      guard let phrases = wordings.all(template, limit: GrammarDraft.mostWordings) else {
        faults.append(CatalogueFault(.tooManyForms(name), file: "rules/, lists/"))
        continue
      }
      for phrase in phrases {
        if teachesPairs {
          for pair in VocabularyDraft.pairs(of: phrase) { pairs.set(0, for: pair) }
        }
        body(&self, phrase)
      }
    }
  }

  /// What a word is short for, if its marks do not make it another word.
  func fullForm(of key: UInt64, _ marks: Marks) -> [Token]? {
    guard let form = abbreviations[key].map({ Int($0) }), marks.isPart(of: shortMarks[form]),
      !isShortStrict[form] || marks == shortMarks[form]
    else { return nil }
    return fullForms[form]
  }

  /// What each short form stands for, by its key.
  private var writtenOut: [UInt64: [Token]] {
    var forms: [UInt64: [Token]] = [:]
    abbreviations.visitEntries { key, form in forms[key] = fullForms[Int(form)] }
    return forms
  }

  private func written(_ templates: [Template]) -> [[Token]] {
    templates.flatMap { wordings.all($0, limit: GrammarDraft.mostWordings) ?? [] }
  }

  private mutating func addAbbreviation(_ short: String, _ full: String) {
    guard let token = Wordings.tokens(of: short).first, abbreviations[token.key] == nil else {
      return
    }
    shortMarks.append(token.marks)
    isShortStrict.append(token.flags.contains(.strict))
    fullForms.append(Wordings.tokens(of: full))
    abbreviations.set(Int32(fullForms.count - 1), for: token.key)
  }
}
