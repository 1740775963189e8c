import Glibc

@testable import SecureSockets

/// A client that sends without reading and reads without sending, as tests of back-pressure
/// need it.
final class NonBlockingClient {
  let session: TLSSession
  private let plain: RawClient

  init(_ address: SocketAddress) throws {
    plain = try RawClient(address)
    session = try TLSSession(
      .client(trustsSystem: false), .client, descriptor: plain.descriptor)
    _ = try repeating { session.handshake() }
  }

  /// Sends as much of `bytes` as goes without waiting longer than `patience` for the server.
  func send(_ bytes: ArraySlice<UInt8>, patience: Duration) throws -> Int {
    var sent = 0
    while sent < bytes.count {
      switch bytes.dropFirst(sent).withUnsafeBufferPointer({ session.write($0) }) {
      case .done(let count): sent += count
      case .failed(let error): throw error
      case .wantsRead, .wantsWrite, .ended:
        guard isWritable(within: patience) else { return sent }
      }
    }
    return sent
  }

  /// What one record brings, waiting for it; empty at the end.
  func receiveRecord() throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = try repeating { buffer.withUnsafeMutableBufferPointer { session.read(into: $0) } }
    return Array(buffer.prefix(count))
  }

  func receive(exactly count: Int) throws -> [UInt8] {
    var received: [UInt8] = []
    while received.count < count {
      let record = try receiveRecord()
      guard !record.isEmpty else { break }
      received += record
    }
    return received
  }

  private func repeating(_ step: () -> TLSSession.Step) throws -> Int {
    while true {
      switch step() {
      case .done(let count): return count
      case .ended: return 0
      case .wantsRead: try wait(POLLIN)
      case .wantsWrite: try wait(POLLOUT)
      case .failed(let error): throw error
      }
    }
  }

  private func isWritable(within patience: Duration) -> Bool {
    let deadline = MonotonicTime.current() + patience
    return (try? ClientSocket.wait(plain.descriptor, POLLOUT, until: deadline)) != nil
  }

  private func wait(_ events: Int32) throws {
    try ClientSocket.wait(plain.descriptor, events, until: .current() + .seconds(10))
  }
}
