import Actions
import CampaignStore
import Campaigns
import CivilTime
import Reminders
import Replies
import SecureSockets
import Wire

/// One event loop's side of the server: its connections, its session on the store, its knowledge.
///
/// Lives on the loop's thread and nowhere else.
final class ChatLoop: LoopHandler, ChatHost {
  typealias Message = LoopMessage

  let loop: EventLoop
  let services: SharedServices
  let sink: LoopSink
  let reader: any ReadingSession
  private(set) var knowledge: Knowledge
  private(set) var options: ServerOptions
  var scratch: [UInt8] = []
  private(set) var isDraining = false

  private var connections: [ConnectionID: ChatConnection] = [:]
  private var waiting: [UInt64: Waiter] = [:]
  private var lastTicket: UInt64 = 0
  private var hasSnapshot = false
  /// Pushes that are still to be shown, in their order: one that overtook another on its connection
  /// would hide it.
  private var arrears: ArraySlice<PushDelivery> = []

  /// Each takes some 50 µs, most of it to encrypt and send.
  private static let pushesPerTurn = 25
  private lazy var reminders = ReminderTimer(self)

  init(
    _ loop: EventLoop, services: SharedServices, reader: any ReadingSession, knowledge: Knowledge
  ) {
    self.loop = loop
    self.services = services
    self.reader = reader
    self.knowledge = knowledge
    options = services.options
    sink = LoopSink(services.mailboxes[loop.index])
    if loop.index == 0 { reminders.schedule() }
  }

  // MARK: LoopHandler

  func accepted(_ connection: TLSConnection) -> any ConnectionHandler {
    let chat = ChatConnection(connection, on: self)
    connections[connection.id] = chat
    chat.greet()
    return chat
  }

  func received(_ messages: [LoopMessage]) {
    var hasPerformed = false
    for message in messages {
      switch message {
      case .written(let delivery):
        written(delivery)
        if case .success(.performed) = delivery.result { hasPerformed = true }
      case .verified(let id, let attempt, let verdict):
        connections[id]?.passwordVerified(attempt, verdict)
      case .pushes(let deliveries): arrears.append(contentsOf: deliveries)
      case .morePushes: break
      case .knowledge(let newer): take(newer)
      case .options(let newer): options = newer
      case .remindersChanged: if loop.index == 0 { reminders.schedule() }
      case .drain: drain()
      }
    }
    if hasPerformed { services.storeChanged() }
    deliverSomePushes()
  }

  /// So many that the turn stays short, and those who ask are served between them.
  private func deliverSomePushes() {
    guard !arrears.isEmpty else { return }
    let now = now
    // People of an office mostly hear the same: it is put into words once for those in a row.
    var said: (content: PushContent, message: ChatPush)?
    for delivery in arrears.prefix(ChatLoop.pushesPerTurn) {
      guard let connection = connections[delivery.connection] else { continue }
      let push = delivery.push
      var message =
        if let said, said.content == push.content { said.message } else { push.message(at: now) }
      message.id = push.wireID
      said = (push.content, message)
      connection.deliver(push, as: message)
    }
    arrears = arrears.dropFirst(ChatLoop.pushesPerTurn)
    if arrears.isEmpty {
      // The storage goes as well: such crowds are rare.
      arrears = []
    } else {
      services.mailboxes[loop.index].put(.morePushes)
    }
  }

  func signalled(_ signal: ProcessSignal) {
    switch signal {
    case .hangUp: services.requestReload()
    case .terminate, .interrupt:
      services.stopAccepting()
      for mailbox in services.mailboxes { mailbox.put(.drain) }
    }
  }

  /// What was read in this turn was one state of the store; the next turn sees the next.
  func turnEnded() {
    guard hasSnapshot else { return }
    hasSnapshot = false
    // A snapshot that cannot be given back is given back with the next begin.
    try? reader.endSnapshot()
  }

  // MARK: ChatHost

  var now: Instant { services.clock.now() }
  var simulatedNow: Instant? { services.clock.isSimulated ? now : nil }
  var monotonicNow: MonotonicTime { loop.now }

  /// The loop's session, holding one state of the store for this turn.
  func snapshot() throws -> any SQLSession {
    if !hasSnapshot {
      try reader.beginSnapshot()
      hasSnapshot = true
    }
    return reader
  }

  func newestSnapshot() throws -> any SQLSession {
    if hasSnapshot {
      hasSnapshot = false
      try reader.endSnapshot()
    }
    return try snapshot()
  }

  /// What this turn has read is older than the change will be.
  func write(
    for waiter: Waiter, _ job: @escaping @Sendable (any SQLSession) throws -> StoreOutcome
  ) -> Submission {
    lastTicket += 1
    let submission = services.writer.submit(job, ticket: lastTicket, to: sink)
    if submission == .accepted { waiting[lastTicket] = waiter }
    return submission
  }

  func verify(_ attempt: LoginAttempt, for connection: ConnectionID) -> Bool {
    let mailbox = services.mailboxes[loop.index]
    return services.passwords.verify(attempt) { verdict in
      mailbox.put(.verified(connection, attempt, verdict))
    }
  }

  func wake(
    _ connection: ConnectionID, after delay: Duration,
    _ action: @escaping (ChatConnection) -> Void
  ) {
    loop.wake(at: loop.now + delay) { [weak self] in
      if let connection = self?.connections[connection] { action(connection) }
    }
  }

  func entered(_ connection: ConnectionID, as person: PersonID) {
    services.hub.enter(connection, as: person)
  }

  func left(_ connection: ConnectionID, as person: PersonID) {
    services.hub.leave(connection, as: person)
  }

  func closed(_ id: ConnectionID) {
    connections[id] = nil
  }

  // MARK: Events

  private func written(_ delivery: Delivery<StoreOutcome>) {
    if case .success(.performed(let performed)) = delivery.result {
      services.hub.announce(performed.pushes)
      if performed.outcome.movesReminders { services.mailboxes[0].put(.remindersChanged) }
    }
    switch waiting.removeValue(forKey: delivery.ticket) {
    case .connection(let id): connections[id]?.written(delivery.result)
    case .reminders: remindersWritten(delivery.result)
    case .nobody, nil: break
    }
  }

  private func remindersWritten(_ result: Result<StoreOutcome, any Error>) {
    switch result {
    case .success(.reminded(let sent)):
      services.hub.announce(sent.pushes)
      reminders.sent(sent)
    case .success:
      reminders.failed()
    case .failure(let error):
      ServerLog.error("reminders", error)
      reminders.failed()
    }
  }

  private func take(_ newer: Knowledge) {
    guard newer.directory.version >= knowledge.directory.version else { return }
    knowledge = newer
    for connection in connections.values { connection.knowledgeChanged() }
    if loop.index == 0 { reminders.schedule() }
  }

  private func drain() {
    guard !isDraining else { return }
    isDraining = true
    for connection in connections.values { connection.drain() }
    loop.endOnceEmpty(within: options.drain)
  }
}

extension Outcome {
  /// The next personal reminder may be due at another moment now.
  fileprivate var movesReminders: Bool {
    guard case .made(let change) = self else { return false }
    return switch change.what {
    case .reminderSet, .reminderCancelled, .takenBack(.reminder), .extended,
      .settingsChanged:
      true
    default: false
    }
  }
}
