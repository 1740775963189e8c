/// Where a request has led.
package enum ReplyState: String, Sendable, CaseIterable {
  /// Carried out, or answered.
  case done
  /// Something is missing; the text asks for it.
  case ask
  /// Understood; the text asks for a yes before anything is changed.
  case confirm
  /// Several readings are possible; the text numbers them.
  case choose
  /// Understood, but not allowed; the code says why.
  case refused
  /// Not understood.
  case unclear
}
