package import CivilTime
import Vietnamese

/// Reads messages: bytes in, `Reading` out.
///
/// Compiled once from a catalogue and immutable, so any thread may use it. A reading depends on
/// the message, the lexicon and `now` alone. The cost is linear in the message and does not grow
/// with the lexicon.
package final class Recognizer: Sendable {
  /// Compiled facts of one intent. A class, because every message hands some of them on.
  final class Plan: Sendable {
    let intent: Intent
    let facts: IntentFacts
    let slots: SlotSet
    let verbs: ConceptSet
    let complete: ConceptSet
    let isOrder: Bool
    /// Among the orders that may be carried out unasked.
    let number: Int?
    /// Small talk.
    let isTalk: Bool
    /// "3 ngày nữa" is meant as a length, not as a day.
    let prefersDuration: Bool

    init(
      _ intent: Intent, _ facts: IntentFacts, number: Int?, verbs: ConceptSet,
      complete: ConceptSet
    ) {
      self.intent = intent
      self.facts = facts
      self.number = number
      self.verbs = verbs
      self.complete = complete
      slots = SlotSet(facts.slots.map(\.name))
      isOrder = facts.isOrder
      isTalk = facts.isTalk
      prefersDuration = facts.slots.contains { $0.name == .duration && $0.isWanted }
    }
  }

  let grammar: Grammar
  let model: LinearModel
  let texts: TextModel
  /// In the order of `Intent.allCases`.
  let plans: [Plan]
  let book: WordBook
  let vocabulary: Vocabulary
  private let wordLists: [WordList: NamedWordings]

  /// For lexicons: how the catalogue shortens names of units.
  package var nameWordings: NameWordings { grammar.nameWordings }

  /// Compiles the catalogue and learns from its sentences; deterministic.
  package convenience init(_ catalogue: IntentCatalogue) throws(CatalogueFaults) {
    let compiled = try CompiledCatalogue(catalogue)
    try self.init(catalogue, compiled, LearnedModels(learningFrom: catalogue, compiled))
  }

  /// With what was learned before from the sentences of this catalogue.
  convenience init(_ catalogue: IntentCatalogue, _ models: LearnedModels) throws(CatalogueFaults) {
    try self.init(catalogue, CompiledCatalogue(catalogue), models)
  }

  init(
    _ catalogue: IntentCatalogue, _ compiled: CompiledCatalogue, _ models: LearnedModels
  ) throws(CatalogueFaults) {
    let grammar = compiled.grammar
    let numbers = OrderNumbers(catalogue)
    plans = try Intent.allCases.map { intent throws(CatalogueFaults) in
      try Recognizer.plan(intent, number: numbers.number(of: intent), catalogue, grammar)
    }
    self.grammar = grammar
    model = models.intents
    texts = models.texts
    book = WordBook(models.vocabulary, compiled.draft)
    vocabulary = Vocabulary(models.vocabulary, book)
    wordLists = catalogue.wordLists.mapValues { NamedWordings($0) }
  }

  /// What `message` (UTF-8; other bytes separate words) says at `now`.
  package func read(_ message: Span<UInt8>, lexicon: Lexicon, now: Instant) -> Reading {
    let text = MessageText(message)
    guard !text.folded.syllables.isEmpty else { return .nothing }
    var whole = read(text, lexicon: lexicon, now: now)
    switch whole.decision {
    case .act, .choose: break
    case .confirm:
      if isOrdered(byOneClauseOf: text, as: whole, lexicon: lexicon, now: now)
        || isOrdered(byHeadOf: text, as: whole, lexicon: lexicon, now: now)
      {
        whole.decision = .act
        whole.doubt = nil
      }
    case .none:
      if let point = point(of: text, besides: whole, lexicon: lexicon, now: now) { return point }
    }
    return whole
  }

  /// What a message says when it is read as one. `spokenOf`: whom another part of it has named.
  func read(
    _ text: MessageText, spokenOf: SubjectSlot? = nil, lexicon: Lexicon, now: Instant
  ) -> Reading {
    let words = words(of: text, lexicon, isCareful: false)
    let found = Findings(words, of: text, self, lexicon, now: now)
    let reading = judge(found, text, spokenOf, lexicon, now).reading()
    // A slip may have made another word of a word: then it stands where no sentence has it.
    guard reading.confidence < Judge.doubtful, reading.bestLikelihood >= Judge.hopeless else {
      return reading
    }
    let doubtedWords = self.words(of: text, lexicon, isCareful: true)
    if doubtedWords.isLike(words) { return reading }
    let doubted = Findings(doubtedWords, of: text, self, lexicon, now: now)
    if doubted.isLike(found) { return reading }
    var second = judge(doubted, text, spokenOf, lexicon, now).reading()
    guard second.confidence > max(reading.confidence, Judge.convincing) else { return reading }
    // It rests on a word that was not written.
    if second.decision == .act, facts(of: second)?.isOrder ?? false {
      second.decision = .confirm
      second.doubt = .value
    }
    return second
  }

  /// What free words mean by a list of the catalogue: "chờ thẩm định" is `submitted`.
  package func names(of list: WordList, in text: String) -> [String] {
    wordLists[list]?.names(in: text) ?? []
  }

  private func facts(of reading: Reading) -> IntentFacts? { reading.intent.map { facts(of: $0) } }

  /// What the catalogue says of an intent.
  package func facts(of intent: Intent) -> IntentFacts { plans[intent.lane].facts }

  /// For tests and the command line.
  package func read(_ message: String, lexicon: Lexicon, now: Instant) -> Reading {
    let bytes = Array(message.utf8)
    return read(bytes.span, lexicon: lexicon, now: now)
  }

  private func words(
    of text: MessageText, _ lexicon: Lexicon, isCareful: Bool
  ) -> Tokenizer.Words {
    Tokenizer(
      text, book: book, vocabulary: vocabulary, lexicon: lexicon, isCareful: isCareful
    ).read()
  }

  /// For explanations: the first reading, in which only words are mended that are none.
  func judge(_ text: MessageText, _ lexicon: Lexicon, _ now: Instant) -> Judge {
    let words = words(of: text, lexicon, isCareful: false)
    return judge(Findings(words, of: text, self, lexicon, now: now), text, nil, lexicon, now)
  }

  private func judge(
    _ findings: Findings, _ text: MessageText, _ spokenOf: SubjectSlot?, _ lexicon: Lexicon,
    _ now: Instant
  ) -> Judge {
    let analysis = Analysis(findings, self, text, lexicon, now: now)
    return Judge(
      analysis: analysis, ranking: ranking(of: analysis.stream), spokenOf: spokenOf)
  }

  /// How well each intent fits a message, by what the model learned.
  func ranking(of stream: Stream) -> Ranking {
    FeatureReader.withFeatures(of: stream) { model.ranking(of: $0) }
  }

  private static func plan(
    _ intent: Intent, number: Int?, _ catalogue: IntentCatalogue, _ grammar: Grammar
  ) throws(CatalogueFaults) -> Plan {
    guard let facts = catalogue.facts[intent] else {
      throw CatalogueFaults([CatalogueFault(.missingIntent(intent), file: "catalogue.yaml")])
    }
    func concepts(_ names: [String]) throws(CatalogueFaults) -> ConceptSet {
      var found = ConceptSet()
      for name in names {
        guard let concept = grammar.concept(named: name) else {
          throw CatalogueFaults([
            CatalogueFault(.unknownRuleOfIntent(name, intent), file: "catalogue.yaml")
          ])
        }
        found.insert(concept)
      }
      return found
    }
    return Plan(
      intent, facts, number: number, verbs: try concepts(facts.verbs),
      complete: try concepts(facts.complete))
  }
}
