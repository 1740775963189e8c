import SecureSockets
import Synchronization

/// What a test tells the loops of an `EchoServer`.
enum EchoMessage: Sendable {
  case say(String, to: ConnectionID)
  case drain
}

/// What happened on the loops, for a test to wait for.
enum EchoEvent: Sendable, Equatable {
  case accepted(ConnectionID)
  case closed(CloseReason)
  case refused(CloseReason)
  case signalled(ProcessSignal)
  case missing(ConnectionID)
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
    _ version: TLSContext.Version = .tls13, verification: TLSClient.Verification = .none
  ) throws -> TLSClient {
    try TLSClient.connect(
      host: listener.address.name, port: listener.address.port, timeout: .seconds(10),
      verification: verification, atMost: version)
  }
}

/// `!drain` on the wire is of no meaning: all bytes are echoed.
final class EchoLoop: LoopHandler {
  private let loop: EventLoop
  private let events: EventLog<EchoEvent>
  private let idle: Duration?
  private var connections: [ConnectionID: TLSConnection] = [:]

  init(_ loop: EventLoop, _ events: EventLog<EchoEvent>, idle: Duration?) {
    self.loop = loop
    self.events = events
    self.idle = idle
  }

  func accepted(_ connection: TLSConnection) -> any ConnectionHandler {
    connections[connection.id] = connection
    if let idle { connection.deadline = loop.now + idle }
    events.add(.accepted(connection.id))
    return EchoConnection(connection, self)
  }

  func refused(_: SocketAddress, at _: Listener, _ reason: CloseReason) {
    events.add(.refused(reason))
  }

  func received(_ messages: [EchoMessage]) {
    for message in messages {
      switch message {
      case .say(let text, let id):
        if let connection = loop.connection(id) {
          connection.send(Array(text.utf8))
        } else {
          events.add(.missing(id))
        }
      case .drain:
        for connection in connections.values { connection.closeAfterFlush() }
        loop.endOnceEmpty(within: .seconds(10))
      }
    }
  }

  func signalled(_ signal: ProcessSignal) {
    events.add(.signalled(signal))
  }

  func closed(_ id: ConnectionID, _ reason: CloseReason) {
    connections[id] = nil
    events.add(.closed(reason))
  }
}

final class EchoConnection: ConnectionHandler {
  private let connection: TLSConnection
  private let server: EchoLoop

  init(_ connection: TLSConnection, _ server: EchoLoop) {
    self.connection = connection
    self.server = server
  }

  func received(_ bytes: Span<UInt8>) {
    connection.send(bytes)
  }

  func deadlinePassed() {
    connection.send(Array("idle\n".utf8))
    connection.closeAfterFlush()
  }

  func closed(_ reason: CloseReason) {
    server.closed(connection.id, reason)
  }
}
