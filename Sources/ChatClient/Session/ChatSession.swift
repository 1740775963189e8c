package import Wire

/// The client's side of the conversation: who logs in, what is asked next, what is on its way.
///
/// A value: events in, actions out. Invariants:
/// - one text or login is on its way at a time; lines typed meanwhile wait, so that an answer is
///   never given to a question that was asked later;
/// - a push is acknowledged after it has been shown;
/// - every reply is matched with its request by id; replies to acknowledgements are not shown.
package struct ChatSession: Sendable {
  package enum Audience: Sendable {
    /// At a terminal: is asked for a name, may try again.
    case person
    /// Standard input is no terminal: lines are taken as they come.
    case script
  }

  /// What the client knows of a login that is under way.
  struct Login: Equatable, Sendable {
    var user: String
    var password: String
    var newPassword: String?
  }

  enum Stage: Equatable, Sendable {
    case askingUser
    case askingPassword(user: String)
    case askingNewPassword(Login)
    case repeatingNewPassword(Login)
    case loggingIn(Login)
    case talking(ReplyState, isSecret: Bool)
    case over
  }

  /// A request without its reply yet.
  struct Pending: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case login, text, ack }
    var id: RequestID
    var kind: Kind
  }

  var stage: Stage
  private var pending: [Pending] = []
  private var waitingLines: [String] = []
  var attempts = 0
  private var isLeaving = false
  private var nextID: Int64 = 1
  let audience: Audience
  let givenUser: String?

  private static let mostWaitingLines = 64
  static let mostAttempts = 3

  /// `user` is whom the command line names; a script without a user begins as a guest.
  package init(user: String?, audience: Audience) {
    self.audience = audience
    givenUser = user
    if let user {
      stage = .askingPassword(user: user)
    } else {
      stage = audience == .person ? .askingUser : .talking(.done, isSecret: false)
    }
  }

  package var prompt: SessionPrompt {
    switch stage {
    case .askingUser: SessionPrompt(ClientWords.userPrompt)
    case .askingPassword(let user):
      SessionPrompt(ClientWords.passwordPrompt(user: user), isSecret: true)
    case .askingNewPassword: SessionPrompt(ClientWords.newPasswordPrompt, isSecret: true)
    case .repeatingNewPassword:
      SessionPrompt(ClientWords.newPasswordAgainPrompt, isSecret: true)
    case .loggingIn, .over: SessionPrompt("", isSecret: true)
    case .talking(_, isSecret: true): SessionPrompt(ClientWords.secretPrompt, isSecret: true)
    case .talking(.ask, _), .talking(.confirm, _), .talking(.choose, _):
      SessionPrompt(ClientWords.questionPrompt, isRemembered: true)
    case .talking: SessionPrompt(ClientWords.prompt, isRemembered: true)
    }
  }

  /// Whether more lines may be typed ahead. A person is told; a script should not be read on.
  package var takesLines: Bool { stage != .over && waitingLines.count < Self.mostWaitingLines }

  // MARK: The person

  package mutating func typed(_ line: String) -> [SessionAction] {
    if stage == .over { return [] }
    if audience == .person, !takesLines {
      return [.show(Utterance(.notice, ClientWords.tooManyWaiting))]
    }
    waitingLines.append(line)
    return proceed()
  }

  /// Ctrl-C. `hadText`: a half-typed line was thrown away by it.
  package mutating func interrupted(hadText: Bool) -> [SessionAction] {
    switch stage {
    case .askingPassword, .askingNewPassword, .repeatingNewPassword:
      if audience == .person { stage = .askingUser }
      return []
    case .askingUser, .loggingIn, .talking, .over:
      return hadText ? [] : [.show(Utterance(.notice, ClientWords.interruptHint))]
    }
  }

  /// Ctrl-D, or the end of standard input. What is on its way is waited for; a second time is
  /// believed at once.
  package mutating func inputEnded() -> [SessionAction] {
    if isLeaving { return finish(.done) }
    isLeaving = true
    return proceed()
  }

  // MARK: The server

  /// A line of the server: a message of JSON Lines, or text before the first of them.
  package mutating func lineReceived(_ line: Span<UInt8>, fault: LineFault?) -> [SessionAction] {
    guard stage != .over, !line.isEmpty else { return [] }
    if fault != nil { return [.show(Utterance(.notice, ClientWords.unreadableLine))] }
    if line[0] != UInt8(ascii: "{") {
      guard let text = try? UTF8Span(validating: line) else { return [] }
      return [.show(Utterance(.greeting, String(copying: text)))]
    }
    switch ServerMessage(line) {
    case .reply(let reply, let id): return replyReceived(reply, id: id)
    case .push(let push): return pushReceived(push)
    case .error(let code, let text, let id): return errorReceived(code: code, text, id: id)
    case nil: return [.show(Utterance(.notice, ClientWords.unreadableLine))]
    }
  }

  package mutating func connectionLost() -> [SessionAction] {
    if stage == .over { return [] }
    if isLeaving, pending.isEmpty { return finish(.done) }
    stage = .over
    return [.show(Utterance(.notice, ClientWords.connectionLost)), .finish(.unavailable)]
  }

  private mutating func pushReceived(_ push: ChatPush) -> [SessionAction] {
    [.show(Utterance(.push, push.text)), request(.ack(push: push.id), .ack)]
  }

  private mutating func replyReceived(_ reply: ChatReply, id: RequestID?) -> [SessionAction] {
    let request = settle(id)
    switch request?.kind {
    case .ack: return proceed()
    case .login: return loginAnswered(reply) + proceed()
    case .text, nil:
      let isSecret = reply.data["secret"]?.boolValue == true
      talk(reply.state, isSecret: isSecret)
      return [.show(Utterance(.reply(reply.state), reply.text))] + proceed()
    }
  }

  /// An error with an id, or after a request, is that request's answer; the others stand alone.
  private mutating func errorReceived(
    code: String, _ text: String, id: RequestID?
  ) -> [SessionAction] {
    let request = ChatErrorCode(rawValue: code)?.endsConnection == true ? nil : settle(id)
    let shown = [SessionAction.show(Utterance(.error, text))]
    switch request?.kind {
    case .ack: return proceed()
    case .login: return shown + loginFailed() + proceed()
    case .text, nil: return shown + proceed()
    }
  }

  // MARK: What is asked next

  /// Goes to a question that nobody could have answered in advance.
  mutating func ask(_ question: Stage) {
    stage = question
    if audience == .person { waitingLines = [] }
  }

  mutating func talk(_ state: ReplyState, isSecret: Bool) {
    if isSecret {
      ask(.talking(state, isSecret: true))
    } else {
      stage = .talking(state, isSecret: false)
    }
  }

  // MARK: One at a time

  /// Takes waiting lines while nothing is on its way; leaves when asked to and all is answered.
  private mutating func proceed() -> [SessionAction] {
    var actions: [SessionAction] = []
    while !isBusy, !waitingLines.isEmpty {
      actions += take(waitingLines.removeFirst())
    }
    if isLeaving, pending.isEmpty, stage != .over { actions += finish(.done) }
    return actions
  }

  private var isBusy: Bool {
    stage == .over || pending.contains { $0.kind != .ack }
  }

  private mutating func take(_ line: String) -> [SessionAction] {
    switch stage {
    case .askingUser:
      let user = line.trimmingSpaces
      stage = user.isEmpty ? .talking(.done, isSecret: false) : .askingPassword(user: user)
      return []
    case .askingPassword(let user):
      return logIn(Login(user: user, password: line))
    case .askingNewPassword(var login):
      guard !line.isEmpty else {
        return [.show(Utterance(.notice, ClientWords.passwordIsEmpty))]
      }
      login.newPassword = line
      if audience == .script { return logIn(login) }
      stage = .repeatingNewPassword(login)
      return []
    case .repeatingNewPassword(let login):
      guard line == login.newPassword else {
        stage = .askingNewPassword(login)
        return [.show(Utterance(.notice, ClientWords.passwordsDiffer))]
      }
      return logIn(login)
    case .talking(_, let isSecret):
      guard isSecret || !line.trimmingSpaces.isEmpty else { return [] }
      return [request(.text(line), .text)]
    case .loggingIn, .over:
      return []
    }
  }

  mutating func request(
    _ content: ChatRequest.Content, _ kind: Pending.Kind
  ) -> SessionAction {
    let id = RequestID("\(nextID)")
    nextID += 1
    pending.append(Pending(id: id, kind: kind))
    return .send(ChatRequest(id: id, content))
  }

  /// Finds the request that an answer belongs to: the one with its id, without an id the oldest.
  private mutating func settle(_ id: RequestID?) -> Pending? {
    let place = id == nil ? pending.indices.first : pending.firstIndex { $0.id == id }
    return place.map { pending.remove(at: $0) }
  }

  mutating func finish(_ status: ChatEnding) -> [SessionAction] {
    stage = .over
    let isGoodbye = status == .done && audience == .person
    return (isGoodbye ? [.show(Utterance(.notice, ClientWords.goodbye))] : []) + [.finish(status)]
  }
}

extension ChatErrorCode {
  /// Whether the server says this of itself, not of a line it got.
  fileprivate var endsConnection: Bool {
    switch self {
    case .idle, .shuttingDown, .tooManyConnections: true
    case .malformed, .lineTooLong, .notUTF8, .nulByte, .tooManyPending, .internal: false
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let text = drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last])
  }
}
