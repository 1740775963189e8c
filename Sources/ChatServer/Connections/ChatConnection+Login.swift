import Actions
import CampaignStore
import Campaigns
import Conversation
import Replies
import SecureSockets
import Understanding
import Wire

// Logging in: read the account, verify off the loop, write what came of it, answer.

extension ChatConnection {
  func logIn(_ request: LoginRequest, newPassword: String?) {
    do {
      let attempt = try AccountDesk(on: try host.snapshot(), at: host.now).attempt(
        user: request.user, password: request.password, newPassword: newPassword)
      if host.verify(attempt, for: transport.id) {
        open = .login(request)
      } else {
        end(loginTurn, .refused(.rateLimited(seconds: 1)), request.id)
      }
    } catch {
      end(loginTurn, .refused(refusal(for: error)), request.id)
    }
  }

  func passwordVerified(_ attempt: LoginAttempt, _ verdict: LoginVerdict) {
    guard case .login(let request) = open else { return }
    let now = host.now
    guard verdict.writes(after: attempt) else {
      open = nil
      concluded(
        Result { try AccountDesk(on: try host.snapshot(), at: now).conclude(attempt, verdict) },
        request)
      if open == nil { proceed() }
      return
    }
    let submission = host.write(for: .connection(transport.id)) { session in
      .login(try AccountDesk(on: session, at: now).conclude(attempt, verdict))
    }
    if let refusal = submission.refusal {
      open = nil
      end(loginTurn, .refused(refusal), request.id)
      proceed()
    }
  }

  func loginEnded(_ result: Result<StoreOutcome, any Error>, _ request: LoginRequest) {
    concluded(
      result.flatMap { outcome in
        if case .login(let login) = outcome {
          .success(login)
        } else {
          .failure(Refusal.unavailable(.store))
        }
      }, request)
  }

  private func concluded(_ result: Result<LoginResult, any Error>, _ request: LoginRequest) {
    switch result {
    case .failure(let error):
      end(loginTurn, .refused(refusal(for: error)), request.id)
    case .success(.welcome(let person, let username, let newPassword)):
      welcome(person, username, newPassword: newPassword, request)
    case .success(.wrong(let delay)):
      holdBack(request, milliseconds: delay)
    case .success(.locked(let seconds)):
      end(loginTurn, .refused(.rateLimited(seconds: seconds)), request.id)
    case .success(.lockedByAdministrator): refuse(lockedAccountAnswer, request)
    case .success(.codeExpired): refuse(codeExpiredAnswer, request)
    case .success(.needsNewPassword): askNewPassword(request, nil)
    case .success(.weakPassword(let minimum)):
      askNewPassword(request, weakPasswordAnswer(minimum: minimum))
    }
  }

  private func welcome(
    _ id: PersonID, _ username: String, newPassword: Bool, _ request: LoginRequest
  ) {
    let directory = host.knowledge.directory
    guard let person = directory.people[id] else {
      // Entered a moment ago by another program: the directory is on its way.
      end(loginTurn, .refused(.unavailable(.store)), request.id)
      return
    }
    logOut()
    session.logIn(username, as: id)
    host.entered(transport.id, as: id)
    armIdleDeadline()
    let answer = welcomeAnswer(
      person, unit: directory.unitName(of: person),
      organization: directory.organizations[person.organization]?.name, newPassword: newPassword)
    end(loginTurn, .done(answer), request.id)
    deliverWaiting(to: person)
  }

  private func deliverWaiting(to person: Person) {
    do {
      // Newer than the entry into the hub: a push in between would come neither way.
      let clerk = Clerk(
        host.knowledge.directory, on: try host.newestSnapshot(), for: .person(person),
        at: host.now)
      let waiting = try clerk.waitingPushes()
      for push in waiting.current { deliver(push) }
      record(pointless: waiting.pointless, for: person.id)
    } catch {
      ServerLog.error("store", error)
    }
  }

  private func record(pointless ids: [PushID], for person: PersonID) {
    guard !ids.isEmpty else { return }
    let now = host.now
    // Should this not be written, they are looked at again at the next login.
    _ = host.write(for: .nobody) { session in
      try PushTable(session).markPointless(ids, of: person, at: now)
      return .shown
    }
  }

  /// A wrong password is answered late; the connection's later lines wait as well.
  private func holdBack(_ request: LoginRequest, milliseconds: Int) {
    open = .login(request)
    host.wake(transport.id, after: .milliseconds(milliseconds)) { connection in
      connection.open = nil
      connection.refuse(wrongPasswordAnswer, request)
      connection.proceed()
    }
  }

  private func refuse(_ answer: Answer, _ request: LoginRequest) {
    end(loginTurn, .refusedSaying(answer, .notPermitted(.selfUnitOrSecretary)), request.id)
  }

  /// In a dialog the person is asked; a client that sent the login asks by itself and sends again.
  private func askNewPassword(_ request: LoginRequest, _ said: Answer?) {
    if request.isDialog {
      let turn = dialog.newPasswordNeeded(user: request.user, password: request.password)
      guard case .prompt(let prompt) = turn.step else { return }
      end(turn, said.map { .ask($0) } ?? .prompt(prompt), request.id)
    } else {
      end(loginTurn, said.map { .ask($0) } ?? .prompt(.secret(.newPassword)), request.id)
    }
  }

  func logOut() {
    if let person = session.person { host.left(transport.id, as: person) }
    session.logOut()
    dialog.speakerChanged()
    lastReply = nil
    shownPush = 0
    armIdleDeadline()
  }

  private var loginTurn: Turn { Turn(.logOut, intent: .accountLogin) }
}
