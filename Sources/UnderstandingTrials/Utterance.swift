package import Understanding

/// A message with what it should be read as.
package struct Utterance: Sendable {
  package enum Kind: Sendable {
    /// An intent must take it.
    case meant
    /// No intent may take it.
    case outside
    /// It looks like an order and is none: nothing may be done or asked back as one.
    case trap
  }

  package let say: String
  package let kind: Kind
  /// `nil` for messages that no intent need take.
  package let intent: Intent?
  /// Expected slots in the plain form of `Slots.plain`.
  package let slots: [String: String]
  /// What a conversation should do, where the file says so.
  package let decision: Decision?
  package let file: String
  /// From 1.
  package let line: Int

  /// Whether a reading can be called right or wrong: of a trap that is read as some question only
  /// its writer knows.
  func tells(isOrder: Bool) -> Bool { kind != .trap || intent != nil || isOrder }
}
