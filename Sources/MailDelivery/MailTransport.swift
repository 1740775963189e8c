package import Mail

/// A way for messages to leave the house.
package protocol MailTransport: Sendable {
  /// One outcome for each message, in their order. Blocks on network or programs, each step with a
  /// limit: not for a thread that serves others.
  func deliver(_ messages: [MailMessage]) -> [MailOutcome]
}
