/// The code of an `error`: what went wrong below the level of requests.
package enum ChatErrorCode: String, Sendable, CaseIterable {
  case malformed
  case lineTooLong = "line_too_long"
  case notUTF8 = "not_utf8"
  case nulByte = "nul_byte"
  /// The client sends lines faster than they can be answered.
  case tooManyPending = "too_many_pending"
  /// The server has as many connections as it may have; this one is closed.
  case tooManyConnections = "too_many_connections"
  /// Nothing was said for too long; the connection is closed.
  case idle
  /// The server stops; the connection is closed.
  case shuttingDown = "shutting_down"
  /// The fault is the server's own.
  case `internal`
}
