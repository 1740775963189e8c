import Wire

// The way in: a password, and for a one-time code a new password that takes its place.

extension ChatSession {
  mutating func loginAnswered(_ reply: ChatReply) -> [SessionAction] {
    guard case .loggingIn(var login) = stage else { return [] }
    let shown = [SessionAction.show(Utterance(.reply(reply.state), reply.text))]
    switch reply.state {
    case .ask where reply.data["needs"] == "new_password":
      login.newPassword = nil
      ask(.askingNewPassword(login))
      return shown
    case .done, .ask, .confirm, .choose:
      talk(reply.state, isSecret: reply.data["secret"]?.boolValue == true)
      return shown
    case .refused, .unclear:
      return shown + loginFailed()
    }
  }

  mutating func loginFailed() -> [SessionAction] {
    guard case .loggingIn(var login) = stage else { return [] }
    attempts += 1
    guard audience == .person else { return finish(.notPermitted) }
    guard attempts < Self.mostAttempts else {
      let notice = Utterance(.notice, ClientWords.tooManyAttempts)
      return [.show(notice)] + finish(.notPermitted)
    }
    if login.newPassword != nil {
      login.newPassword = nil
      ask(.askingNewPassword(login))
    } else {
      ask(givenUser.map { .askingPassword(user: $0) } ?? .askingUser)
    }
    return []
  }

  mutating func logIn(_ login: Login) -> [SessionAction] {
    stage = .loggingIn(login)
    let content = ChatRequest.Content.login(
      user: login.user, password: login.password, newPassword: login.newPassword)
    return [request(content, .login)]
  }
}
