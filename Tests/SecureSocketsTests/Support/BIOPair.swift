import COpenSSL

@testable import SecureSockets

/// Two TLS sessions in one thread, joined in memory: no sockets, no waiting.
///
/// Nothing moves by itself; each end runs when the test steps it.
struct BIOPair {
  let server: TLSSession
  let client: TLSSession

  /// `capacity`: how many bytes are under way at most in each direction. With 1 every record is
  /// seen byte by byte.
  init(_ server: TLSContext, _ client: TLSContext, capacity: Int = 17_000) throws {
    var ends: (OpaquePointer?, OpaquePointer?) = (nil, nil)
    guard BIO_new_bio_pair(&ends.0, capacity, &ends.1, capacity) == 1,
      let serverEnd = ends.0, let clientEnd = ends.1
    else { throw OpenSSLWords.drained() }
    self.server = try TLSSession(server, .server, bio: serverEnd)
    self.client = try TLSSession(client, .client, bio: clientEnd)
  }

  /// Steps both ends until both are done or one fails.
  func shakeHands() -> (server: TLSSession.Step, client: TLSSession.Step) {
    var steps = (server: TLSSession.Step.wantsRead, client: TLSSession.Step.wantsRead)
    for _ in 0..<100_000 {
      steps.client = client.handshake()
      steps.server = server.handshake()
      if steps.client == .done(0), steps.server == .done(0) { break }
      // The server's ticket follows the handshake and wants to be taken.
      if steps.client == .done(0) { _ = BIOPair.read(client) }
      if case .failed = steps.client { break }
      if case .failed = steps.server { break }
    }
    return steps
  }

  /// Writes on one end and reads on the other until all of it is over.
  static func carry(
    _ bytes: [UInt8], from sender: TLSSession, to receiver: TLSSession
  ) -> [UInt8] {
    var sent = 0
    var received: [UInt8] = []
    for _ in 0..<100_000 where received.count < bytes.count {
      if sent < bytes.count,
        case .done(let count) = bytes.dropFirst(sent).withUnsafeBufferPointer({ sender.write($0) })
      {
        sent += count
      }
      received += read(receiver).bytes
    }
    return received
  }

  /// One step of reading, and what it brought.
  @discardableResult
  static func read(_ session: TLSSession) -> (step: TLSSession.Step, bytes: [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let step = buffer.withUnsafeMutableBufferPointer { session.read(into: $0) }
    guard case .done(let count) = step else { return (step, []) }
    return (step, Array(buffer.prefix(count)))
  }
}
