import Testing

@testable import Mail

/// Every case is a dialogue; only the server's lines are played, the client's are what must come.
@Suite struct SMTPSessionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var encryption: SMTPSettings.Encryption
    var login = false
    var recipients: [String]
    var dialogue: String
    var outcomes: [MailOutcome]

    init(
      _ name: String, tls encryption: SMTPSettings.Encryption = .never, login: Bool = false,
      to recipients: [String] = ["hoa@so.example"], _ dialogue: [String],
      _ outcomes: MailOutcome...
    ) {
      testDescription = name
      self.encryption = encryption
      self.login = login
      self.recipients = recipients
      self.dialogue = dialogue.joined()
      self.outcomes = outcomes
    }
  }

  static func reply(_ code: Int, _ lines: String...) -> MailProblem {
    .reply(SMTPReply(code: code, lines: lines))
  }

  static let two = ["hoa@so.example", "an@so.example"]
  static let open = "S 220 m\nC EHLO thi-dua.example\nS 250 m\n"
  static let hoa = "C MAIL FROM:<nhac@thi-dua.example>\nS 250 ok\nC RCPT TO:<hoa@so.example>\n"
  static let an = "C MAIL FROM:<nhac@thi-dua.example>\nS 250 ok\nC RCPT TO:<an@so.example>\n"
  static let content = "S 250 ok\nC DATA\nS 354 go\nC (message)\n"
  static let bye = "C QUIT\nS 221 bye\nEND"

  static let sound = [
    Case(
      "a message", [open, hoa, content, "S 250 queued\n", bye], .accepted),
    Case(
      "several on one connection", to: two,
      [open, hoa, content, "S 250 ok\n", an, content, "S 250 ok\n", bye],
      .accepted, .accepted),
    Case("no message", to: [], [open, bye]),
    Case(
      "an old server",
      [
        "S 220 m\nC EHLO thi-dua.example\nS 502 what?\nC HELO thi-dua.example\n", "S 250 m\n", hoa,
        content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "the size is named",
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 SIZE 9999\n",
        "C MAIL FROM:<nhac@thi-dua.example> SIZE=252\nS 250 ok\nC RCPT TO:<hoa@so.example>\n",
        content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "a size without limit",
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 SIZE 0\n",
        "C MAIL FROM:<nhac@thi-dua.example> SIZE=252\nS 250 ok\nC RCPT TO:<hoa@so.example>\n",
        content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "larger than the server takes",
      ["S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 SIZE 251\n", bye],
      .refused(.tooLarge(limit: 251))),
    Case(
      "letters beyond ASCII, and SMTPUTF8", to: ["hòa@so.example"],
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250-8BITMIME\nS 250 SMTPUTF8\n",
        "C MAIL FROM:<nhac@thi-dua.example> SMTPUTF8\nS 250 ok\nC RCPT TO:<hòa@so.example>\n",
        content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "letters beyond ASCII, and none", to: ["hòa@so.example", "hoa@so.example"],
      [open, hoa, content, "S 250 ok\n", bye], .refused(.addressNotSupported), .accepted),
    Case(
      "the recipient forwards",
      [open, hoa, "S 251 will forward\nC DATA\nS 354 go\nC (message)\n", "S 250 ok\n", bye],
      .accepted),

    // Refused, or later: one message, then the next.
    Case(
      "no such person", to: two,
      [open, hoa, "S 550 no\nC RSET\nS 250 ok\n", an, content, "S 250 ok\n", bye],
      .refused(reply(550, "no")), .accepted),
    Case(
      "greylisted", to: two,
      [open, hoa, "S 451-later\nS 451 please\nC RSET\nS 250 ok\n", an, content, "S 250 ok\n", bye],
      .later(reply(451, "later", "please")), .accepted),
    Case(
      "the sender is not liked", [open, "C MAIL FROM:<nhac@thi-dua.example>\nS 553 no\n", bye],
      .refused(reply(553, "no"))),
    Case(
      "no DATA", to: two,
      [open, hoa, "S 250 ok\nC DATA\nS 554 no\nC RSET\nS 250 ok\n", an, "S 450 no\n", bye],
      .refused(reply(554, "no")), .later(reply(450, "no"))),
    Case(
      "the content is not liked", [open, hoa, content, "S 554 spam\n", bye],
      .refused(reply(554, "spam"))),
    Case(
      "the disk is full", to: two,
      [open, hoa, content, "S 452 full\nC RSET\nS 250 ok\n", an, content, "S 250 ok\n", bye],
      .later(reply(452, "full")), .accepted),
    Case(
      "no RSET", to: two, [open, hoa, "S 550 no\nC RSET\nS 502 no\n", bye],
      .refused(reply(550, "no")), .later(reply(502, "no"))),

    // The whole connection: every message is for later.
    Case(
      "not today", to: two, ["S 554 no\n", bye], .later(reply(554, "no")), .later(reply(554, "no"))),
    Case("too busy", ["S 421 busy\nEND"], .later(reply(421, "busy"))),
    Case(
      "no EHLO", ["S 220 m\nC EHLO thi-dua.example\nS 550 who?\n", bye], .later(reply(550, "who?"))),
    Case(
      "hangs up between two", to: two,
      [open, hoa, content, "S 250 ok\n", "C MAIL FROM:<nhac@thi-dua.example>\nS 421 enough\nEND"],
      .accepted, .later(reply(421, "enough"))),
    Case(
      "asks for a login", to: two,
      [open, "C MAIL FROM:<nhac@thi-dua.example>\nS 530 log in\n", bye],
      .later(reply(530, "log in")), .later(reply(530, "log in"))),
  ]

  static let tlsHello = """
    S 220 m
    C EHLO thi-dua.example
    S 250-m
    S 250 STARTTLS
    C STARTTLS
    S 220 go
    TLS
    C EHLO thi-dua.example

    """
  static let protected = [
    Case(
      "TLS, required", tls: .required, [tlsHello, "S 250 m\n", hoa, content, "S 250 ok\n", bye],
      .accepted),
    Case(
      "TLS, when offered", tls: .whenOffered,
      [tlsHello, "S 250 m\n", hoa, content, "S 250 ok\n", bye], .accepted),
    Case(
      "TLS, not offered", tls: .whenOffered, [open, hoa, content, "S 250 ok\n", bye], .accepted),
    Case("TLS, not offered but required", tls: .required, [open, bye], .later(.tlsNotOffered)),
    Case(
      "TLS, not offered by an old server", tls: .required,
      ["S 220 m\nC EHLO thi-dua.example\nS 502 what?\nC HELO thi-dua.example\nS 250 m\n", bye],
      .later(.tlsNotOffered)),
    Case(
      "TLS, never",
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 STARTTLS\n", hoa, content, "S 250 ok\n",
        bye,
      ], .accepted),
    Case(
      "TLS, offered and refused", tls: .whenOffered,
      ["S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 STARTTLS\nC STARTTLS\nS 454 no\n", bye],
      .later(reply(454, "no"))),
    Case(
      "what was offered before TLS is forgotten", tls: .required, to: ["hòa@so.example"],
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250-SMTPUTF8\nS 250 STARTTLS\nC STARTTLS\n",
        "S 220 go\nTLS\nC EHLO thi-dua.example\nS 250 m\n", bye,
      ], .refused(.addressNotSupported)),
    Case(
      "STARTTLS inside TLS is not asked for again", tls: .fromTheStart,
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 STARTTLS\n", hoa, content, "S 250 ok\n",
        bye,
      ], .accepted),
    Case(
      "a login", tls: .required, login: true,
      [
        tlsHello, "S 250-m\nS 250 AUTH LOGIN PLAIN\nC AUTH PLAIN AG5oYWMAbeG6rXQ=\nS 235 hello\n",
        hoa, content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "a login, as it was written once", tls: .fromTheStart, login: true,
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 auth=plain\nC AUTH PLAIN AG5oYWMAbeG6rXQ=\n",
        "S 235 hello\n", hoa, content, "S 250 ok\n", bye,
      ], .accepted),
    Case(
      "a wrong password", tls: .fromTheStart, login: true,
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 AUTH PLAIN\nC AUTH PLAIN AG5oYWMAbeG6rXQ=\n",
        "S 535 no\n", bye,
      ], .later(reply(535, "no"))),
    Case(
      "a login that asks on", tls: .fromTheStart, login: true,
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 AUTH PLAIN\nC AUTH PLAIN AG5oYWMAbeG6rXQ=\n",
        "S 334\n", bye,
      ], .later(reply(334, ""))),
    Case(
      "no password without TLS", login: true,
      ["S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 AUTH PLAIN\n", bye], .later(.loginNeedsTLS)),
    Case(
      "no password when TLS was not offered", tls: .whenOffered, login: true,
      ["S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 AUTH PLAIN\n", bye], .later(.loginNeedsTLS)),
    Case(
      "another kind of login", tls: .required, login: true,
      [tlsHello, "S 250-m\nS 250 AUTH LOGIN\n", bye], .later(.loginNotOffered)),
  ]

  static let broken = [
    Case("no SMTP", ["S SSH-2.0-x\nEND"], .later(.fault(.notAReply("SSH-2.0-x")))),
    Case("two greetings", ["S 220 m\nS 220 m\nEND"], .later(.fault(.spokeOutOfTurn))),
    Case(
      "words behind STARTTLS's answer", tls: .required,
      [
        "S 220 m\nC EHLO thi-dua.example\nS 250-m\nS 250 STARTTLS\nC STARTTLS\nS 220 go\n",
        "S 250-m\nS 250 AUTH PLAIN\nEND",
      ], .later(.fault(.spokeOutOfTurn))),
    Case(
      "answers in advance", to: two, [open, hoa, "S 250 ok\nS 354 go\nEND"],
      .later(.fault(.spokeOutOfTurn)), .later(.fault(.spokeOutOfTurn))),
    Case(
      "accepted, then noise", to: two, [open, hoa, content, "S 250 ok\nS 250 ok\nEND"],
      .accepted, .later(.fault(.spokeOutOfTurn))),
    Case(
      "accepted, then gone", to: two, [open, hoa, content, "S 250 ok\nS 421 bye\nEND"],
      .accepted, .later(.fault(.spokeOutOfTurn))),
    Case(
      "DATA is answered like a command", [open, hoa, "S 250 ok\nC DATA\nS 250 ok\nEND"],
      .later(.fault(.unexpected(SMTPReply(code: 250, lines: ["ok"]))))),
    Case(
      "more is asked for", [open, "C MAIL FROM:<nhac@thi-dua.example>\nS 354 go\nEND"],
      .later(.fault(.unexpected(SMTPReply(code: 354, lines: ["go"]))))),
    Case("cut off at once", ["CUT"], .later(.connection("cut off"))),
    Case(
      "cut off before the answer", to: two, [open, hoa, content, "CUT"],
      .later(.connection("cut off")), .later(.connection("cut off"))),
    Case(
      "cut off after the answer", to: two,
      [open, hoa, content, "S 250 ok\nC MAIL FROM:<nhac@thi-dua.example>\nCUT"],
      .accepted, .later(.connection("cut off"))),
    Case(
      "cut off at the goodbye", [open, hoa, content, "S 250 ok\nC QUIT\nCUT"], .accepted),
    Case(
      "cut off at the goodbye after a refusal", tls: .required, [open, "C QUIT\nCUT"],
      .later(.tlsNotOffered)),
  ]

  @Test(arguments: sound + protected + broken)
  func dialogue(_ expected: Case) throws {
    var transcript = try SMTPSessionTests.transcript(expected)
    #expect(transcript.play(expected.dialogue) == expected.dialogue)
    #expect(transcript.session.outcomes == expected.outcomes)
  }

  @Test(arguments: sound + protected)
  func theSameByteByByte(_ expected: Case) throws {
    var transcript = try SMTPSessionTests.transcript(expected)
    #expect(transcript.play(expected.dialogue, byteByByte: true) == expected.dialogue)
    #expect(transcript.session.outcomes == expected.outcomes)
  }

  @Test func wordsDuringTheHandshakeAreAFault() throws {
    var session = SMTPSession([try Samples.message()], try SMTPSessionTests.settings(.required))
    _ = session.received(Array("220 m\r\n".utf8))
    _ = session.received(Array("250-m\r\n250 STARTTLS\r\n".utf8))
    #expect(session.received(Array("220 go\r\n".utf8)) == [.startTLS])
    #expect(session.received(Array("2".utf8)) == [.close])
    #expect(session.tlsStarted() == [])
    #expect(session.outcomes == [.later(.fault(.spokeOutOfTurn))])
  }

  @Test func nothingIsSaidAfterTheEnd() throws {
    var session = SMTPSession([try Samples.message()], try SMTPSessionTests.settings(.never))
    session.connectionLost("cut off")
    #expect(session.received(Array("220 m\r\n".utf8)) == [])
    session.connectionLost("again")
    #expect(session.outcomes == [.later(.connection("cut off"))])
  }

  @Test func theMessageIsSentWithItsDotsDoubled() throws {
    let header = try MailHeader(".dots", "x")
    let message = try Samples.message(headers: [header])
    var session = SMTPSession([message], try SMTPSessionTests.settings(.never))
    for line in ["220 m", "250 m", "250 ok", "250 ok"] {
      _ = session.received(Array("\(line)\r\n".utf8))
    }
    let sent = session.received(Array("354 go\r\n".utf8))
    #expect(sent == [.send(DotStuffing.stuffed(message.bytes))])
    guard case .send(let bytes) = sent.first else { return }
    #expect(String(decoding: bytes, as: UTF8.self).contains("\r\n..dots: x\r\n"))
  }

  @Test func noDescriptionShowsThePassword() throws {
    let login = try #require(SMTPLogin(user: "nhac", password: "bí mật"))
    var dumped = ""
    dump(login, to: &dumped)
    for text in ["\(login)", String(reflecting: login), dumped] {
      #expect(text.contains("nhac"))
      #expect(!text.contains("bí mật"))
    }
  }

  @Test func theClientsNameIsASCII() throws {
    let domain = try MailDomain("sở.example")
    #expect(throws: MailFault.domain("sở.example")) {
      try SMTPSettings(name: domain, encryption: .never)
    }
  }

  @Test(arguments: [("", "x"), ("x", ""), ("a\u{0}b", "x"), ("x", "a\u{0}b")])
  func isNoLogin(_ user: String, _ password: String) {
    #expect(SMTPLogin(user: user, password: password) == nil)
  }

  private static func transcript(_ expected: Case) throws -> Transcript {
    let messages = try expected.recipients.enumerated().map {
      try Samples.message($0.offset + 1, to: $0.element)
    }
    return Transcript(messages, try settings(expected.encryption, login: expected.login))
  }

  private static func settings(
    _ encryption: SMTPSettings.Encryption, login: Bool = false
  ) throws -> SMTPSettings {
    try SMTPSettings(
      name: MailDomain("thi-dua.example"), encryption: encryption,
      login: login ? SMTPLogin(user: "nhac", password: "mật") : nil)
  }
}
