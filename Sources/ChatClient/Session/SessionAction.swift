package import Wire

/// What a session wants done, in this order.
package enum SessionAction: Equatable, Sendable {
  case show(Utterance)
  case send(ChatRequest)
  /// The session is over; leave with this status.
  case finish(ChatEnding)
}

/// Something to be read.
package struct Utterance: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Text of the server before anything was asked.
    case greeting
    case reply(ReplyState)
    case push
    /// The server could not take a line, or says why it ends the connection.
    case error
    /// The client's own words.
    case notice
  }

  package var kind: Kind
  /// May have several lines, separated by LF.
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
