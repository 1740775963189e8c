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
/// - Belongs to its loop, its `host`.
/// - Exactly one answer per request. While a request waits for the writer or for a password, later
///   lines wait in `pending`, and pushes wait too. Lines also wait while the peer does not read
///   its answers.
/// - Decides nothing about campaigns: readings go to the dialog, commands to the clerk.
final class ChatConnection: ConnectionHandler {
  let transport: any ChatTransport
  unowned let host: any ChatHost
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

  init(_ transport: any ChatTransport, on host: any ChatHost) {
    self.transport = transport
    self.host = host
    armIdleDeadline()
  }

  func greet() {
    let text = greetingText(simulatedNow: host.simulatedNow)
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
    host.turnEnded()
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
    if let person = session.person { host.left(transport.id, as: person) }
    host.closed(transport.id)
  }

  // MARK: Lines

  private func lineReceived(_ line: Span<UInt8>, _ fault: LineFault?) {
    guard open == nil, !transport.isBackedUp else {
      // While answers are backed up nothing more is read: what waits then is the rest of one read.
      let limit = transport.isBackedUp ? Int.max : host.options.pendingLines
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
    host.scratch.removeAll(keepingCapacity: true)
    encode(&host.scratch)
    transport.send(host.scratch)
  }

  /// Answers the request with the end of its turn.
  func end(_ turn: Turn, _ end: TurnEnd, _ id: RequestID?) {
    let knowledge = host.knowledge
    let lexicon = knowledge.lexicon(for: session.speaker(in: knowledge.directory))
    reply(end.reply(to: turn, lexicon, on: host.now.date), to: id)
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
    dialog.shown(push.content)
    let message = message ?? push.message(at: host.now)
    send { wire.append(message, to: &$0) }
    if wire.mode == .text { acknowledgeShown(push) }
  }

  private func acknowledgeShown(_ push: Push) {
    let now = host.now
    // Should this not be written, the push comes again at the next login.
    _ = host.write(for: .nobody) { session in
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
    if host.isDraining { say(.shuttingDown) }
    transport.closeAfterFlush()
  }

  func armIdleDeadline() {
    let options = host.options
    let limit = session.person == nil ? options.guestIdle : options.memberIdle
    transport.deadline = host.monotonicNow + limit
  }

  /// People or accounts changed: a locked account, or a person who is gone, is logged out.
  func knowledgeChanged() {
    guard let username = session.username, let person = session.person else { return }
    let knowledge = host.knowledge
    if knowledge.lockedAccounts.contains(username) || knowledge.directory.people[person] == nil {
      logOut()
    }
  }
}
