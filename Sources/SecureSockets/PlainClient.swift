import Glibc

/// The calling end without TLS, for protocols that begin with plain bytes: all of a talk with a
/// server on the same machine, or what is said before STARTTLS.
///
/// One thread at a time. Each call blocks, with its own patience.
package final class PlainClient {
  /// Why it did not go on; plain connections fail in the same ways.
  package typealias Failure = TLSClient.Failure

  /// The most bytes that one `receive` returns.
  package static let receiveLimit = 16_384

  /// The address that was reached.
  package let peer: SocketAddress
  private let host: String
  private let descriptor: Int32
  private var isOpen = true

  /// Connects within `timeout` in all. Tries every address of the host.
  package static func connect(
    host: String, port: UInt16, timeout: Duration
  ) throws(Failure) -> PlainClient {
    let deadline = MonotonicTime.current() + timeout
    let (descriptor, peer) = try ClientSocket.connect(host: host, port: port, until: deadline)
    return PlainClient(descriptor, peer, host)
  }

  private init(_ descriptor: Int32, _ peer: SocketAddress, _ host: String) {
    self.descriptor = descriptor
    self.peer = peer
    self.host = host
  }

  deinit { close() }

  /// Sends all of it.
  package func send(_ bytes: [UInt8], timeout: Duration = .seconds(10)) throws(Failure) {
    let deadline = MonotonicTime.current() + timeout
    var rest = bytes[...]
    while !rest.isEmpty {
      guard isOpen else { throw .closed }
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        try wait("send", POLLOUT, until: deadline)
      }
    }
  }

  /// Waits until there is something, at least one byte; empty if the server has ended.
  package func receive(timeout: Duration = .seconds(10)) throws(Failure) -> [UInt8] {
    let deadline = MonotonicTime.current() + timeout
    var bytes = [UInt8](repeating: 0, count: PlainClient.receiveLimit)
    while true {
      guard isOpen else { throw .closed }
      let count = bytes.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count >= 0 { return Array(bytes.prefix(count)) }
      try wait("recv", POLLIN, until: deadline)
    }
  }

  /// Shakes hands within `timeout` over this connection, which is the new client's from now on:
  /// this one is closed, also if the handshake fails. Bytes that the server sent before, and that
  /// were not received, are taken for TLS and break the handshake.
  package func startTLS(
    verification: TLSClient.Verification, timeout: Duration
  ) throws(Failure) -> TLSClient {
    guard isOpen else { throw .closed }
    let deadline = MonotonicTime.current() + timeout
    let context = try TLSClient.context(verification)
    isOpen = false
    return try TLSClient(
      over: descriptor, peer, context, host: host, verification, until: deadline)
  }

  /// Hangs up; again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    Glibc.close(descriptor)
  }

  /// After a call that failed: until it may be repeated.
  private func wait(_ act: String, _ events: Int32, until deadline: MonotonicTime) throws(Failure) {
    switch errno {
    case EINTR: return
    case EAGAIN: try ClientSocket.wait(descriptor, events, until: deadline)
    default: throw .socket(SocketError(act, peer.description))
    }
  }
}
