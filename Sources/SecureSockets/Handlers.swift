/// What the upper room does on one loop. It is made on the loop's thread, lives there and dies
/// there: no locks, and nothing in it needs to be Sendable. No method may block.
///
/// In one turn of the loop all that arrived is handled first: bytes, deadlines, then messages;
/// then `turnEnded`; and only then everything that was sent goes out, with one TLS write for
/// each connection.
package protocol LoopHandler: AnyObject, SendableMetatype {
  /// What other threads put into the loop's mailbox.
  associatedtype Message: Sendable

  /// The handshake of a new connection is done. The handler that is returned serves it from here
  /// on; sending is allowed at once.
  func accepted(_ connection: TLSConnection) -> any ConnectionHandler
  /// A connection ended before it was accepted, or got the farewell of a listener at its limit.
  /// For logs.
  func refused(_ peer: SocketAddress, at listener: Listener, _ reason: CloseReason)
  /// Everything put into the mailbox since the last call, in order.
  func received(_ messages: [Message])
  /// On the one loop that has the signals.
  func signalled(_ signal: ProcessSignal)
  /// Everything of this turn is handled, nothing is written yet: the place to commit or release
  /// what was held for the turn. What is sent here still goes out in the same write.
  func turnEnded()
}

extension LoopHandler {
  package func refused(_: SocketAddress, at _: Listener, _: CloseReason) {}
  package func signalled(_: ProcessSignal) {}
  package func turnEnded() {}
}

/// What the upper room does with one connection. Same thread and rules as its `LoopHandler`.
///
/// The connection and its handler may hold each other: the connection lets go after `closed`.
package protocol ConnectionHandler: AnyObject {
  /// What was read in one go, up to 64 KB, with lines and characters cut anywhere. The bytes
  /// are the loop's and gone after the call.
  func received(_ bytes: Span<UInt8>)
  /// After `TLSConnection.isBackedUp`: there is room again.
  func drained()
  /// The deadline that was set has come; none is set now.
  func deadlinePassed()
  /// The peer said that it will send nothing more; it may still be reading. Unless the handler
  /// has answers outstanding, it closes: which is what happens by default.
  func peerEnded(_ connection: TLSConnection)
  /// The connection is gone; called once and last, and never from within a call that the handler
  /// itself makes.
  func closed(_ reason: CloseReason)
}

extension ConnectionHandler {
  package func drained() {}
  package func deadlinePassed() {}
  package func peerEnded(_ connection: TLSConnection) { connection.closeAfterFlush() }
}
