import Vietnamese

/// Examples for the model, drawn from the sentences of a catalogue.
struct Training {
  private(set) var examples: [LinearModel.Example] = []
  private(set) var vocabulary = Vocabulary()
  private(set) var reader = FeatureReader(vocabulary: Vocabulary())

  /// Wordings drawn of one template at most.
  private static let mostSamples = 12

  init(catalogue: IntentCatalogue, expansion: Expansion, grammar: Grammar) {
    for templates in catalogue.rules.values { learnWords(templates) }
    for values in catalogue.lists.values {
      for value in values { learnWords(value.wordings) }
    }
    for intent in Intent.allCases {
      if let set = catalogue.sentences[intent] { learnWords(set.sentences) }
    }
    reader = FeatureReader(vocabulary: vocabulary)
    for intent in Intent.allCases {
      guard let set = catalogue.sentences[intent] else { continue }
      let texts = set.texts.map { Training.items(ofMessage: $0, grammar) }
      add(set.sentences, lane: intent.lane, texts, expansion, grammar)
      add(set.not, lane: LinearModel.noneLane, texts, expansion, grammar)
    }
    for values in catalogue.lists.values {
      for value in values {
        for template in value.wordings {
          for wording in expansion.all(template, limit: 4_000) ?? [] {
            vocabulary.learnPairs(of: wording)
          }
        }
      }
    }
    for message in catalogue.outOfScope {
      add(Training.items(ofMessage: message, grammar), LinearModel.noneLane, grammar)
    }
  }

  private mutating func learnWords(_ templates: [Template]) {
    for template in templates { vocabulary.learn(template) }
  }

  private mutating func add(
    _ templates: [Template], lane: Int, _ texts: [[Item]], _ expansion: Expansion,
    _ grammar: Grammar
  ) {
    var dice = Dice(seed: UInt64(lane))
    for template in templates {
      let count = min(Training.mostSamples, 2 + template.variety(expansion))
      for _ in 0..<count {
        let items = expansion.sample(template, texts: texts, dice: &dice)
        vocabulary.learnPairs(of: items)
        add(items, lane, grammar)
      }
    }
  }

  /// Each example as written, and as typed without marks.
  private mutating func add(_ items: [Item], _ lane: Int, _ grammar: Grammar) {
    let marked = Stream(items, grammar)
    examples.append(
      LinearModel.Example(features: reader.features(of: marked), lane: lane))
    let bare = items.map { item in
      var bare = item
      if !item.isSymbol {
        bare.marks = Marks()
        bare.flags.insert(.unmarked)
      }
      return bare
    }
    examples.append(
      LinearModel.Example(
        features: reader.features(of: Stream(bare, grammar)), lane: lane))
  }

  /// A whole message as the recognizer would see it, with no names known.
  private static func items(ofMessage message: String, _ grammar: Grammar) -> [Item] {
    Normalizer(grammar: grammar, vocabulary: Vocabulary(), lexicon: nil)
      .items(of: FoldedText(message))
  }
}

extension Template {
  /// About how many wordings there are, capped.
  func variety(_ expansion: Expansion) -> Int {
    switch self {
    case .words: 1
    case .slot: 2
    case .rule(let name): min(30, expansion.rules[name]?.count ?? 1)
    case .choice(let options): min(30, options.reduce(0) { $0 + $1.variety(expansion) })
    case .sequence(let parts): parts.reduce(1) { min(30, $0 * $1.variety(expansion)) }
    }
  }
}
