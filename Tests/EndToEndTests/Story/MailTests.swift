import Glibc
import Testing

/// Letters beside the chat, by a mail program that writes them into a file.
@Suite struct MailTests {
  private static let password = "một mật khẩu riêng"

  @Test func whatIsNotSeenInTheChatGoesOutByMail_andWhatIsSeenDoesNot() throws {
    let world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
      Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
    ])
    let letters = try Letterbox(world.folder.path + "/letters")
    try world.folder.write(
      "#!/bin/sh\n{ echo \"--- $*\"; cat; } > \(letters.path)\n", to: "sendmail")
    #expect(chmod(world.folder.path + "/sendmail", 0o700) == 0)
    let server = try world.serve(
      now: "2022-01-10T09:00:00", speed: 60,
      configuration: """
        mail_from: thidua@xa.example
        mail_program: \(world.folder.path)/sendmail

        """)
    for user in ["hoa", "ba"] {
      let member = try logIn(user, world, on: server)
      var reply = try member.say("gửi nhắc việc qua email \(user)@xa.example")
      // "ba" is a number as well: whether it is asked first depends on the wording.
      if reply.state == "confirm" { reply = try member.say("có") }
      #expect(reply.state == "done", "\(reply.text)")
      member.connection.cut()
    }
    // Ba is there and sees it; Hoa is not.
    let ba = try server.jsonClient()
    #expect(try ba.logIn("ba", Self.password).state == "done")
    let thu = try logIn("thu", world, on: server)
    let announced = try thu.say("thông báo cho mọi người: chiều thứ sáu họp triển khai")
    #expect(announced.state == "done", "\(announced.text)")
    let push = try ba.nextPush()
    _ = try ba.acknowledge(push.push)
    // Two minutes of the server's clock are two seconds.
    let text = try letters.text { $0.contains("tắt email") || $0.contains("--=") || $0.count > 600 }
    #expect(text.contains("--- -i -f thidua@xa.example -- hoa@xa.example\n"))
    #expect(text.contains("From: =?UTF-8?B?"))
    #expect(text.contains("To: <hoa@xa.example>"))
    #expect(text.contains("Auto-Submitted: auto-generated"))
    #expect(try server.stop() == 0)
    #expect(!letters.rest.contains("-- ba@xa.example"))
  }

  private func logIn(
    _ user: String, _ world: World, on server: RunningServer
  ) throws -> JSONClient {
    let client = try server.jsonClient()
    let reply = try client.logIn(user, try #require(world.codes[user]), new: Self.password)
    #expect(reply.state == "done", "\(reply.text)")
    return client
  }
}

/// A pipe with a name, into which the mail program writes.
private final class Letterbox {
  let path: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  init(_ path: String) throws {
    self.path = path
    guard mkfifo(path, 0o600) == 0 else { throw TimedOut() }
    // For writing too, so that it does not end with the first letter.
    descriptor = open(path, O_RDWR | O_NONBLOCK)
    guard descriptor >= 0 else { throw TimedOut() }
  }

  deinit { close(descriptor) }

  /// Waits until what has come is as wanted.
  func text(_ isWanted: (String) -> Bool) throws -> String {
    let patience = Patience()
    while !isWanted(rest) {
      try patience.wait(for: descriptor)
      take()
    }
    return rest
  }

  /// All that has come.
  var rest: String {
    take()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func take() {
    var part = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &part, part.count)
    if count > 0 { bytes += part[..<count] }
  }
}
