import Vietnamese

/// Examples for the model, drawn from the sentences of a catalogue.
///
/// Each sample is learned as written, as typed without marks, and now and then with a word lost or
/// a pronoun more, so that the model leans on more than one word.
struct Training {
  private(set) var trainer = ModelTrainer()
  private(set) var vocabulary = VocabularyDraft()
  private(set) var reader = FeatureReader(knownWords: KeyTable())
  private let expansion: Expansion
  private let grammar: Grammar
  private var dice = Dice(seed: 60)

  /// Wordings drawn of one template.
  private static let samples = 3...72

  init(catalogue: IntentCatalogue, expansion: Expansion, grammar: Grammar) {
    self.expansion = expansion
    self.grammar = grammar
    learnWords(of: catalogue)
    reader = FeatureReader(knownWords: vocabulary.words)
    for intent in Intent.allCases {
      guard let set = catalogue.sentences[intent] else { continue }
      let texts = set.texts.map { items(ofMessage: $0) }
      add(set.sentences, lane: intent.lane, texts)
      add(set.not, lane: LinearModel.noneLane, texts)
    }
    add(catalogue.outOfScope, lane: LinearModel.noneLane, [])
    trainer.train()
  }

  private mutating func learnWords(of catalogue: IntentCatalogue) {
    for words in catalogue.commonWords { vocabulary.learnCommon(words) }
    for (_, templates) in catalogue.rules.sorted(by: { $0.key < $1.key }) {
      learnWords(templates)
      for template in templates {
        for wording in expansion.all(template, limit: GrammarDraft.mostWordings) ?? [] {
          vocabulary.learnPairs(of: wording)
        }
      }
    }
    for (name, values) in catalogue.lists.sorted(by: { $0.key < $1.key }) {
      for value in values { learnList(name, value.wordings) }
    }
    for intent in Intent.allCases {
      if let set = catalogue.sentences[intent] { learnWords(set.sentences) }
    }
  }

  private mutating func learnList(_ name: String, _ wordings: [Template]) {
    learnWords(wordings)
    for template in wordings {
      for wording in expansion.all(template, limit: GrammarDraft.mostWordings) ?? [] {
        vocabulary.learnPairs(of: wording)
        if name == SlotName.honour.rawValue { vocabulary.learnHonour(wording) }
      }
    }
  }

  private mutating func learnWords(_ templates: [Template]) {
    for template in templates { vocabulary.learn(template) }
  }

  private mutating func add(_ templates: [Template], lane: Int, _ texts: [[Item]]) {
    for (index, template) in templates.enumerated() {
      var sampler = Sampler(
        expansion: expansion, texts: texts, seed: UInt64(lane) << 16 | UInt64(index))
      let count = min(
        max(expansion.breadth(template) * 3 / 2, Training.samples.lowerBound),
        Training.samples.upperBound)
      for _ in 0..<count {
        let items = sampler.sample(template)
        if lane != LinearModel.noneLane { vocabulary.learnPairs(of: items) }
        add(items, lane)
      }
    }
  }

  private mutating func add(_ items: [Item], _ lane: Int) {
    let bare = Training.unmarked(items)
    learn(items, lane)
    learn(bare, lane)
    // What is said in one or two words has few features to be told by.
    if items.count < 3 {
      learn(items, lane)
      learn(bare, lane)
    }
    switch dice.roll(6) {
    case 0: learn(withOneLost(bare), lane)
    case 1: learn(withOneLost(items), lane)
    case 2: learn(withAddress(items), lane)
    default: break
    }
  }

  private mutating func learn(_ items: [Item], _ lane: Int) {
    trainer.add(reader.features(of: Stream(items, grammar)), lane: lane)
  }

  private mutating func withOneLost(_ items: [Item]) -> [Item] {
    guard items.count > 3 else { return items }
    // Not a word of a rule: verbs and question words tell one intent from another.
    let occurrences = grammar.occurrences(in: items)
    let losable = items.indices.filter { index in
      !items[index].isSymbol && !occurrences.contains { $0.first <= index && index <= $0.last }
    }
    guard !losable.isEmpty else { return items }
    var rest = items
    rest.remove(at: losable[dice.roll(losable.count)])
    return rest
  }

  /// How people address the assistant and name themselves; it means nothing.
  private static let openings = ["em", "anh", "chị", "tôi", "em ơi", "dạ", "cho em"].map {
    Expansion.items(of: $0)
  }
  private static let closings = ["em", "anh", "chị", "em nhé", "ạ", "nha", "giúp tôi", "giúp em"]
    .map { Expansion.items(of: $0) }

  private mutating func withAddress(_ items: [Item]) -> [Item] {
    dice.roll(2) == 0
      ? Training.openings[dice.roll(Training.openings.count)] + items
      : items + Training.closings[dice.roll(Training.closings.count)]
  }

  private static func unmarked(_ items: [Item]) -> [Item] {
    items.map { item in
      guard !item.isSymbol else { return item }
      var bare = item
      bare.marks = Marks()
      bare.flags.insert(.unmarked)
      return bare
    }
  }

  /// A whole message as the recognizer would see it, with no names known.
  private func items(ofMessage message: String) -> [Item] {
    Normalizer(grammar: grammar, vocabulary: nil, lexicon: nil)
      .items(of: FoldedText(message)).items
  }
}
