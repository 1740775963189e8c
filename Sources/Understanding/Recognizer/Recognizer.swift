package import CivilTime
import Vietnamese

/// Reads messages: bytes in, `Reading` out.
///
/// Compiled once from a catalogue and immutable, so any thread may use it. A reading depends on
/// the message, the lexicon and `now` alone. The cost is linear in the message and does not grow
/// with the lexicon.
package final class Recognizer: Sendable {
  /// Compiled facts of one intent.
  struct Plan: Sendable {
    let intent: Intent
    let facts: IntentFacts
    let slots: Set<SlotName>
    let verbs: Set<Int32>
    let text: TextRules

    /// "3 ngày nữa" is meant as a length, not as a day.
    var prefersDuration: Bool {
      facts.slots.contains { $0.name == .duration && $0.isWanted }
    }
  }

  let grammar: Grammar
  let model: LinearModel
  /// In the order of `Intent.allCases`.
  let plans: [Plan]
  let features: FeatureReader
  let vocabulary: Vocabulary

  /// For lexicons: how the catalogue shortens names of units.
  package var nameWordings: NameWordings { grammar.nameWordings }

  /// Compiles the catalogue and learns from its sentences; deterministic.
  package init(_ catalogue: IntentCatalogue) throws(CatalogueFaults) {
    let expansion = Expansion(
      rules: catalogue.rules, lists: catalogue.lists.mapValues { $0.flatMap(\.wordings) })
    let grammar = try Grammar(catalogue, expansion)
    plans = try Intent.allCases.map { intent throws(CatalogueFaults) in
      try Recognizer.plan(intent, catalogue, grammar)
    }
    let training = Training(catalogue: catalogue, expansion: expansion, grammar: grammar)
    model = LinearModel(examples: training.examples)
    features = training.reader
    vocabulary = training.vocabulary
    self.grammar = grammar
  }

  /// What `message` (UTF-8; other bytes separate words) says at `now`.
  package func read(_ message: Span<UInt8>, lexicon: Lexicon, now: Instant) -> Reading {
    let pass = RecognitionPass(recognizer: self, message: message, lexicon: lexicon, now: now)
    return pass.reading()
  }

  /// What the catalogue says of an intent.
  package func facts(of intent: Intent) -> IntentFacts { plans[intent.lane].facts }

  /// For tests and the command line.
  package func read(_ message: String, lexicon: Lexicon, now: Instant) -> Reading {
    let bytes = Array(message.utf8)
    return read(bytes.span, lexicon: lexicon, now: now)
  }

  private static func plan(
    _ intent: Intent, _ catalogue: IntentCatalogue, _ grammar: Grammar
  ) throws(CatalogueFaults) -> Plan {
    guard let facts = catalogue.facts[intent] else { throw CatalogueFaults(faults: []) }
    func concepts(_ names: [String]) throws(CatalogueFaults) -> Set<Int32> {
      var found: Set<Int32> = []
      for name in names {
        guard let concept = grammar.concept(named: name) else {
          throw CatalogueFaults(faults: [
            CatalogueFault(
              file: "catalogue.yaml", line: 0, column: 0,
              message: "\(intent.rawValue) names the rule \"\(name)\", which does not exist",
              advice: "Rules stand in the files of rules/.")
          ])
        }
        found.insert(concept)
      }
      return found
    }
    return Plan(
      intent: intent, facts: facts, slots: Set(facts.slots.map(\.name)),
      verbs: try concepts(facts.verbs),
      text: TextRules(
        after: try concepts(facts.textAfter), until: try concepts(facts.textUntil),
        isOneWord: facts.textIsOneWord))
  }
}
