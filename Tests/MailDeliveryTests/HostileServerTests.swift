import Mail
import Testing

@testable import MailDelivery
@testable import SecureSockets

/// Against servers that no package would ship; these need nothing installed.
@Suite struct HostileServerTests {
  @Test func nobodyThere() throws {
    let door = try PlainDoor()
    let port = door.address.port
    door.shut()
    let outcomes = try relay(port).deliver([Samples.message(), Samples.message(2)])
    let words = "127.0.0.1:\(port): connect 127.0.0.1:\(port): Connection refused"
    #expect(outcomes == [.later(.connection(words)), .later(.connection(words))])
  }

  @Test func noMessagesNoConnection() throws {
    let door = try PlainDoor()
    door.shut()
    #expect(try relay(door.address.port).deliver([]) == [])
  }

  @Test func aServerThatNeverSpeaks() throws {
    let door = try PlainDoor()
    let outcomes = try relay(door.address.port, patience: .milliseconds(50))
      .deliver([Samples.message()])
    #expect(outcomes == [.later(.connection("127.0.0.1:\(door.address.port): timed out"))])
  }

  @Test func aServerThatSpeaksAByteAtATimeGainsNothing() throws {
    let door = try PlainDoor()
    let drip = Array(repeating: "2", count: 400)
    let server = try ScriptedServer(door, drip, pause: 20)
    let outcomes = try relay(door.address.port, patience: .milliseconds(200))
      .deliver([Samples.message()])
    #expect(outcomes == [.later(.connection("127.0.0.1:\(door.address.port): timed out"))])
    #expect(server.heard() == "")
  }

  @Test func wordsPutBehindTheAnswerToSTARTTLS() throws {
    let door = try PlainDoor()
    let server = try ScriptedServer(
      door,
      [
        "220 m\r\n", "250-m\r\n250 STARTTLS\r\n",
        "220 go\r\n250-m\r\n250 AUTH PLAIN\r\n235 welcome\r\n",
      ])
    let outcomes = try relay(door.address.port, .required).deliver([Samples.message()])
    #expect(outcomes == [.later(.fault(.spokeOutOfTurn))])
    #expect(server.heard() == "EHLO thi-dua.example\r\nSTARTTLS\r\n")
  }

  @Test func aServerThatPromisesTLSAndDoesNotSpeakIt() throws {
    let door = try PlainDoor()
    let server = try ScriptedServer(
      door, ["220 m\r\n", "250-m\r\n250 STARTTLS\r\n", "220 go\r\n", "250 plain as ever\r\n"])
    let outcomes = try relay(door.address.port, .whenOffered).deliver([Samples.message()])
    let words = "127.0.0.1:\(door.address.port): wrong version number"
    #expect(outcomes == [.later(.connection(words))])
    #expect(!server.heard().contains("MAIL"))
  }

  @Test func aServerThatHangsUp() throws {
    let door = try PlainDoor()
    let server = try ScriptedServer(door, ["220 m\r\n"])
    let outcomes = try relay(door.address.port).deliver([Samples.message()])
    #expect(outcomes == [.later(.connection("127.0.0.1:\(door.address.port): connection closed"))])
    #expect(server.heard() == "EHLO thi-dua.example\r\n")
  }

  private func relay(
    _ port: UInt16, _ encryption: SMTPSettings.Encryption = .never,
    patience: Duration = .seconds(10)
  ) throws -> SMTPRelay {
    try SMTPRelay(
      host: "127.0.0.1", port: port,
      settings: SMTPSettings(name: MailDomain("thi-dua.example"), encryption: encryption),
      verification: .none, patience: patience)
  }
}
