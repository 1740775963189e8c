/// How a conversation ends; the raw value is the exit status that the interface promises.
package enum ChatEnding: Int32, Sendable {
  case done = 0
  case wrongUsage = 64
  /// No connection, or no longer.
  case unavailable = 69
  /// Standard input or output is gone.
  case inputOutput = 74
  /// Not logged in, or not the server that was met before.
  case notPermitted = 77
}
