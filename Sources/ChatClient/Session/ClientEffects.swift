import Wire

/// What a turn of the client's loop leaves to be done by the shell, in this order: `screen` (and
/// `errors`) written, then `network`; only what has been shown is acknowledged.
package struct ClientEffects: Equatable, Sendable {
  /// For standard output.
  package var screen: [UInt8] = []
  /// For standard error; only without a terminal.
  package var errors: [UInt8] = []
  /// For the server.
  package var network: [UInt8] = []
  /// Lines for the history file.
  package var remembered: [String] = []
  /// Give the terminal back and stop the process until it is continued (Ctrl-Z).
  package var suspends = false
  /// Leave with this status.
  package var exit: ChatEnding?

  package init() {}

  mutating func send(_ request: ChatRequest) {
    JSONLines.append(request, to: &network)
  }
}
