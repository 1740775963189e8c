import Actions
import CampaignStore
import Campaigns
import CivilTime
import Reminders

@testable import ChatServer
@testable import SecureSockets

/// A loop without sockets and threads: a change is written when it is handed over, and told after the
/// message that made it.
final class MemoryHost: ChatHost {
  private(set) var now: Instant
  var simulatedNow: Instant? { now }
  private(set) var knowledge: Knowledge
  let monotonicNow = MonotonicTime.current()
  let options = ServerOptions()
  let isDraining = false
  var scratch: [UInt8] = []

  private let source: KnowledgeSource
  private let writer: any WritingSession
  private let reader: any ReadingSession
  private let servingSince: Instant
  private var connections: [ConnectionID: ChatConnection] = [:]
  private var online: [PersonID: [ConnectionID]] = [:]
  private var events: [() throws -> Void] = []
  private var hasSnapshot = false

  /// The clock stands at `now`.
  init(_ driver: any StoreDriver, source: KnowledgeSource, language: Language, at now: Instant)
    throws
  {
    self.source = source
    self.now = now
    servingSince = now
    writer = try driver.openWriting()
    reader = try driver.openReading()
    knowledge = Knowledge(
      directory: try reader.withSnapshot { try source.directory(on: $0) }, language: language,
      lockedAccounts: [])
    try remind()
  }

  func connect() -> (ChatConnection, MemoryTransport) {
    let id = ConnectionID(loop: 0, slot: connections.count, generation: 1)
    let transport = MemoryTransport(id)
    let connection = ChatConnection(transport, on: self)
    connections[id] = connection
    connection.greet()
    return (connection, transport)
  }

  /// One turn of the loop: the bytes, and everything that comes of them.
  func receive(_ text: String, on connection: ChatConnection) throws {
    let bytes = Array(text.utf8)
    connection.received(bytes.span)
    turnEnded()
    try settle()
  }

  /// Moves the clock to the next moment at which a reminder is due.
  func waitForReminder() throws {
    now = try remind()
    try remind()
    try settle()
  }

  // MARK: ChatHost

  func snapshot() throws -> any SQLSession {
    if !hasSnapshot {
      try reader.beginSnapshot()
      hasSnapshot = true
    }
    return reader
  }

  func newestSnapshot() throws -> any SQLSession {
    turnEnded()
    return try snapshot()
  }

  func write(
    for waiter: Waiter, _ job: @escaping @Sendable (any SQLSession) throws -> StoreOutcome
  ) -> Submission {
    let result = Result { try writer.transaction(job) }
    events.append { [self] in try written(result, for: waiter) }
    return .accepted
  }

  func verify(_ attempt: LoginAttempt, for connection: ConnectionID) -> Bool {
    events.append { [self] in connections[connection]?.passwordVerified(attempt, attempt.verify()) }
    return true
  }

  func wake(
    _ connection: ConnectionID, after delay: Duration,
    _ action: @escaping (ChatConnection) -> Void
  ) {
    events.append { [self] in connections[connection].map(action) }
  }

  func entered(_ connection: ConnectionID, as person: PersonID) {
    online[person, default: []].append(connection)
  }

  func left(_ connection: ConnectionID, as person: PersonID) {
    online[person]?.removeAll { $0 == connection }
  }

  func turnEnded() {
    guard hasSnapshot else { return }
    hasSnapshot = false
    try? reader.endSnapshot()
  }

  func closed(_ connection: ConnectionID) {
    connections[connection] = nil
  }

  // MARK: Events

  private func settle() throws {
    while !events.isEmpty {
      try events.removeFirst()()
      turnEnded()
    }
  }

  private func written(_ result: Result<StoreOutcome, any Error>, for waiter: Waiter) throws {
    let version = try DirectoryTables(try newestSnapshot()).version()
    if version > knowledge.directory.version {
      knowledge = Knowledge(
        directory: try source.directory(on: try snapshot()), language: knowledge.language,
        lockedAccounts: [])
    }
    if case .success(.performed(let performed)) = result { announce(performed.pushes) }
    if case .connection(let id) = waiter { connections[id]?.written(result) }
  }

  private func announce(_ pushes: [Push]) {
    for push in pushes {
      for id in online[push.recipient] ?? [] { connections[id]?.deliver(push) }
    }
  }

  /// - Returns: when to look again.
  @discardableResult
  private func remind() throws -> Instant {
    let sender = ReminderSender(directory: knowledge.directory, servingSince: servingSince)
    let now = now
    while true {
      let sent = try writer.transaction { try sender.send(at: now, on: $0) }
      announce(sent.pushes)
      if case .at(let next) = sent.next { return next }
    }
  }
}
