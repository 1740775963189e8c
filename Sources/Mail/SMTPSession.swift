/// The client's side of one SMTP connection (RFC 5321): bytes and events in, actions out.
///
///     ← 220 mail.example                    ← 220 go ahead, and TLS begins
///     → EHLO thi-dua.example                → EHLO thi-dua.example, once more
///     ← 250-mail.example                    → MAIL FROM:<a@thi-dua.example> SIZE=812
///     ← 250 STARTTLS                        → RCPT TO:<b@mail.example>, DATA, the message
///     → STARTTLS                            → QUIT
///
/// Use: carry out every action in order; hand over what the server says with `received`, the end of
/// the handshake with `tlsStarted`, the end of the connection with `connectionLost`. After `close`
/// every message has its outcome.
///
/// Only an answer about one message refuses that message; whatever stops the whole connection, a
/// wrong password included, is no fault of a message, which may be tried again later.
///
/// Commands are not pipelined: bytes behind a reply are always a fault.
package struct SMTPSession: Sendable {
  /// What whoever holds the connection has to do, in order.
  package enum Action: Hashable, Sendable {
    /// All of these bytes go to the server.
    case send([UInt8])
    /// Shake hands now, reading nothing before.
    case startTLS
    /// Nothing more will be said.
    case close
  }

  /// What was said last, whose answer is awaited.
  private enum State {
    case greeting, hello, oldHello, startTLS, handshake, login
    case from, recipient, data, content, reset, quit, closed
  }

  private let settings: SMTPSettings
  private let messages: [MailMessage]
  private var state = State.greeting
  private var reader = SMTPReplyReader()
  private var extensions = SMTPExtensions()
  private var isEncrypted: Bool
  /// The message under way, as it will be sent.
  private var content: [UInt8] = []
  private var finished: [MailOutcome] = []
  /// Why the messages without an outcome have none.
  private var unfinished = MailProblem.connection("not finished")

  /// The server greets first: there is nothing to send before `received`.
  package init(_ messages: [MailMessage], _ settings: SMTPSettings) {
    self.messages = messages
    self.settings = settings
    isEncrypted = settings.encryption == .fromTheStart
  }

  /// One for each message, in their order; those not yet finished are for later.
  package var outcomes: [MailOutcome] {
    finished
      + Array(repeating: .later(unfinished), count: messages.count - finished.count)
  }

  /// Takes the next bytes of the connection, any part of a reply.
  package mutating func received(_ bytes: some Sequence<UInt8>) -> [Action] {
    guard state != .closed else { return [] }
    reader.append(bytes)
    guard state != .handshake else { return stop(.fault(.spokeOutOfTurn)) }
    do throws(SMTPFault) {
      guard let reply = try reader.next() else { return [] }
      let actions = answer(reply)
      guard reader.isEmpty || state == .closed else { throw .spokeOutOfTurn }
      return actions
    } catch {
      return stop(.fault(error))
    }
  }

  /// The handshake that `startTLS` asked for has succeeded. What the server said before it may have
  /// been said by anybody, and is forgotten.
  package mutating func tlsStarted() -> [Action] {
    guard state == .handshake else { return [] }
    isEncrypted = true
    extensions = SMTPExtensions()
    return say("EHLO \(settings.name)", .hello)
  }

  /// The connection, the handshake or the patience is over.
  package mutating func connectionLost(_ words: String) {
    _ = stop(.connection(words))
  }

  private mutating func answer(_ reply: SMTPReply) -> [Action] {
    // 421 may answer any command: the server is about to hang up.
    if reply.code == 421 { return stop(.reply(reply)) }
    switch state {
    case .greeting:
      return reply.code == 220
        ? say("EHLO \(settings.name)", .hello) : giveUp(.reply(reply))
    case .hello: return helloAnswered(reply)
    case .oldHello: return reply.kind == .done ? greeted() : giveUp(.reply(reply))
    case .startTLS: return startTLSAnswered(reply)
    case .login: return reply.code == 235 ? next() : giveUp(.reply(reply))
    case .from:
      return reply.kind == .done
        ? say("RCPT TO:<\(messages[finished.count].to)>", .recipient) : failed(reply)
    case .recipient: return reply.kind == .done ? say("DATA", .data) : failed(reply)
    case .data:
      guard reply.code == 354 else { return failed(reply) }
      state = .content
      return [.send(content)]
    case .content:
      guard reply.kind == .done else { return failed(reply) }
      finished.append(.accepted)
      return next()
    case .reset: return reply.kind == .done ? next() : giveUp(.reply(reply))
    case .quit:
      state = .closed
      return [.close]
    case .handshake, .closed: return []
    }
  }

  private mutating func helloAnswered(_ reply: SMTPReply) -> [Action] {
    switch reply.code {
    case 250:
      extensions = SMTPExtensions(reply)
      return greeted()
    case 500, 501, 502, 504: return say("HELO \(settings.name)", .oldHello)
    default: return giveUp(.reply(reply))
    }
  }

  private mutating func greeted() -> [Action] {
    if !isEncrypted {
      switch (settings.encryption, extensions.startTLS) {
      case (.required, true), (.whenOffered, true): return say("STARTTLS", .startTLS)
      case (.required, false): return giveUp(.tlsNotOffered)
      case (.whenOffered, false), (.never, _), (.fromTheStart, _): break
      }
    }
    guard let login = settings.login else { return next() }
    guard isEncrypted else { return giveUp(.loginNeedsTLS) }
    guard extensions.authPlain else { return giveUp(.loginNotOffered) }
    return say("AUTH PLAIN \(login.plainToken)", .login)
  }

  /// A server that offers STARTTLS and then refuses it is not trusted with plain words.
  private mutating func startTLSAnswered(_ reply: SMTPReply) -> [Action] {
    guard reply.code == 220 else { return giveUp(.reply(reply)) }
    state = .handshake
    return [.startTLS]
  }

  /// Begins the next message that this server can carry, or says goodbye.
  private mutating func next() -> [Action] {
    while finished.count < messages.count {
      let message = messages[finished.count]
      if message.isInternational, !extensions.utf8 {
        finished.append(.refused(.addressNotSupported))
        continue
      }
      let bytes = message.bytes
      if let limit = extensions.sizeLimit, bytes.count > limit {
        finished.append(.refused(.tooLarge(limit: limit)))
        continue
      }
      content = DotStuffing.stuffed(bytes)
      var command = "MAIL FROM:<\(message.from)>"
      if extensions.size { command += " SIZE=\(bytes.count)" }
      if message.isInternational { command += " SMTPUTF8" }
      return say(command, .from)
    }
    return say("QUIT", .quit)
  }

  /// The message under way is not accepted; the others still may be.
  private mutating func failed(_ reply: SMTPReply) -> [Action] {
    switch reply.kind {
    // It asks for TLS or a login first: no fault of the message.
    case .never where reply.code == 530: return giveUp(.reply(reply))
    case .never: finished.append(.refused(.reply(reply)))
    case .notNow: finished.append(.later(.reply(reply)))
    case .done, .goOn: return stop(.fault(.unexpected(reply)))
    }
    return finished.count < messages.count ? say("RSET", .reset) : say("QUIT", .quit)
  }

  private mutating func say(_ command: String, _ state: State) -> [Action] {
    self.state = state
    return [.send(Array("\(command)\r\n".utf8))]
  }

  /// Nothing more can be done here, but the server deserves a goodbye.
  private mutating func giveUp(_ problem: MailProblem) -> [Action] {
    unfinished = problem
    return say("QUIT", .quit)
  }

  private mutating func stop(_ problem: MailProblem) -> [Action] {
    guard state != .closed else { return [] }
    // After QUIT all is decided.
    if state != .quit { unfinished = problem }
    state = .closed
    return [.close]
  }
}
