package import Understanding

/// How well a set of utterances was understood.
package struct Score: Sendable {
  /// One thing that went wrong.
  package struct Mistake: Sendable {
    package enum Kind: String, Sendable {
      /// An order was carried out that was none.
      case act
      /// Something was asked back as an order that was none.
      case confirm
      case intent
      case slots
      /// A complete order was asked back.
      case needless
    }

    package let kind: Kind
    package let said: String
    package let utterance: Utterance
    /// What was read instead.
    package let reading: String
  }

  /// Messages that an intent must take, and how many it took.
  package private(set) var meant = 0
  package private(set) var rightIntents = 0
  package private(set) var slotsExpected = 0
  package private(set) var slotsFound = 0
  package private(set) var slotsRight = 0
  /// Messages that no intent may take, and how many were refused.
  package private(set) var outside = 0
  package private(set) var refused = 0
  package private(set) var traps = 0
  package private(set) var wrongActs = 0
  package private(set) var wrongConfirms = 0
  /// Complete orders, and how many were not carried out at once.
  package private(set) var completeOrders = 0
  package private(set) var needlessConfirms = 0
  package private(set) var mistakes: [Mistake] = []
  /// For the reliability table: how sure each reading was, and whether it was right.
  package private(set) var trials: [(confidence: Double, isRight: Bool)] = []

  package init() {}

  package var intentAccuracy: Double { Score.ratio(rightIntents, meant) }
  package var refusalRate: Double { Score.ratio(refused, outside) }
  package var slotF1: Double { Score.ratio(2 * slotsRight, slotsExpected + slotsFound) }

  /// Counts one reading of an utterance with its noise.
  package mutating func count(
    _ utterance: Utterance, said: String, _ noise: Noise, _ reading: Reading,
    _ recognizer: Recognizer, _ lexicon: Lexicon
  ) {
    func note(_ kind: Mistake.Kind, _ what: String = "") {
      let reading = what.isEmpty ? Score.described(reading) : what
      mistakes.append(Mistake(kind: kind, said: said, utterance: utterance, reading: reading))
    }
    let isOrder = reading.intent.map { recognizer.facts(of: $0).isOrder } ?? false
    let wasOrder = utterance.intent.map { recognizer.facts(of: $0).isOrder } ?? false
    if isOrder, !wasOrder {
      switch reading.decision {
      case .act:
        wrongActs += 1
        note(.act)
      case .confirm, .choose:
        wrongConfirms += 1
        note(.confirm)
      case .none: break
      }
    }
    let isRight = reading.intent == utterance.intent && utterance.intent != nil
    if reading.intent != nil, utterance.tells(isOrder: isOrder) {
      trials.append((reading.confidence, isRight))
    }
    switch utterance.kind {
    case .trap: traps += 1
    case .outside:
      outside += 1
      if reading.intent == nil { refused += 1 } else { note(.intent) }
    case .meant:
      meant += 1
      if isRight { rightIntents += 1 } else { note(.intent) }
      let wrong = countSlots(utterance, noise, reading.slots.plain(lexicon))
      if isRight, !wrong.isEmpty { note(.slots, wrong.joined(separator: "; ")) }
      if utterance.decision == .act {
        completeOrders += 1
        if !isRight || reading.decision != .act {
          needlessConfirms += 1
          if isRight { note(.needless) }
        }
      }
    }
  }

  /// Those that are wrong, in words.
  private mutating func countSlots(
    _ utterance: Utterance, _ noise: Noise, _ found: [String: String]
  ) -> [String] {
    var wrong: [String] = []
    slotsExpected += utterance.slots.count
    slotsFound += found.count
    for slot in Set(utterance.slots.keys).union(found.keys).sorted() {
      let (wanted, other) = (utterance.slots[slot], found[slot])
      if let wanted, let other, SlotComparison(noise).isSame(slot, wanted, other) {
        slotsRight += 1
      } else {
        wrong.append("\(slot): \(other ?? "–"), not \(wanted ?? "–")")
      }
    }
    return wrong
  }

  private static func described(_ reading: Reading) -> String {
    ([
      (reading.intent?.rawValue ?? "–") + " " + reading.decision.rawValue
        + " \(Int(reading.confidence * 100))" + (reading.doubt.map { " \($0)" } ?? "")
    ]
      + reading.alternatives.map { "\($0.intent.rawValue) \(Int($0.confidence * 100))" })
      .joined(separator: ", ")
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}

/// Whether a slot was filled as it should be.
struct SlotComparison {
  private let noise: Noise

  init(_ noise: Noise) { self.noise = noise }

  func isSame(_ slot: String, _ expected: String, _ found: String) -> Bool {
    // Whether a name is known is no part of what was said.
    let (expected, found) = (SlotComparison.bare(expected), SlotComparison.bare(found))
    switch slot {
    case "honour": return Set(expected.split(separator: ",")) == Set(found.split(separator: ","))
    case "text", "subject", "unit":
      if expected.lowercased() == found.lowercased() { return true }
      return !noise.keepsText && TextLikeness.of(expected, found) > 0.8
    default: return expected == found
    }
  }

  private static func bare(_ value: String) -> String {
    value.first == "?" || value.first == "!" ? String(value.dropFirst()) : value
  }
}
