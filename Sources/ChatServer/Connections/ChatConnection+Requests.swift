import Actions
import CampaignStore
import Campaigns
import Conversation
import Replies
import SecureSockets
import Understanding
import Wire

// What a request asks for: read, let the dialog decide, do it, answer.

extension ChatConnection {
  func requestReceived(_ request: ChatRequest) {
    switch request.content {
    case .login(let user, let password, let newPassword):
      logIn(
        LoginRequest(id: request.id, user: user, password: password, isDialog: false),
        newPassword: newPassword)
    case .text(let text): textReceived(text, id: request.id)
    case .ack(let push): acknowledge(push, id: request.id)
    }
  }

  private func textReceived(_ text: String, id: RequestID?) {
    let context = dialogContext()
    if dialog.awaitsSecret {
      perform(dialog.secretReceived(text, in: context), id: id)
      return
    }
    let knowledge = host.knowledge
    let reading = knowledge.language.recognizer.read(
      text, lexicon: knowledge.lexicon(for: context.speaker), now: context.now)
    perform(dialog.readingReceived(reading, text: text, in: context), id: id)
  }

  private func dialogContext() -> DialogContext {
    let knowledge = host.knowledge
    let speaker = session.speaker(in: knowledge.directory)
    let permissions = PermissionTable(knowledge.directory)
    let now = host.now
    return DialogContext(
      speaker: speaker, username: session.username, directory: knowledge.directory,
      now: now, mayAcceptLate: permissions.mayAcceptLate(speaker),
      refusal: { permissions.refusal(of: $0, to: speaker, concerning: $1) },
      label: { knowledge.language.label($0) },
      words: WordReading(
        names: { knowledge.language.recognizer.names(of: $0, in: $1) },
        read: {
          knowledge.language.recognizer.read(
            $0, lexicon: knowledge.lexicon(for: speaker), now: now)
        }, changes: { knowledge.language.recognizer.facts(of: $0).isOrder }))
  }

  private func perform(_ turn: Turn, id: RequestID?) {
    switch turn.step {
    case .run(.question(let question)): answer(question, turn, id: id)
    case .run(.change(let change)): submit(change, turn, id: id)
    case .prompt(let prompt): end(turn, .prompt(prompt), id)
    case .talk(let talk): end(turn, .talk(talk), id)
    case .refuse(let refusal): end(turn, .refused(refusal), id)
    case .logIn(let user, let password, let newPassword):
      logIn(
        LoginRequest(id: id, user: user, password: password, isDialog: true),
        newPassword: newPassword)
    case .logOut:
      let wasIn = session.person != nil
      logOut()
      end(turn, .talk(wasIn ? .loggedOut : .notLoggedIn), id)
    case .repeatLast:
      if let lastReply { reply(lastReply, to: id) } else { end(turn, .talk(.nothingToRepeat), id) }
    }
  }

  // MARK: Questions

  private func answer(_ question: Question, _ turn: Turn, id: RequestID?) {
    let knowledge = host.knowledge
    let now = host.now
    do {
      let clerk = Clerk(
        knowledge.directory, on: try host.snapshot(),
        for: session.speaker(in: knowledge.directory), at: now)
      end(turn, .done(try clerk.answer(question).answer(at: now)), id)
    } catch {
      end(turn, .refused(refusal(for: error)), id)
    }
  }

  // MARK: Changes

  private func submit(_ change: Change, _ turn: Turn, id: RequestID?) {
    let directory = host.knowledge.directory
    let speaker = session.speaker(in: directory)
    let now = host.now
    let canMail = host.options.mail != nil
    let submission = host.write(for: .connection(transport.id)) { session in
      let clerk = Clerk(directory, on: session, for: speaker, at: now, canMail: canMail)
      return .performed(try clerk.perform(change))
    }
    if let refusal = submission.refusal {
      end(turn, .refused(refusal), id)
    } else {
      open = .change(id, turn)
    }
  }

  private func acknowledge(_ push: String, id: RequestID?) {
    let turn = Turn(.talk(.nothingPending))
    guard session.person != nil else {
      end(turn, .refused(.notLoggedIn), id)
      return
    }
    guard let number = Push.id(wire: push) else {
      end(turn, .refused(.wrongState(.unknownPush)), id)
      return
    }
    submit(.acknowledge(number), turn, id: id)
  }

  /// The writer has ended a job of this connection.
  func written(_ result: Result<StoreOutcome, any Error>) {
    guard let request = open else { return }
    open = nil
    switch request {
    case .change(let id, let turn): changeEnded(result, turn, id: id)
    case .login(let login): loginEnded(result, login)
    }
    if open == nil { proceed() }
  }

  private func changeEnded(
    _ result: Result<StoreOutcome, any Error>, _ turn: Turn, id: RequestID?
  ) {
    switch result {
    case .success(.performed(let performed)):
      end(turn, .done(performed.outcome.answer(at: host.now)), id)
    case .success:
      end(turn, .refused(.unavailable(.store)), id)
    case .failure(let error):
      let refusal = refusal(for: error)
      if let next = dialog.refusalReceived(refusal, of: turn) {
        perform(next, id: id)
      } else {
        if turn.more != nil { dialog.forgetRest() }
        end(turn, .refused(refusal), id)
      }
    }
  }

  /// A person's mistake as it is; our own fault as "not now", with the cause in the log.
  func refusal(for error: any Error) -> Refusal {
    if let refusal = error as? Refusal { return refusal }
    ServerLog.error("store", error)
    return .unavailable(.store)
  }
}

extension Submission {
  /// `nil` if the job was taken.
  var refusal: Refusal? {
    switch self {
    case .accepted: nil
    case .full: .unavailable(.store)
    case .stopped: .unavailable(.stopping)
    }
  }
}
