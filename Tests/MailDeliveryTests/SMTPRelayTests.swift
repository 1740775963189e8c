import Mail
import SecureSockets
import Testing

@testable import MailDelivery

/// Against a mail server that somebody else wrote.
@Suite(.enabled(if: MailServer.isInstalled, Comment(rawValue: MailServer.missing)))
struct SMTPRelayTests {
  @Test func aMessageArrivesAsItWasWritten() throws {
    let server = try MailServer()
    let calendar = try MailAttachment(
      fileName: "lịch.ics", contentType: MailAttachment.calendar,
      bytes: Array("BEGIN:VCALENDAR\r\nSUMMARY:Họp Hội đồng\r\nEND:VCALENDAR\r\n".utf8))
    let plain = try Samples.message(text: "Kính gửi chị Hòa,\n.\n..\n\nQUIT")
    let message = MailMessage(
      id: plain.id, from: plain.from, to: plain.to, date: plain.date, subject: plain.subject,
      text: plain.text, attachments: [calendar])
    #expect(try relay(server, .never).deliver([message]) == [.accepted])
    #expect(
      server.received(1) == """
        tls: False
        login: None
        mail: nhac@thi-dua.example SIZE=\(message.bytes.count)
        rcpt: hoa@so.example
        Date: Mon, 10 Jan 2022 08:00:00 +0700
        From: Trợ lý thi đua <nhac@thi-dua.example>
        To: Nguyễn Thị Hòa <hoa@so.example>
        Message-ID: <nhac-1@thi-dua.example>
        Subject: Nhắc việc 1: hồ sơ đề nghị tặng Bằng khen còn thiếu biên bản họp
        Auto-Submitted: auto-generated
        Kính gửi chị Hòa,
        .
        ..

        QUIT

        lịch.ics (text/calendar; charset="utf-8"; method="PUBLISH")
        BEGIN:VCALENDAR
        SUMMARY:Họp Hội đồng
        END:VCALENDAR

        """)
  }

  @Test(arguments: [
    ("--starttls", SMTPSettings.Encryption.required, true), ("--starttls", .whenOffered, true),
    ("--starttls", .never, false), ("--ascii", .whenOffered, false), ("--tls", .fromTheStart, true),
  ])
  func isSentOverTLS(_ option: String, _ encryption: SMTPSettings.Encryption, _ tls: Bool) throws {
    let server = try MailServer(option)
    #expect(try relay(server, encryption).deliver([Samples.message()]) == [.accepted])
    // Under TLS from the start aiosmtpd knows of none: there the client's own certainty must do.
    let expected = tls && option != "--tls" ? "tls: True\n" : "tls: False\n"
    #expect(server.received(1)?.hasPrefix(expected) == true)
  }

  @Test func nothingIsSentWithoutTheTLSThatIsRequired() throws {
    let server = try MailServer()
    let outcomes = try relay(server, .required).deliver([Samples.message()])
    #expect(outcomes == [.later(.tlsNotOffered)])
    #expect(server.received(1) == nil)
  }

  @Test func nothingIsSentToAnUnknownCertificate() throws {
    let server = try MailServer("--starttls")
    let outcomes = try relay(server, .required, verification: .systemAuthorities)
      .deliver([Samples.message()])
    let words = "127.0.0.1:\(server.port): certificate verify failed"
    #expect(outcomes == [.later(.connection(words))])
    #expect(server.received(1) == nil)
  }

  @Test(arguments: [
    ("--starttls", SMTPSettings.Encryption.required), ("--tls", .fromTheStart),
  ])
  func aLoginIsTaken(_ option: String, _ encryption: SMTPSettings.Encryption) throws {
    let server = try MailServer(option, "--login", "nhac:bí mật")
    let relay = try relay(server, encryption, password: "bí mật")
    #expect(try relay.deliver([Samples.message()]) == [.accepted])
    #expect(server.received(1)?.contains("\nlogin: nhac\n") == true)
  }

  @Test func aWrongPasswordRefusesNoMessage() throws {
    let server = try MailServer("--starttls", "--login", "nhac:bí mật")
    let outcomes = try relay(server, .required, password: "sai").deliver([Samples.message()])
    let reply = SMTPReply(code: 535, lines: ["5.7.8 Authentication credentials invalid"])
    #expect(outcomes == [.later(.reply(reply))])
  }

  @Test func aMissingLoginRefusesNoMessage() throws {
    let server = try MailServer("--starttls", "--login", "nhac:bí mật")
    let outcomes = try relay(server, .required).deliver([Samples.message()])
    let reply = SMTPReply(code: 530, lines: ["5.7.0 Authentication required"])
    #expect(outcomes == [.later(.reply(reply))])
  }

  @Test func everyMessageHasItsOwnOutcome() throws {
    let server = try MailServer()
    let people = ["hoa", "khong-co", "ban", "thu-rac", "day", "an", "het", "binh"]
    let messages = try people.enumerated().map {
      try Samples.message($0.offset + 1, to: "\($0.element)@so.example")
    }
    func reply(_ code: Int, _ line: String) -> MailProblem {
      .reply(SMTPReply(code: code, lines: [line]))
    }
    #expect(
      try relay(server, .never).deliver(messages) == [
        .accepted,
        .refused(reply(550, "5.1.1 khong co nguoi nay")),
        .later(reply(451, "4.3.0 dang ban")),
        .refused(reply(554, "5.6.0 thu rac")),
        .later(reply(452, "4.2.2 hop thu day")),
        .accepted,
        .later(reply(421, "4.7.0 het gio")),
        .later(reply(421, "4.7.0 het gio")),
      ])
    #expect(server.received(1)?.contains("rcpt: hoa@so.example\n") == true)
    #expect(server.received(2)?.contains("rcpt: an@so.example\n") == true)
    #expect(server.received(3) == nil)
  }

  @Test func hundredsGoOverOneConnection() throws {
    let server = try MailServer("--starttls")
    let messages = try (1...200).map { try Samples.message($0) }
    let outcomes = try relay(server, .required).deliver(messages)
    #expect(outcomes == Array(repeating: .accepted, count: 200))
    #expect(server.received(200)?.contains("<nhac-200@thi-dua.example>") == true)
  }

  @Test func aServerThatDiesLeavesTheRestForLater() throws {
    let server = try MailServer()
    let messages = try ["hoa", "chet", "an"].map { try Samples.message(to: "\($0)@so.example") }
    let outcomes = try relay(server, .never).deliver(messages)
    #expect(outcomes.first == .accepted)
    for outcome in outcomes.dropFirst() {
      guard case .later(.connection) = outcome else {
        Issue.record("not a broken connection: \(outcome)")
        continue
      }
    }
  }

  @Test func aMessageThatIsTooLargeIsNotEvenTried() throws {
    let server = try MailServer("--limit", "2000")
    let large = try Samples.message(text: String(repeating: "x", count: 2_000))
    let outcomes = try relay(server, .never).deliver([large, Samples.message()])
    #expect(outcomes == [.refused(.tooLarge(limit: 2_000)), .accepted])
  }

  @Test(arguments: [
    ("--starttls", MailOutcome.accepted), ("--ascii", .refused(.addressNotSupported)),
  ])
  func lettersBeyondASCIIInAnAddress(_ option: String, _ outcome: MailOutcome) throws {
    let server = try MailServer(option)
    let message = try Samples.message(to: "hòa@so.example")
    #expect(try relay(server, .whenOffered).deliver([message]) == [outcome])
    if outcome == .accepted {
      #expect(server.received(1)?.contains("\nTo: Nguyễn Thị Hòa <hòa@so.example>\n") == true)
    }
  }

  private func relay(
    _ server: MailServer, _ encryption: SMTPSettings.Encryption, password: String? = nil,
    verification: TLSClient.Verification? = nil
  ) throws -> SMTPRelay {
    let login = password.flatMap { SMTPLogin(user: "nhac", password: $0) }
    return try SMTPRelay(
      host: "127.0.0.1", port: server.port,
      settings: SMTPSettings(
        name: MailDomain("thi-dua.example"), encryption: encryption, login: login),
      verification: verification ?? .pinned(server.fingerprint), patience: .seconds(20))
  }
}
