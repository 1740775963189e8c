import SecureSockets

/// The bytes' side of a connection: TLS over a socket in the server, an array in tests.
///
/// What is sent goes out in order, at the end of the loop's turn.
protocol ChatTransport: AnyObject {
  var id: ConnectionID { get }
  /// The peer does not read what was sent: nothing more should be made for it.
  var isBackedUp: Bool { get }
  /// When `ConnectionHandler.deadlinePassed` shall be called; `nil` for never.
  var deadline: MonotonicTime? { get set }

  func send(_ bytes: [UInt8])
  func closeAfterFlush()
}

extension TLSConnection: ChatTransport {}
