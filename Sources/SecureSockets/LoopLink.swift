import Synchronization

/// How this room's own threads reach a loop.
final class LoopLink: Sendable {
  let index: Int
  let wakeUp: WakeUpCall
  let commands: Mailbox<LoopCommand>
  private let connections = Atomic<Int>(0)

  init(index: Int) throws(SocketError) {
    self.index = index
    wakeUp = try WakeUpCall()
    commands = Mailbox(wakeUp)
  }

  /// Connections given to the loop and not yet ended: what the acceptor goes by.
  var load: Int { connections.load(ordering: .relaxed) }

  func connectionGiven() {
    connections.add(1, ordering: .relaxed)
  }

  func connectionEnded() {
    connections.subtract(1, ordering: .relaxed)
  }
}

enum LoopCommand: Sendable {
  case accept(Listener, among: [LoopLink])
  case adopt(AcceptedSocket)
  case stopAccepting(Listener)
  case end
}

/// A connection on its way from the door to its loop. Whoever holds it closes it.
struct AcceptedSocket: Sendable {
  let descriptor: Int32
  let peer: SocketAddress
  let listener: Listener
  let isOverLimit: Bool
}
