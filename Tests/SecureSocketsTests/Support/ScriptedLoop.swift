import SecureSockets

/// One loop that does what a test tells it, on its own thread.
final class ScriptedLoop: Sendable {
  typealias Step = @Sendable (EventLoop, EventLog<String>) -> Void

  let group: EventLoopGroup<Step>
  let log = EventLog<String>()

  init() throws {
    group = try EventLoopGroup(loops: 1)
    let log = log
    try group.start { Handler($0, log) }
  }

  deinit {
    group.end()
    group.join()
  }

  func run(_ step: @escaping Step) {
    group.mailboxes[0].put(step)
  }

  /// Logs the end of those turns that had messages.
  private final class Handler: LoopHandler {
    private let loop: EventLoop
    private let log: EventLog<String>
    private var hadTwoMessages = false

    init(_ loop: EventLoop, _ log: EventLog<String>) {
      self.loop = loop
      self.log = log
    }

    func accepted(_ connection: TLSConnection) -> any ConnectionHandler {
      fatalError("has no listener")
    }

    func received(_ messages: [Step]) {
      for step in messages { step(loop, log) }
      hadTwoMessages = messages.count == 2
    }

    func turnEnded() {
      if hadTwoMessages { log.add("turn ended") }
      hadTwoMessages = false
    }
  }
}
