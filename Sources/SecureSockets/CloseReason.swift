/// Why a connection is no more.
package enum CloseReason: Hashable, Sendable, CustomStringConvertible {
  /// The upper room closed it.
  case requested
  /// The peer said close_notify.
  case peerEnded
  /// It broke: cut off, reset, or bytes that are not TLS.
  case failed(TLSError)
  /// The handshake broke: plain bytes on the TLS port, no version in common, port scans.
  case handshakeFailed(TLSError)
  /// The handshake did not end in time.
  case handshakeTimedOut
  /// The peer does not read, and more waits for it than is allowed.
  case outBufferFull
  /// The listener's capacity was reached.
  case overLimit
  /// The loop ended.
  case loopEnded

  package var description: String {
    switch self {
    case .requested: "closed"
    case .peerEnded: "closed by the peer"
    case .failed(let error): "failed: \(error)"
    case .handshakeFailed(let error): "handshake failed: \(error)"
    case .handshakeTimedOut: "handshake timed out"
    case .outBufferFull: "peer does not read"
    case .overLimit: "too many connections"
    case .loopEnded: "stopped"
    }
  }
}
