import Mail
import SecureSockets
import Testing

@testable import MailDelivery

/// A sendmail that somebody else wrote, sending to a server that somebody else wrote.
@Suite(
  .enabled(if: MailServer.isInstalled, Comment(rawValue: MailServer.missing)),
  .enabled(if: RealSendmail.isInstalled, "needs a sendmail to start: apt-get install msmtp"))
struct RealSendmailTests {
  @Test func aMessageArrives() throws {
    let server = try MailServer()
    let program = try RealSendmail.program(in: server.folder, port: server.port)
    #expect(try SendmailProgram(path: program).deliver([Samples.message()]) == [.accepted])
    let received = try #require(server.received(1))
    #expect(received.contains("\nrcpt: hoa@so.example\n"))
    #expect(received.contains("\nTo: Nguyễn Thị Hòa <hoa@so.example>\n"))
    #expect(received.hasSuffix("\nKính gửi chị Hòa.\n"))
  }

  @Test func noServerIsForLater() throws {
    let server = try MailServer()
    let closed = try PlainDoor()
    closed.shut()
    let program = try RealSendmail.program(in: server.folder, port: closed.address.port)
    let outcomes = try SendmailProgram(path: program).deliver([Samples.message()])
    guard case .later(.program(status: 75, _)) = outcomes.first else {
      Issue.record("not for later: \(outcomes)")
      return
    }
  }
}

enum RealSendmail {
  static let isInstalled: Bool = {
    let end = try? ChildProgram.run(
      "/usr/bin/msmtp", ["--version"], input: [], patience: .seconds(30))
    return end?.status == 0
  }()

  /// msmtp, told where the server is.
  static func program(in folder: TemporaryFolder, port: UInt16) throws -> String {
    try folder.program(
      "sendmail", "exec /usr/bin/msmtp --host=127.0.0.1 --port=\(port) --file=/dev/null \"$@\"")
  }
}
