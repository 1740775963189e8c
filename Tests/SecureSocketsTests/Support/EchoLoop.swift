import Glibc
import SecureSockets

/// What a test tells the loops of an `EchoServer`.
enum EchoMessage: Sendable {
  enum Order: Sendable {
    /// Each text with a `send` of its own.
    case say([String])
    /// That many bytes at once, whatever the connection thinks of it.
    case flood(Int)
    /// That many bytes, stopping whenever the connection is backed up.
    case stream(Int)
    /// One after the other, from now on.
    case deadlines([Duration])
    case describePeer
    case pause
    case resume
    case close
    case closeAfterFlush
  }

  case to(ConnectionID, Order)
  /// The signal comes to the loop's own thread, not to the process of the tests.
  case raise(ProcessSignal)
  case drain
}

final class EchoLoop: LoopHandler {
  private let loop: EventLoop
  private let events: EventLog<EchoEvent>
  private let idle: Duration?
  private var served: [ConnectionID: EchoConnection] = [:]

  init(_ loop: EventLoop, _ events: EventLog<EchoEvent>, idle: Duration?) {
    self.loop = loop
    self.events = events
    self.idle = idle
  }

  func accepted(_ connection: TLSConnection) -> any ConnectionHandler {
    if let idle { connection.deadline = loop.now + idle }
    let handler = EchoConnection(connection, self)
    served[connection.id] = handler
    events.add(.accepted(connection.id))
    return handler
  }

  func refused(_: SocketAddress, at _: Listener, _ reason: CloseReason) {
    events.add(.refused(reason))
  }

  func received(_ messages: [EchoMessage]) {
    for message in messages {
      switch message {
      case .to(let id, let order):
        if loop.connection(id) == nil {
          events.add(.missing(id))
        } else {
          served[id]?.obey(order)
        }
      case .raise(let signal):
        pthread_kill(pthread_self(), signal == .hangUp ? SIGHUP : SIGTERM)
      case .drain:
        for handler in served.values { handler.obey(.closeAfterFlush) }
        loop.endOnceEmpty(within: .seconds(10))
      }
    }
  }

  func signalled(_ signal: ProcessSignal) {
    events.add(.signalled(signal))
  }

  func peerIs(_ certificate: Certificate?) {
    events.add(.peer(certificate?.fingerprint))
  }

  func closed(_ id: ConnectionID, _ reason: CloseReason) {
    served[id] = nil
    events.add(.closed(reason))
  }
}

final class EchoConnection: ConnectionHandler {
  private let connection: TLSConnection
  private let server: EchoLoop
  private var toStream = 0

  init(_ connection: TLSConnection, _ server: EchoLoop) {
    self.connection = connection
    self.server = server
  }

  func obey(_ order: EchoMessage.Order) {
    switch order {
    case .say(let texts): for text in texts { connection.send(Array(text.utf8)) }
    case .flood(let count): connection.send([UInt8](repeating: 0x66, count: count))
    case .stream(let count):
      toStream = count
      drained()
    case .deadlines(let spans):
      for span in spans { connection.deadline = .current() + span }
    case .describePeer: server.peerIs(connection.peerCertificate)
    case .pause: connection.pauseReading()
    case .resume: connection.resumeReading()
    case .close: connection.close()
    case .closeAfterFlush: connection.closeAfterFlush()
    }
  }

  func received(_ bytes: Span<UInt8>) {
    connection.send(bytes)
  }

  func drained() {
    while toStream > 0, !connection.isBackedUp {
      let count = min(toStream, 10_000)
      connection.send([UInt8](repeating: 0x73, count: count))
      toStream -= count
    }
  }

  func deadlinePassed() {
    connection.send(Array("idle\n".utf8))
    connection.closeAfterFlush()
  }

  func closed(_ reason: CloseReason) {
    server.closed(connection.id, reason)
  }
}
