import Dispatch
import Synchronization
import Vietnamese

/// What the models learn from, drawn from the sentences of a catalogue.
///
/// Sentences do not know of each other, so half of them are read on another processor. What one
/// teaches depends on it alone, not on the files or their order.
struct Training {
  let examples: ExampleSet
  private(set) var texts = TextTrainer()
  private(set) var vocabulary: VocabularyDraft
  let book: WordBook

  private static let shares = 2

  init(
    _ catalogue: IntentCatalogue, _ wordings: Wordings, _ draft: GrammarDraft, _ grammar: Grammar
  ) {
    let lessons = Lesson.all(of: catalogue)
    vocabulary = WordLearner.vocabulary(of: catalogue, wordings, draft, lessons)
    book = WordBook(vocabulary, draft)
    let reader = SentenceReader(grammar, book)
    let verbs = Training.verbs(of: catalogue, grammar)
    let numbers = OrderNumbers(catalogue)
    var examples = ExampleSetDraft()
    let results = Mutex<[Harvest]>(Array(repeating: Harvest(), count: Training.shares))
    DispatchQueue.concurrentPerform(iterations: Training.shares) { share in
      let first = lessons.count * share / Training.shares
      let end = lessons.count * (share + 1) / Training.shares
      var harvest = Harvest()
      for lesson in lessons[first..<end] { harvest.add(lesson, wordings, reader, verbs) }
      results.withLock { $0[share] = harvest }
    }
    for harvest in results.withLock({ $0 }) {
      examples.add(harvest.examples)
      texts.add(harvest.texts)
      vocabulary.learnPairs(harvest.pairs)
      for (pair, order) in harvest.pairsOfOrders {
        vocabulary.learnPair(pair, of: numbers.number(of: order))
      }
      vocabulary.learnLeaders(harvest.leaders)
      for (wording, order) in harvest.shortSentences {
        vocabulary.learnWording(wording, of: order?.lane)
      }
    }
    vocabulary.keepSureWordings()
    self.examples = ExampleSet(examples)
  }

  /// The rules that orders are said with.
  private static func verbs(of catalogue: IntentCatalogue, _ grammar: Grammar) -> ConceptSet {
    var verbs = ConceptSet()
    for name in catalogue.facts.values.flatMap(\.verbs) {
      if let concept = grammar.concept(named: name) { verbs.insert(concept) }
    }
    return verbs
  }
}

/// A sentence of the catalogue with what it teaches.
struct Lesson: Sendable {
  let sentence: IntentCatalogue.Sentence
  /// It stands with an intent that must not take it.
  let isWarning: Bool
  /// `nil` for what no intent may take.
  let intent: Intent?
  let isOrder: Bool
  let slots: SlotSet
  /// What `{text}` may be in it.
  let texts: [String]

  static func all(of catalogue: IntentCatalogue) -> [Lesson] {
    var lessons: [Lesson] = []
    for intent in Intent.allCases {
      guard let set = catalogue.sentences[intent], let facts = catalogue.facts[intent] else {
        continue
      }
      for sentence in set.sentences {
        lessons.append(
          Lesson(
            sentence: sentence, isWarning: false, intent: intent, isOrder: facts.isOrder,
            slots: SlotSet(facts.slots.map(\.name)), texts: set.texts))
      }
      for sentence in set.not { lessons.append(Lesson(warning: sentence, texts: set.texts)) }
    }
    for sentence in catalogue.none { lessons.append(Lesson(ofNone: sentence)) }
    return lessons
  }

  private init(warning sentence: IntentCatalogue.Sentence, texts: [String]) {
    self.init(
      sentence: sentence, isWarning: true, intent: nil, isOrder: false, slots: SlotSet([]),
      texts: texts)
  }

  private init(ofNone sentence: IntentCatalogue.Sentence) {
    self.init(
      sentence: sentence, isWarning: false, intent: nil, isOrder: false, slots: SlotSet([]),
      texts: [])
  }

  private init(
    sentence: IntentCatalogue.Sentence, isWarning: Bool, intent: Intent?, isOrder: Bool,
    slots: SlotSet, texts: [String]
  ) {
    self.sentence = sentence
    self.isWarning = isWarning
    self.intent = intent
    self.isOrder = isOrder
    self.slots = slots
    self.texts = texts
  }
}

/// What some lessons teach.
///
/// Each sentence is learned as written and, every second time, as typed without marks, so that the
/// model leans on more than one way to write a word.
struct Harvest: Sendable {
  private(set) var examples = ExampleSetDraft()
  private(set) var texts: [TextTrainer.Example] = []
  /// Neighbouring words, as `Vocabulary` counts them.
  private(set) var pairs: [UInt64] = []
  private(set) var pairsOfOrders: [(pair: UInt64, order: Intent)] = []
  /// The words right before the verbs of orders.
  private(set) var leaders: [UInt64] = []
  /// Short sentences word for word; `nil` for what is no order.
  private(set) var shortSentences: [(wording: UInt64, order: Intent?)] = []

  /// Most wordings drawn of one template.
  private static let mostSamples = 24

  fileprivate mutating func add(
    _ lesson: Lesson, _ wordings: Wordings, _ reader: SentenceReader, _ verbs: ConceptSet
  ) {
    let template = lesson.sentence.template
    var dice = Dice(seed: lesson.sentence.text.utf8.reduce(60) { combined($0, UInt64($1)) })
    var sampler = Sampler(wordings: wordings, texts: lesson.texts)
    let breadth = wordings.breadth(template)
    let count = breadth > 1 ? min(breadth * 3 / 2, Harvest.mostSamples) : 1
    for _ in 0..<count { add(sampler.sample(template), lesson, reader, verbs, &dice) }
  }

  private mutating func add(
    _ pieces: [Piece], _ lesson: Lesson, _ reader: SentenceReader, _ verbs: ConceptSet,
    _ dice: inout Dice
  ) {
    let sample = reader.sample(pieces, isUnmarked: false, &dice)
    add(sample.stream, lesson)
    // A text may be in any words.
    if sample.text == nil, let wording = sample.stream.wording {
      shortSentences.append((wording, lesson.isOrder ? lesson.intent : nil))
    }
    if let intent = lesson.intent {
      pairs += VocabularyDraft.pairs(of: sample.stream.tokens)
      if lesson.isOrder {
        pairsOfOrders += VocabularyDraft.pairs(of: sample.stream, text: sample.text)
          .map { ($0, intent) }
        noteLeader(in: sample.stream, verbs)
      }
      if lesson.slots.contains(.text) {
        let view = TextView(sample.stream, lane: intent.lane, slots: lesson.slots)
        texts.append(TextTrainer.Example(view: view, range: sample.text))
      }
    }
    if dice.roll(2) == 0 { add(reader.sample(pieces, isUnmarked: true, &dice).stream, lesson) }
  }

  private mutating func noteLeader(in stream: Stream, _ verbs: ConceptSet) {
    guard let verb = stream.occurrences.first(where: { verbs.contains($0.concept) }),
      let before = (0..<Int(verb.first)).last(where: { !stream.isFiller($0) })
    else { return }
    leaders.append(stream.tokens[before].key)
  }

  private mutating func add(_ stream: Stream, _ lesson: Lesson) {
    examples.add(
      FeatureReader.features(of: stream),
      ExampleSet.Label(
        lane: UInt8(lesson.intent?.lane ?? LinearModel.noneLane), isOrder: lesson.isOrder))
  }
}
