import Glibc

/// One thread's loop over what happens to its connections: epoll, mailbox, deadlines, signals.
///
/// Not Sendable: everything on it belongs to its thread. Others reach it by its `Mailbox`.
///
/// The order within a turn, on which handlers may rely: bytes and connections, deadlines,
/// messages, `turnEnded`, and then the writes.
package final class EventLoop {
  /// Handled in one turn; small enough that what is read is still in the cache when it is
  /// answered.
  private static let eventsPerTurn = 16
  /// 0.4 ms of CPU each: a rush of new clients must not keep those inside waiting.
  private static let handshakesPerTurn = 8
  /// Settling can touch connections again, through `drained` and `closed`.
  private static let settlingsPerTurn = 4

  private enum Key {
    static let wakeUp: UInt64 = 0
    static let signals: UInt64 = 1
    static let firstAcceptor: UInt64 = 2
  }

  /// Its place in `EventLoopGroup.mailboxes`.
  package let index: Int
  /// When this turn began.
  @exclusivity(unchecked) package private(set) var now = MonotonicTime.current()

  let link: LoopLink
  let poller: Epoll
  let readBuffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)

  // Unchecked is safe because all is used on the loop's thread only, and no access of one of
  // these calls anything that could come back to it. The checks would cost 4 % of a message.
  @exclusivity(unchecked) var spareBuffers = SpareBuffers()
  @exclusivity(unchecked) var connections: ConnectionTable<TLSConnection>
  @exclusivity(unchecked) var deadlines = DeadlineQueue()
  @exclusivity(unchecked) private var touched: [TLSConnection] = []
  @exclusivity(unchecked) private var settling: [TLSConnection] = []

  var timers = TimerTable()
  private var readableAgain: [ConnectionID] = []
  private var acceptors: [Acceptor] = []
  private let signals: SignalDescriptor?
  private var handler: (any LoopHandler)?
  private var wasWoken = false
  private var endsOnceEmpty = false
  private(set) var hasEnded = false

  init(_ link: LoopLink, signals wanted: Set<ProcessSignal>) throws(SocketError) {
    self.link = link
    index = link.index
    connections = ConnectionTable(loop: link.index)
    poller = try Epoll(capacity: EventLoop.eventsPerTurn)
    signals = wanted.isEmpty ? nil : try SignalDescriptor(wanted)
    try poller.add(link.wakeUp.descriptor, .reading, key: Key.wakeUp)
    if let descriptor = signals?.descriptor {
      try poller.add(descriptor, .reading, key: Key.signals)
    }
  }

  deinit { readBuffer.deallocate() }

  /// The connection of that name, unless it is closing or gone.
  package func connection(_ id: ConnectionID) -> TLSConnection? {
    guard let connection = connections[id], connection.phase == .open else { return nil }
    return connection
  }

  /// Those in the handshake and those closing included.
  package var connectionCount: Int { connections.count }

  /// Ends the loop after this turn. Connections that are still there are closed and told
  /// `loopEnded`; see `endOnceEmpty` for the friendly way.
  package func end() {
    hasEnded = true
  }

  /// Ends the loop as soon as it has no connection, at the latest after `limit`. To be called
  /// once the listeners have stopped; closing the connections is the upper room's part. Those
  /// still in the handshake have asked for nothing yet: they are closed here.
  package func endOnceEmpty(within limit: Duration) {
    endsOnceEmpty = true
    for connection in connections.all where connection.phase == .handshaking {
      connection.finish(.loopEnded)
    }
    wake(at: now + limit) { [unowned self] in end() }
  }

  func run<Handler: LoopHandler>(_ handler: Handler, _ mailbox: Mailbox<Handler.Message>) {
    self.handler = handler
    while !hasEnded {
      waitAndDispatch()
      if wasWoken {
        wasWoken = false
        let messages = mailbox.take()
        if !messages.isEmpty { handler.received(messages) }
      }
      handler.turnEnded()
      settle()
      if endsOnceEmpty, connectionCount == 0 { end() }
    }
    _ = mailbox.close()
    shutDown()
    self.handler = nil
  }

  func touch(_ connection: TLSConnection) {
    guard !connection.isTouched else { return }
    connection.isTouched = true
    touched.append(connection)
  }

  /// In the next turn, without waiting for the socket.
  func readAgain(_ connection: TLSConnection) {
    readableAgain.append(connection.id)
  }

  func accepted(_ connection: TLSConnection) -> (any ConnectionHandler)? {
    handler?.accepted(connection)
  }

  /// The connection's last moment.
  func dispose(_ connection: TLSConnection) {
    guard connections[connection.id] != nil else { return }
    connections.remove(connection.id)
    forgetDeadline(of: connection)
    connection.release()
    link.connectionEnded()
    connection.listener.left()
    if let served = connection.handler {
      connection.handler = nil
      served.closed(connection.closeReason)
    } else {
      handler?.refused(connection.peer, at: connection.listener, connection.closeReason)
    }
  }

  private func waitAndDispatch() {
    let isBusy = !touched.isEmpty || !readableAgain.isEmpty
    let timeout = isBusy ? 0 : MonotonicTime.current().pollTimeout(until: deadlines.earliest)
    let count = poller.wait(timeout: timeout)
    now = .current()
    let again = readableAgain
    readableAgain.removeAll(keepingCapacity: true)
    var handshakes = 0
    for event in 0..<count { dispatch(poller[event], &handshakes) }
    for id in again { connections[id]?.receive() }
    fireDeadlines()
    if wasWoken { obeyCommands() }
  }

  private func dispatch(_ event: Epoll.Event, _ handshakes: inout Int) {
    switch event.key {
    case Key.wakeUp:
      link.wakeUp.silence()
      wasWoken = true
    case Key.signals: while let signal = signals?.next() { handler?.signalled(signal) }
    case Key.firstAcceptor..<1 << 32: acceptors[Int(event.key - Key.firstAcceptor)].happened()
    default:
      guard let connection = connections[ConnectionID(raw: event.key)] else { return }
      if connection.phase == .handshaking {
        handshakes += 1
        guard handshakes <= EventLoop.handshakesPerTurn else { return }
      }
      connection.happened(event)
    }
  }

  private func obeyCommands() {
    for command in link.commands.take() {
      switch command {
      case .adopt(let socket): adopt(socket)
      case .accept(let listener, let loops):
        let key = Key.firstAcceptor + UInt64(acceptors.count)
        acceptors.append(Acceptor(listener, among: loops, key: key, on: self))
      case .stopAccepting(let listener):
        for acceptor in acceptors where acceptor.listener === listener { acceptor.stop() }
      case .end: end()
      }
    }
  }

  private func adopt(_ socket: AcceptedSocket) {
    guard !endsOnceEmpty else { return abandon(socket) }
    do throws(OpenSSLWords) {
      let session = try TLSSession(
        socket.listener.tls.current, .server, descriptor: socket.descriptor)
      let connection = connections.insert { TLSConnection($0, socket, session, on: self) }
      connection.arm(now + socket.listener.limits.handshake)
      do throws(SocketError) {
        try poller.add(socket.descriptor, .reading, key: connection.id.raw)
      } catch {
        connection.finish(.handshakeFailed(.transport(error)))
      }
    } catch {
      handler?.refused(socket.peer, at: socket.listener, .handshakeFailed(.refused(error)))
      abandon(socket)
    }
  }

  private func abandon(_ socket: AcceptedSocket) {
    close(socket.descriptor)
    socket.listener.left()
    link.connectionEnded()
  }

  private func settle() {
    for _ in 0..<EventLoop.settlingsPerTurn where !touched.isEmpty {
      // Two lists take turns, so that neither is allocated anew.
      swap(&touched, &settling)
      for connection in settling { connection.settle() }
      settling.removeAll(keepingCapacity: true)
    }
  }

  private func shutDown() {
    for acceptor in acceptors { acceptor.stop() }
    acceptors = []
    for case .adopt(let socket) in link.commands.close() { abandon(socket) }
    for connection in connections.all {
      connection.finish(.loopEnded)
      dispose(connection)
    }
    touched = []
  }
}
