import Actions
import CampaignStore
import Campaigns
import CivilTime
import Conversation
import Replies
import SecureSockets
import Understanding
import Wire

/// One person's (or guest's) connection: lines in, answers out, in order; pushes between them.
///
/// - Belongs to its loop.
/// - Exactly one answer per request. While a request waits for the writer or for a password, later
///   lines wait in `pending`, and pushes wait too. Lines also wait while the peer does not read
///   its answers.
/// - Decides nothing about campaigns: readings go to the dialog, commands to the clerk.
final class ChatConnection: ConnectionHandler {
  let transport: TLSConnection
  unowned let owner: ChatLoop
  var wire = ChatProtocol()
  var dialog = Dialog()
  var session = SpeakerSession()
  /// The request that is waiting for another thread.
  var open: OpenRequest?
  var lastReply: ChatReply?
  /// Pushes up to this number have been shown on this connection.
  var shownPush: PushID = 0
  private var framer = LineFramer()
  private var pending = PendingLines()
  private var heldPushes: [Push] = []
  private var isEnding = false

  init(_ transport: TLSConnection, on owner: ChatLoop) {
    self.transport = transport
    self.owner = owner
    armIdleDeadline()
  }

  func greet() {
    let clock = owner.services.clock
    let text = greetingText(simulatedNow: clock.isSimulated ? clock.now() : nil)
    send { wire.appendGreeting(text, to: &$0) }
  }

  // MARK: ConnectionHandler

  func received(_ bytes: Span<UInt8>) {
    armIdleDeadline()
    // Lent out while lines are handled; nothing in there touches the framer.
    var framer = framer
    framer.feed(bytes) { line, fault in lineReceived(line, fault) }
    self.framer = framer
  }

  func drained() {
    proceed()
    // The turn has ended before: what was read of the store just now is given back here.
    owner.turnEnded()
  }

  func deadlinePassed() {
    say(.idle)
    transport.closeAfterFlush()
  }

  func peerEnded(_ connection: TLSConnection) {
    isEnding = true
    endIfIdle()
  }

  func closed(_ reason: CloseReason) {
    if let person = session.person { owner.services.hub.leave(transport.id, as: person) }
    owner.closed(transport.id)
  }

  // MARK: Lines

  private func lineReceived(_ line: Span<UInt8>, _ fault: LineFault?) {
    guard open == nil, !transport.isBackedUp else {
      // While answers are backed up nothing more is read: what waits then is the rest of one read.
      let limit = transport.isBackedUp ? Int.max : owner.options.pendingLines
      pending.put(line, fault, limit: limit)
      return
    }
    handle(line, fault)
  }

  private func handle(_ line: Span<UInt8>, _ fault: LineFault?) {
    if dialog.awaitsSecret, wire.mode == .text, fault == nil {
      secretReceived(line)
      return
    }
    switch wire.lineReceived(line, fault: fault) {
    case nil: break
    case .fault(let fault, let id):
      send { wire.append(ChatError(fault.code, text: fault.code.text), id: id, to: &$0) }
    case .request(let request): requestReceived(request)
    }
  }

  /// A password may be blank or begin with spaces; so it is taken as it is.
  private func secretReceived(_ line: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in line.indices { bytes.append(line[index]) }
    requestReceived(ChatRequest(.text(String(decoding: bytes, as: UTF8.self))))
  }

  /// Goes on with the lines that came while a request was open or answers were backed up.
  func proceed() {
    while open == nil, !transport.isBackedUp, let next = pending.take() {
      switch next {
      case .line(let bytes, let fault): handle(bytes.span, fault)
      case .refused(let count): for _ in 0..<count { say(.tooManyPending) }
      }
    }
    if open == nil {
      let held = heldPushes
      heldPushes = []
      for push in held { deliver(push) }
      endIfIdle()
    }
  }

  // MARK: Sending

  func send(_ encode: (inout [UInt8]) -> Void) {
    owner.scratch.removeAll(keepingCapacity: true)
    encode(&owner.scratch)
    transport.send(owner.scratch)
  }

  /// Answers the request with the end of its turn.
  func end(_ turn: Turn, _ end: TurnEnd, _ id: RequestID?) {
    let knowledge = owner.knowledge
    let lexicon = knowledge.lexicon(for: session.speaker(in: knowledge.directory))
    reply(end.reply(to: turn, lexicon), to: id)
  }

  func reply(_ reply: ChatReply, to id: RequestID?) {
    lastReply = reply
    send { wire.append(reply, id: id, to: &$0) }
  }

  func say(_ code: ChatErrorCode) {
    send { wire.append(ChatError(code, text: code.text), to: &$0) }
  }

  /// Shows a push, unless it was shown here before or the person is no longer the same. In text
  /// mode that acknowledges it.
  ///
  /// - Parameter message: its words, if they are known.
  func deliver(_ push: Push, as message: ChatPush? = nil) {
    guard session.person == push.recipient, push.id > shownPush else { return }
    guard open == nil else {
      heldPushes.append(push)
      return
    }
    shownPush = push.id
    let message = message ?? push.message(at: owner.now)
    send { wire.append(message, to: &$0) }
    if wire.mode == .text { acknowledgeShown(push) }
  }

  private func acknowledgeShown(_ push: Push) {
    let now = owner.now
    // Should this not be written, the push comes again at the next login.
    _ = owner.write(for: .nobody) { session in
      _ = try PushTable(session).acknowledge(push.id, by: push.recipient, at: now)
      return .shown
    }
  }

  // MARK: Endings

  func drain() {
    isEnding = true
    endIfIdle()
  }

  private func endIfIdle() {
    guard isEnding, open == nil, pending.isEmpty else { return }
    if owner.isDraining { say(.shuttingDown) }
    transport.closeAfterFlush()
  }

  func armIdleDeadline() {
    let options = owner.options
    let limit = session.person == nil ? options.guestIdle : options.memberIdle
    transport.deadline = owner.loop.now + limit
  }

  /// People or accounts changed: a locked account, or a person who is gone, is logged out.
  func knowledgeChanged() {
    guard let username = session.username, let person = session.person else { return }
    let knowledge = owner.knowledge
    if knowledge.lockedAccounts.contains(username) || knowledge.directory.people[person] == nil {
      logOut()
    }
  }
}
