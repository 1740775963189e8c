import Testing
import Wire

@testable import ChatClient

@Suite struct ChatSessionTests {
  /// One line of a transcript: what happens, what the session does, and the prompt afterwards.
  enum Event {
    case types(String)
    case interrupts
    case ends
    case server(String)
    case lost
  }

  static func happened(_ event: Event, _ session: inout ChatSession) -> [String] {
    let actions =
      switch event {
      case .types(let line): session.typed(line)
      case .interrupts: session.interrupted(hadText: false)
      case .ends: session.inputEnded()
      case .server(let line): session.lineReceived(Array(line.utf8).span, fault: nil)
      case .lost: session.connectionLost()
      }
    return actions.map(described)
  }

  static func described(_ action: SessionAction) -> String {
    switch action {
    case .finish(let status): return "exit \(status.rawValue)"
    case .show(let utterance): return "\(utterance.kind): \(utterance.text)"
    case .send(let request):
      var bytes: [UInt8] = []
      JSONLines.append(request, to: &bytes)
      return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
  }

  static func run(
    _ session: ChatSession, _ transcript: [(Event, [String], String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var session = session
    for (event, expected, prompt) in transcript {
      let done = happened(event, &session)
      #expect(done == expected, "\(event)", sourceLocation: sourceLocation)
      let shown = session.prompt.text + (session.prompt.isSecret ? "*" : "")
      #expect(shown == prompt, "after \(event)", sourceLocation: sourceLocation)
    }
  }

  static func reply(_ id: Int, _ state: String, _ text: String, _ data: String = "{}") -> Event {
    .server(
      #"{"kind":"reply","id":"\#(id)","state":"\#(state)","text":"\#(text)","data":\#(data)}"#)
  }

  static let person = ChatSession(user: nil, audience: .person)
  static let hoa = ChatSession(user: "hoa", audience: .person)
  static let script = ChatSession(user: nil, audience: .script)
  static let login = #"{"id":"1","login":{"user":"hoa","password":"p"}}"#

  static func talking() -> ChatSession {
    var session = hoa
    _ = session.typed("p")
    _ = happened(reply(1, "done", "Chào chị Hoa."), &session)
    return session
  }

  @Test func personIsAskedForNameAndPassword() {
    Self.run(
      Self.person,
      [
        (.server("Xin chào!"), ["greeting: Xin chào!"], ClientWords.userPrompt),
        (.types(" hoa "), [], "Mật khẩu của hoa: *"),
        (.types("p"), [Self.login], "*"),
        (Self.reply(1, "done", "Chào chị."), ["reply(Wire.ReplyState.done): Chào chị."], "> "),
        (.types("cảm ơn"), [#"{"id":"2","text":"cảm ơn"}"#], "> "),
        (Self.reply(2, "done", "Dạ."), ["reply(Wire.ReplyState.done): Dạ."], "> "),
        (.ends, ["notice: Tạm biệt!", "exit 0"], "*"),
      ])
  }

  @Test func emptyName_entersAsGuest() {
    Self.run(
      Self.person,
      [(.types(""), [], "> "), (.types("xin chào"), [#"{"id":"1","text":"xin chào"}"#], "> ")])
  }

  @Test func oneTimeCode_becomesAPasswordTypedTwice() {
    let needs = #"{"needs":"new_password"}"#
    Self.run(
      Self.hoa,
      [
        (.types("p"), [Self.login], "*"),
        (
          Self.reply(1, "ask", "Hãy đặt mật khẩu.", needs),
          ["reply(Wire.ReplyState.ask): Hãy đặt mật khẩu."], "Mật khẩu mới: *"
        ),
        (.types(""), ["notice: \(ClientWords.passwordIsEmpty)"], "Mật khẩu mới: *"),
        (.types("a"), [], "Nhập lại mật khẩu mới: *"),
        (.types("b"), ["notice: \(ClientWords.passwordsDiffer)"], "Mật khẩu mới: *"),
        (.types("n"), [], "Nhập lại mật khẩu mới: *"),
        (
          .types("n"),
          [#"{"id":"2","login":{"user":"hoa","password":"p","new_password":"n"}}"#], "*"
        ),
        (
          Self.reply(2, "refused", "Ngắn quá."),
          ["reply(Wire.ReplyState.refused): Ngắn quá."], "Mật khẩu mới: *"
        ),
        (.types("dài hơn"), [], "Nhập lại mật khẩu mới: *"),
        (
          .types("dài hơn"),
          [#"{"id":"3","login":{"user":"hoa","password":"p","new_password":"dài hơn"}}"#], "*"
        ),
        (Self.reply(3, "done", "Xong."), ["reply(Wire.ReplyState.done): Xong."], "> "),
      ])
  }

  @Test func wrongPasswords_endAfterThree() {
    Self.run(
      Self.hoa,
      [
        (.types("p"), [Self.login], "*"),
        (
          Self.reply(1, "refused", "Sai."), ["reply(Wire.ReplyState.refused): Sai."],
          "Mật khẩu của hoa: *"
        ),
        (.types("p"), [Self.login.replacing("\"1\"", with: "\"2\"")], "*"),
        (
          Self.reply(2, "refused", "Sai."), ["reply(Wire.ReplyState.refused): Sai."],
          "Mật khẩu của hoa: *"
        ),
        (.types("p"), [Self.login.replacing("\"1\"", with: "\"3\"")], "*"),
        (
          Self.reply(3, "refused", "Sai."),
          [
            "reply(Wire.ReplyState.refused): Sai.", "notice: \(ClientWords.tooManyAttempts)",
            "exit 77",
          ], "*"
        ),
      ])
  }

  @Test func interruptedLogin_goesBackToTheName() {
    Self.run(
      Self.hoa,
      [
        (.interrupts, [], ClientWords.userPrompt),
        (.interrupts, ["notice: \(ClientWords.interruptHint)"], ClientWords.userPrompt),
      ])
  }

  @Test(arguments: [
    ("done", "> "), ("ask", "? "), ("confirm", "? "), ("choose", "? "),
    ("refused", "> "), ("unclear", "> "),
  ])
  func stateOfTheReply_isSeenInThePrompt(state: String, prompt: String) throws {
    let kind = try #require(ReplyState(rawValue: state))
    Self.run(
      Self.talking(),
      [
        (.types("x"), [#"{"id":"2","text":"x"}"#], "> "),
        (Self.reply(2, state, "y"), ["\(Utterance.Kind.reply(kind)): y"], prompt),
      ])
  }

  @Test func secretInTheConversation_isAskedForSecretly() {
    Self.run(
      Self.talking(),
      [
        (.types("đổi"), [#"{"id":"2","text":"đổi"}"#], "> "),
        (
          Self.reply(2, "ask", "Mật khẩu cũ?", #"{"secret":true}"#),
          ["reply(Wire.ReplyState.ask): Mật khẩu cũ?"], "\(ClientWords.secretPrompt)*"
        ),
        (.types("bí mật"), [#"{"id":"3","text":"bí mật"}"#], "\(ClientWords.secretPrompt)*"),
        (Self.reply(3, "done", "Xong."), ["reply(Wire.ReplyState.done): Xong."], "> "),
      ])
  }

  @Test func linesTypedAhead_waitForTheirTurn() {
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (.types("b"), [], "> "),
        (.types(" "), [], "> "),
        (.types("c"), [], "> "),
        (
          Self.reply(2, "done", "A"),
          ["reply(Wire.ReplyState.done): A", #"{"id":"3","text":"b"}"#], "> "
        ),
        (
          Self.reply(3, "done", "B"),
          ["reply(Wire.ReplyState.done): B", #"{"id":"4","text":"c"}"#], "> "
        ),
      ])
  }

  @Test func secretQuestion_isNotAnsweredByWhatWasTypedBefore() {
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (.types("b"), [], "> "),
        (
          Self.reply(2, "ask", "Mật khẩu?", #"{"secret":true}"#),
          ["reply(Wire.ReplyState.ask): Mật khẩu?"], "\(ClientWords.secretPrompt)*"
        ),
      ])
  }

  @Test func push_isShownThenAcknowledged_andItsReplyIsNot() {
    let push = Event.server(
      #"{"kind":"push","push":"p7","topic":"reminder","text":"Còn 3 ngày.","data":{}}"#)
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (push, ["push: Còn 3 ngày.", #"{"id":"3","ack":"p7"}"#], "> "),
        (Self.reply(2, "done", "A"), ["reply(Wire.ReplyState.done): A"], "> "),
        (Self.reply(3, "done", "Đã nhận."), [], "> "),
        (.types("b"), [#"{"id":"4","text":"b"}"#], "> "),
      ])
  }

  @Test func errors_answerTheirRequestOrStandAlone() {
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (.types("b"), [], "> "),
        (.server(#"{"kind":"error","code":"idle","text":"Lâu quá."}"#), ["error: Lâu quá."], "> "),
        (
          .server(#"{"kind":"error","code":"line_too_long","text":"Dài."}"#),
          ["error: Dài.", #"{"id":"3","text":"b"}"#], "> "
        ),
        (
          .server(#"{"kind":"error","id":"3","code":"malformed","text":"Hỏng."}"#),
          ["error: Hỏng."], "> "
        ),
        (.server(#"{"kind":"tin mới"}"#), ["notice: \(ClientWords.unreadableLine)"], "> "),
      ])
  }

  @Test func lostConnection_endsWith69() {
    Self.run(
      Self.talking(),
      [
        (.lost, ["notice: \(ClientWords.connectionLost)", "exit 69"], "*"),
        (.lost, [], "*"), (.types("x"), [], "*"), (.server("x"), [], "*"),
      ])
  }

  @Test func leaving_waitsForWhatIsOnItsWay_once() {
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (.ends, [], "> "),
        (
          Self.reply(2, "done", "A"),
          ["reply(Wire.ReplyState.done): A", "notice: Tạm biệt!", "exit 0"], "*"
        ),
      ])
    Self.run(
      Self.talking(),
      [
        (.types("a"), [#"{"id":"2","text":"a"}"#], "> "),
        (.ends, [], "> "), (.ends, ["notice: Tạm biệt!", "exit 0"], "*"),
      ])
  }

  @Test func script_talksAsGuestAndEndsWhenAllIsAnswered() {
    Self.run(
      Self.script,
      [
        (.types("a"), [#"{"id":"1","text":"a"}"#], "> "),
        (.types("b"), [], "> "),
        (.ends, [], "> "),
        (
          Self.reply(1, "done", "A"),
          ["reply(Wire.ReplyState.done): A", #"{"id":"2","text":"b"}"#], "> "
        ),
        (Self.reply(2, "unclear", "B"), ["reply(Wire.ReplyState.unclear): B", "exit 0"], "*"),
      ])
  }

  @Test func scriptWithAUser_givesThePasswordFirst_andOnlyOnce() {
    let script = ChatSession(user: "hoa", audience: .script)
    Self.run(
      script,
      [
        (.types("p"), [Self.login], "*"), (.types("a"), [], "*"),
        (
          Self.reply(1, "refused", "Sai."),
          ["reply(Wire.ReplyState.refused): Sai.", "exit 77"], "*"
        ),
      ])
    Self.run(
      script,
      [
        (.types("p"), [Self.login], "*"), (.types("n"), [], "*"),
        (
          Self.reply(1, "ask", "Đặt.", #"{"needs":"new_password"}"#),
          [
            "reply(Wire.ReplyState.ask): Đặt.",
            #"{"id":"2","login":{"user":"hoa","password":"p","new_password":"n"}}"#,
          ], "*"
        ),
      ])
  }

  @Test func person_isToldWhenTooMuchWaits() {
    var session = Self.talking()
    for _ in 0..<65 { _ = session.typed("x") }
    #expect(!session.takesLines)
    let told = session.typed("y")
    #expect(told == [.show(Utterance(.notice, ClientWords.tooManyWaiting))])
  }
}
