package import CampaignStore
import Campaigns
import Dispatch
import Replies
package import SecureSockets
import Synchronization
import Wire

/// The whole server: store, then loops, then listeners; stopped in reverse.
///
/// - Nothing is acknowledged before it is on disk.
/// - SIGTERM: no new connections; every open request is answered; connections are closed; the
///   loops end; the writer empties its queue; `run` returns.
/// - SIGHUP: certificates, `intents/` and options are read anew; what is bad stays as it was.
///   Addresses, loops, connections, the handshake's limit and password threads are as they were at
///   the start.
package final class Server: Sendable {
  private let options: ServerOptions
  private let readOptions: @Sendable () throws -> ServerOptions
  private let files: ServerFiles
  private let clock: ServerClock
  private let driver: any StoreDriver
  private let source: KnowledgeSource
  private let group: EventLoopGroup<LoopMessage>
  private let listener: Listener
  private let tls: ReloadableTLSContext
  private let caretaker: Caretaker
  private let language: Mutex<Language>
  /// The newest that was read; `nil` before the first.
  private let directory: Mutex<Directory?>

  /// Opens everything except the loops. The port is bound from here on.
  ///
  /// - Parameter readOptions: called again at each SIGHUP.
  package init(
    _ readOptions: @escaping @Sendable () throws -> ServerOptions, files: ServerFiles,
    clock: ServerClock, driver: any StoreDriver, source: KnowledgeSource, language: Language
  ) throws {
    let options = try readOptions()
    self.options = options
    self.readOptions = readOptions
    self.files = files
    self.clock = clock
    self.driver = driver
    self.source = source
    self.language = Mutex(language)
    directory = Mutex(nil)
    // From here on nothing is missed: the first knowledge is read later.
    caretaker = Caretaker(driver.watch())
    tls = try ReloadableTLSContext(
      certificateFile: files.certificate, keyFile: files.privateKey)
    var limits = ConnectionLimits()
    limits.handshake = options.handshake
    listener = try Listener(
      name: "chat", host: options.chatHost, port: options.chatPort, tls: tls,
      capacity: Listener.Capacity(
        connections: options.maximumConnections, farewell: Server.farewell), limits: limits)
    group = try EventLoopGroup(loops: options.loops)
  }

  /// Serves until SIGTERM or SIGINT. `ready` is called with the address once connections are
  /// accepted.
  package func run(ready: (SocketAddress) -> Void) throws {
    let knowledge = try firstKnowledge()
    let writer = try StoreWriter<StoreOutcome>(driver)
    let services = SharedServices(
      options: options, clock: clock, hub: Hub(group.mailboxes), writer: writer,
      passwords: PasswordThreads(options.passwordThreads), mailboxes: group.mailboxes,
      requestReload: { [caretaker] in caretaker.requestReload() },
      storeChanged: { [caretaker] in caretaker.storeChanged() },
      stopAccepting: { [listener] in listener.stopAccepting() })
    let driver = driver
    try group.start(signals: Server.signals) { loop in
      ChatLoop(loop, services: services, reader: try driver.openReading(), knowledge: knowledge)
    }
    try caretaker.start(
      openSession: { try driver.openReading() },
      refresh: { [self] session in refresh(session) },
      reload: { [self] in reload() })
    let postman = options.mail.map { mail in
      Postman(mail, clock: clock, writer: writer) { [self] in
        directory.withLock { $0 } ?? knowledge.directory
      }
    }
    postman?.start { try driver.openReading() }
    group.accept(listener)
    ready(listener.address)
    group.join()
    caretaker.stop()
    postman?.stop(within: options.drain)
    writer.stop()
  }

  /// To be blocked before the first thread starts.
  package static let signals: Set<ProcessSignal> = [.terminate, .interrupt, .hangUp]

  // MARK: Knowledge

  private func firstKnowledge() throws -> Knowledge {
    let session = try driver.openReading()
    return try session.withSnapshot { try knowledge(on: $0) }
  }

  private func knowledge(on session: any SQLSession) throws -> Knowledge {
    let directory = try source.directory(on: session)
    self.directory.withLock { $0 = directory }
    return Knowledge(
      directory: directory, language: language.withLock { $0 },
      lockedAccounts: try AccountTable(session).locked())
  }

  /// Version of the newest directory.
  private func known() -> Int64 { directory.withLock { $0?.version ?? 0 } }

  /// On the caretaker, after a commit by anyone.
  private func refresh(_ session: any ReadingSession) {
    do {
      guard try DirectoryTables(session).version() > known() else { return }
      publish(try session.withSnapshot { try knowledge(on: $0) })
    } catch {
      ServerLog.error("directory", error)
    }
  }

  /// On the caretaker, after SIGHUP. Each part that is bad stays as it was.
  private func reload() {
    renew("certificate") {
      try tls.reload(certificateFile: files.certificate, keyFile: files.privateKey)
    }
    renew("intents") {
      let newer = try Language(intents: files.intents, memory: files.memory)
      language.withLock { $0 = newer }
      publish(try firstKnowledge())
    }
    renew("options") {
      let newer = try readOptions()
      for mailbox in group.mailboxes { mailbox.put(.options(newer)) }
    }
  }

  private func renew(_ part: String, _ body: () throws -> Void) {
    do {
      try body()
      ServerLog.notice("reloaded \(part)")
    } catch {
      ServerLog.error("\(part) kept as it was", error)
    }
  }

  private func publish(_ knowledge: Knowledge) {
    for mailbox in group.mailboxes { mailbox.put(.knowledge(knowledge)) }
  }

  /// What those beyond the limit read: plain text, since nobody has said a line yet.
  private static var farewell: [UInt8] {
    var bytes: [UInt8] = []
    let code = ChatErrorCode.tooManyConnections
    ChatProtocol().append(ChatError(code, text: code.text), to: &bytes)
    return bytes
  }
}

/// Where the server finds its files.
package struct ServerFiles: Sendable {
  package let certificate: String
  package let privateKey: String
  /// The folder `intents/`.
  package let intents: String
  /// What was learned from them; `nil` to learn at every start.
  package let memory: ModelFile?

  package init(certificate: String, privateKey: String, intents: String, memory: ModelFile?) {
    self.certificate = certificate
    self.privateKey = privateKey
    self.intents = intents
    self.memory = memory
  }
}
