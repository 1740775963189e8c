import Glibc

/// The calling end: one TLS connection that blocks, each call with its own patience.
///
/// One thread at a time. A terminal client polls `descriptor` together with its keyboard and
/// calls `receiveAvailable` when it is readable.
package final class TLSClient {
  package enum Verification: Sendable {
    /// The certificate with this fingerprint and no other, whatever it says.
    case pinned(CertificateFingerprint)
    /// A certificate for the host's name from an authority in the system's store.
    case systemAuthorities
    /// Any; the caller looks at `peerCertificate` before it says anything of worth.
    case none
  }

  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// No address of that name, in the resolver's words.
    case unknownHost(String, String)
    case socket(SocketError)
    case tls(TLSError)
    /// Another certificate than the pinned one: the server got a new one, or somebody stands
    /// in between.
    case otherCertificate(Certificate)
    /// The own certificate or the settings.
    case setup(TLSSetupError)
    case timedOut
    case closed

    package var description: String {
      switch self {
      case .unknownHost(let host, let words): "\(host): \(words)"
      case .socket(let error): error.description
      case .tls(let error): error.description
      case .otherCertificate(let certificate):
        "another certificate than the pinned one: \(certificate.fingerprint)"
      case .setup(let error): error.description
      case .timedOut: "timed out"
      case .closed: "connection closed"
      }
    }
  }

  /// Readable when there may be something to receive. Only for `poll`.
  package let descriptor: Int32
  package let peer: SocketAddress
  package let peerCertificate: Certificate
  package var tlsVersion: String { session?.version ?? "" }
  package var wasResumed: Bool { session?.wasResumed ?? false }

  private var session: TLSSession?
  private var peerHasEnded = false

  /// Connects and shakes hands within `timeout` in all. Tries every address of the host.
  ///
  /// - Parameter identity: the own certificate, should the server ask for one.
  package static func connect(
    host: String, port: UInt16, timeout: Duration, verification: Verification,
    identity: TLSIdentity? = nil, atMost version: TLSContext.Version = .tls13
  ) throws(Failure) -> TLSClient {
    let deadline = MonotonicTime.current() + timeout
    let context = try context(verification, identity, atMost: version)
    let (descriptor, peer) = try ClientSocket.connect(host: host, port: port, until: deadline)
    return try TLSClient(
      over: descriptor, peer, context, host: host, verification, until: deadline)
  }

  /// Shakes hands over a connection that is open. The descriptor is this object's from now on, and
  /// closed if the handshake fails.
  init(
    over descriptor: Int32, _ peer: SocketAddress, _ context: TLSContext, host: String,
    _ verification: Verification, until deadline: MonotonicTime
  ) throws(Failure) {
    ProcessSignal.ignoreBrokenPipes()
    self.descriptor = descriptor
    self.peer = peer
    do throws(Failure) {
      let session = try TLSClient.session(context, descriptor, host, verification)
      try TLSClient.repeating(on: descriptor, until: deadline) { session.handshake() }
      guard let certificate = session.peerCertificate else { throw .tls(.cutOff) }
      if case .pinned(let fingerprint) = verification, fingerprint != certificate.fingerprint {
        _ = session.shutDown()
        throw .otherCertificate(certificate)
      }
      peerCertificate = certificate
      self.session = session
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  deinit { close() }

  /// Sends all of it.
  package func send(_ bytes: [UInt8], timeout: Duration = .seconds(10)) throws(Failure) {
    guard let session else { throw .closed }
    let deadline = MonotonicTime.current() + timeout
    var sent = 0
    while sent < bytes.count {
      sent += try TLSClient.repeating(on: descriptor, until: deadline) {
        bytes.withUnsafeBufferPointer { session.write(UnsafeBufferPointer(rebasing: $0[sent...])) }
      }
    }
  }

  package func send(_ text: String, timeout: Duration = .seconds(10)) throws(Failure) {
    try send(Array(text.utf8), timeout: timeout)
  }

  /// Waits until there is something, at least one byte; empty if the server has said goodbye.
  package func receive(timeout: Duration = .seconds(10)) throws(Failure) -> [UInt8] {
    let deadline = MonotonicTime.current() + timeout
    while true {
      if let bytes = try receiveAvailable() { return bytes }
      try ClientSocket.wait(descriptor, POLLIN, until: deadline)
    }
  }

  /// What has arrived, without waiting: `nil` if nothing has, empty if the server has said
  /// goodbye. Reads all there is, so that nothing waits where `poll` cannot see it.
  package func receiveAvailable() throws(Failure) -> [UInt8]? {
    guard let session else { throw .closed }
    guard !peerHasEnded else { return [] }
    var received: [UInt8] = []
    var record = [UInt8](repeating: 0, count: 16_384)
    var step = TLSSession.Step.done(0)
    while case .done = step {
      step = record.withUnsafeMutableBufferPointer { session.read(into: $0) }
      if case .done(let count) = step { received += record.prefix(count) }
    }
    if step == .ended { peerHasEnded = true }
    if !received.isEmpty { return received }
    switch step {
    case .failed(let error): throw .tls(error)
    case .ended: return []
    case .done, .wantsRead, .wantsWrite: return nil
    }
  }

  /// Says that nothing more will be sent, while the answers can still be received.
  package func endSending() {
    _ = session?.shutDown()
  }

  /// Says goodbye without waiting for the server's.
  package func close() {
    guard let session else { return }
    _ = session.shutDown()
    self.session = nil
    Glibc.close(descriptor)
  }

  /// What all connections to servers of that kind have in common.
  static func context(
    _ verification: Verification, _ identity: TLSIdentity? = nil,
    atMost version: TLSContext.Version = .tls13
  ) throws(Failure) -> TLSContext {
    let trustsSystem = if case .systemAuthorities = verification { true } else { false }
    do throws(TLSSetupError) {
      return try .client(identity, trustsSystem: trustsSystem, atMost: version)
    } catch {
      throw .setup(error)
    }
  }

  private static func session(
    _ context: TLSContext, _ descriptor: Int32, _ host: String, _ verification: Verification
  ) throws(Failure) -> TLSSession {
    do throws(OpenSSLWords) {
      let session = try TLSSession(context, .client, descriptor: descriptor)
      let verifies = if case .systemAuthorities = verification { true } else { false }
      try session.expect(host: host, verifies: verifies)
      return session
    } catch {
      throw .tls(.refused(error))
    }
  }

  @discardableResult
  private static func repeating(
    on descriptor: Int32, until deadline: MonotonicTime, _ step: () -> TLSSession.Step
  ) throws(Failure) -> Int {
    while true {
      switch step() {
      case .done(let count): return count
      case .wantsRead: try ClientSocket.wait(descriptor, POLLIN, until: deadline)
      case .wantsWrite: try ClientSocket.wait(descriptor, POLLOUT, until: deadline)
      case .ended: throw .closed
      case .failed(let error): throw .tls(error)
      }
    }
  }
}
