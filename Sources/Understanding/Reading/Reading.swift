/// What was understood of one message.
package struct Reading: Sendable {
  /// `nil` when nothing fits; the slots may still answer a question of the dialog.
  package var intent: Intent?
  package var decision: Decision
  /// How sure, 0 to 1: of readings given 0.9, nine in ten are right.
  package var confidence: Double
  package var slots: Slots
  /// Other likely intents, best first, at most three.
  package var alternatives: [Alternative]
  /// Why an order was not taken for one; `plain` if nothing speaks against it.
  package var mood: Mood
  /// Why an order is not carried out at once.
  package var doubt: Doubt?
  /// Nothing but a value was said ("CSTĐCS", "cho chị Hoa ạ"): if something was asked, this is its
  /// answer, whatever intent it could stand for by itself.
  package var isBareValue = false
  /// Some words are in no sentence, rule, list or name: they may name somebody unknown.
  package var hasUnknownWords = false

  /// Of the intent, or of the likeliest other one.
  var bestLikelihood: Double { max(confidence, alternatives.first?.confidence ?? 0) }

  package static let nothing = Reading(
    intent: nil, decision: .none, confidence: 0, slots: Slots(), alternatives: [], mood: .plain)
}

/// What a conversation should do with a reading.
package enum Decision: String, Sendable {
  /// Carry out at once: every slot was stated outright and there is one way to read it.
  case act
  /// One reading, but the person is asked first: a slot is missing or inferred, a word was
  /// repaired, or the intent always asks.
  case confirm
  /// Two readings or two namesakes: a numbered choice.
  case choose
  /// Nothing fits, or it is no order.
  case none
}

package struct Alternative: Sendable, Equatable {
  package let intent: Intent
  package let confidence: Double
}

/// How the message is meant. Only a plain one can be an order.
package enum Mood: String, Sendable {
  case plain
  /// "có được … không", "thì cần gì"
  case question
  /// "đừng …", "chưa muốn …"
  case negated
  /// "nếu …", "lỡ …"
  case conditional
  /// "anh Bình bảo …", "nghe nói …"
  case reported
  /// "đã … rồi", "hôm qua …"
  case past
}
