import Glibc

/// What speaks for one reading of a message.
package struct Evidence: Sendable {
  /// The score of the intent, about 1 where the model says yes.
  let score: Float
  /// How far it is before the next intent.
  let lead: Float
  /// How far it is before "none".
  let leadOverNone: Float
  /// How much the message looks like an order to be carried out now, about 1 where the model says
  /// yes.
  let order: Float
  /// Words outside of the free text that the intent's sentences do not have.
  let strangers: Int
  /// All words that are no padding.
  let words: Int
  package let isOrder: Bool
  /// Small talk is short and has no slots.
  let isTalk: Bool
  /// Its mood speaks against an order.
  let isBlocked: Bool
  /// None of the verbs that the order asks for is said.
  let lacksVerb: Bool

  package static let termCount = 11
  package typealias Terms = InlineArray<11, Double>

  /// What the curves of `Confidence` weigh; the last three count for orders only.
  package var terms: Terms {
    [
      1, Double(score), Double(lead), Double(leadOverNone),
      Double(strangers) / Double(max(1, words)), Double(strangers), Double(min(words, 6)),
      isTalk ? 1 : 0, isOrder ? Double(order) : 0, isOrder && isBlocked ? 1 : 0,
      isOrder && lacksVerb ? 1 : 0,
    ]
  }
}

extension Evidence {
  /// Of the intent at a place of the ranking; by its scores alone, nothing in the message speaks
  /// against it.
  init(
    _ ranking: Ranking, at place: Int, _ plan: Recognizer.Plan, words: Int, strangers: Int = 0,
    isBlocked: Bool = false, lacksVerb: Bool = false
  ) {
    self.init(
      score: ranking.score(at: place), lead: ranking.lead(at: place),
      leadOverNone: ranking.leadOverNone(at: place), order: ranking.order, strangers: strangers,
      words: words, isOrder: plan.isOrder, isTalk: plan.isTalk, isBlocked: isBlocked,
      lacksVerb: lacksVerb)
  }
}

/// How sure a reading is: of readings given 0.9, nine in ten are right.
///
/// Two logistic curves, one for questions and one for orders, fitted by `thidua intents calibrate` to
/// the files of utterances, on which the model does not learn.
enum Confidence {
  private static let ofQuestion: Evidence.Terms = [
    -0.68, 0.41, 2.68, 1.42, 1.0, -0.97, -0.06, -0.17, 0, 0, 0,
  ]
  private static let ofOrder: Evidence.Terms = [
    0.06, 1.27, 1.47, 1.18, -5.6, -0.13, 0.08, 0, 0.47, -3.68, -0.84,
  ]

  /// Of an order in just the words of a sentence of the catalogue.
  static let ofWritten = 0.97

  static func of(_ evidence: Evidence) -> Double { probability(atOdds: odds(evidence)) }

  /// Of odds that are given by their logarithm.
  static func probability(atOdds odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// The logarithm of its odds, for comparing without the cost of an exponential.
  static func odds(_ evidence: Evidence) -> Double {
    let weights = evidence.isOrder ? ofOrder : ofQuestion
    let terms = evidence.terms
    var odds = 0.0
    for index in terms.indices { odds += weights[index] * terms[index] }
    return odds
  }

  /// The same for a probability.
  static func odds(of probability: Double) -> Double { log(probability / (1 - probability)) }
}
