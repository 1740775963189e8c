import SecureSockets

/// What happened on the loops, for a test to wait for.
enum EchoEvent: Sendable, Equatable {
  case accepted(ConnectionID)
  case closed(CloseReason)
  case refused(CloseReason)
  case signalled(ProcessSignal)
  case missing(ConnectionID)
  case peer(CertificateFingerprint?)
}

/// A server that sends everything back, on loops and sockets like the real one's.
final class EchoServer: Sendable {
  let certificate: TestCertificate
  let tls: ReloadableTLSContext
  let listener: Listener
  let group: EventLoopGroup<EchoMessage>
  let events = EventLog<EchoEvent>()

  init(
    loops: Int = 1, capacity: Listener.Capacity = .init(), limits: ConnectionLimits = .init(),
    idle: Duration? = nil, clients: TLSContext.ClientCertificates = .ignored,
    host: String = "localhost", signals: Set<ProcessSignal> = []
  ) throws {
    certificate = try TestCertificate()
    tls = try certificate.context(clients: clients)
    listener = try Listener(
      name: "echo", host: host, port: 0, tls: tls, capacity: capacity, limits: limits)
    group = try EventLoopGroup(loops: loops)
    let events = events
    try group.start(signals: signals) { EchoLoop($0, events, idle: idle) }
    group.accept(listener)
  }

  deinit {
    listener.stopAccepting()
    group.end()
    group.join()
  }

  func connect(
    _ version: TLSContext.Version = .tls13, verification: TLSClient.Verification = .none,
    identity: TLSIdentity? = nil
  ) throws -> TLSClient {
    try TLSClient.connect(
      host: listener.address.name, port: listener.address.port, timeout: .seconds(10),
      verification: verification, identity: identity, atMost: version)
  }

  /// Tells the connection's own loop.
  func tell(_ id: ConnectionID, _ order: EchoMessage.Order) {
    group.mailboxes[id.loop].put(.to(id, order))
  }

  /// The name of the connection that was accepted as the `number`th.
  func accepted(_ number: Int = 0) throws -> ConnectionID {
    try events.wait { $0.accepted.count > number }
    return events.all.accepted[number]
  }
}

extension [EchoEvent] {
  var accepted: [ConnectionID] {
    compactMap { if case .accepted(let id) = $0 { id } else { nil } }
  }
}
