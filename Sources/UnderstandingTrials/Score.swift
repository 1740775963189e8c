package import Understanding

/// How well a set of utterances was understood.
package struct Score: Sendable {
  package private(set) var inScope = 0
  package private(set) var rightIntents = 0
  package private(set) var slotsExpected = 0
  package private(set) var slotsFound = 0
  package private(set) var slotsRight = 0
  /// Messages that no intent may take, and how many were refused.
  package private(set) var outside = 0
  package private(set) var refused = 0
  /// Orders carried out, or asked back, though none was given.
  package private(set) var wrongActs: [String] = []
  package private(set) var wrongConfirms: [String] = []
  /// Complete orders, and how many were not carried out at once.
  package private(set) var completeOrders = 0
  package private(set) var needlessConfirms = 0
  package private(set) var mistakes: [String] = []
  /// Confidence and whether the intent was right, for the reliability table.
  package private(set) var trials: [(confidence: Double, isRight: Bool)] = []

  package init() {}

  package var intentAccuracy: Double { Score.ratio(rightIntents, inScope) }
  package var refusalRate: Double { Score.ratio(refused, outside) }
  package var slotF1: Double {
    let precision = Score.ratio(slotsRight, slotsFound)
    let recall = Score.ratio(slotsRight, slotsExpected)
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Counts one reading. `isTrap`: an order must not come out, whatever else.
  package mutating func count(
    _ utterance: Utterance, said: String, _ reading: Reading, _ recognizer: Recognizer,
    _ lexicon: Lexicon, isTrap: Bool
  ) {
    let isOrder = reading.intent.map { recognizer.facts(of: $0).isOrder } ?? false
    if isOrder, reading.intent != utterance.intent || isTrap {
      if reading.decision == .act { wrongActs.append(said + " → " + name(reading)) }
      if reading.decision == .confirm || reading.decision == .choose {
        wrongConfirms.append(said + " → " + name(reading))
      }
    }
    if let intent = utterance.intent {
      countInScope(utterance, intent, said, reading, lexicon)
    } else if !isTrap {
      outside += 1
      if reading.intent == nil {
        refused += 1
      } else {
        mistakes.append(said + " → " + name(reading))
      }
      if reading.intent != nil { trials.append((reading.confidence, false)) }
    }
  }

  private mutating func countInScope(
    _ utterance: Utterance, _ intent: Intent, _ said: String, _ reading: Reading,
    _ lexicon: Lexicon
  ) {
    inScope += 1
    let isRight = reading.intent == intent
    if isRight { rightIntents += 1 }
    if reading.intent != nil { trials.append((reading.confidence, isRight)) }
    if !isRight {
      mistakes.append("\(said) → \(name(reading)) instead of \(intent.rawValue)")
    }
    let found = reading.slots.plain(lexicon)
    var wrong: [String] = []
    for (slot, value) in utterance.slots {
      slotsExpected += 1
      if let other = found[slot] {
        slotsFound += 1
        if Score.isSame(slot, value, other) {
          slotsRight += 1
        } else {
          wrong.append("\(slot)=\(other) not \(value)")
        }
      } else {
        wrong.append("\(slot) missing (\(value))")
      }
    }
    for slot in found.keys.sorted() where utterance.slots[slot] == nil && slot != "text" {
      slotsFound += 1
      wrong.append("\(slot)=\(found[slot] ?? "") too many")
    }
    if isRight, !wrong.isEmpty { mistakes.append("\(said): " + wrong.joined(separator: "; ")) }
    if utterance.decision == .act {
      completeOrders += 1
      if reading.decision != .act {
        needlessConfirms += 1
        if isRight { mistakes.append("\(said): \(reading.decision.rawValue) not act") }
      }
    }
  }

  private func name(_ reading: Reading) -> String {
    "\(reading.intent?.rawValue ?? "–") \(reading.decision.rawValue) "
      + "\(Int(reading.confidence * 100)) "
      + reading.alternatives.map { "\($0.intent.rawValue) \(Int($0.confidence * 100))" }
      .joined(separator: ", ")
  }

  /// Free text is compared without its noise.
  private static func isSame(_ slot: String, _ expected: String, _ found: String) -> Bool {
    if slot == "text" || found.hasPrefix("?") || found.hasPrefix("!") {
      return folded(expected) == folded(found)
    }
    return Set(expected.split(separator: ",")) == Set(found.split(separator: ","))
  }

  private static func folded(_ text: String) -> String { Noise.bare(text) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}
