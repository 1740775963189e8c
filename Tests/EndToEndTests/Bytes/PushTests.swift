import Testing
import Wire

/// What the server says unasked: to every connection of a person, between replies, until it is
/// acknowledged.
@Suite struct PushTests {
  let world: World

  init() throws {
    world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
      Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
    ])
  }

  @Test func bothConnectionsOfOnePersonGetIt() throws {
    let server = try world.serve(now: "2022-01-11T07:59:57")
    let first = try logIn("hoa", on: server)
    let second = try server.jsonClient()
    #expect(try second.logIn("hoa", Self.password).state == "done")
    let terminal = try server.textClient()
    #expect(try terminal.logIn("hoa", Self.password).hasPrefix("Chào Nguyễn Thị Hoa"))
    let push = try first.nextPush()
    #expect(try second.nextPush().push == push.push)
    #expect(try terminal.line() == "🔔 Nhắc việc:")
    #expect(try terminal.line().hasPrefix("  1. đăng ký danh hiệu thi đua"))
  }

  @Test func showingIsAcknowledgingInTextMode() throws {
    let server = try world.serve(now: "2022-01-11T07:59:58")
    let program = try logIn("ba", on: server)
    let push = try program.nextPush()
    #expect(try program.waiting() == [push.push], "not acknowledged: it waits")

    let terminal = try server.textClient()
    #expect(try terminal.logIn("ba", Self.password).hasPrefix("Chào Trần Văn Ba"))
    #expect(try terminal.line() == "🔔 Nhắc việc:")
    _ = try terminal.linesUntilThanked()
    // The mark is written after the showing; a question on the same connection comes after it.
    try world.until { try program.waiting() == [] }
    let again = try server.textClient()
    #expect(try again.logIn("ba", Self.password).hasPrefix("Chào Trần Văn Ba"))
    #expect(try again.linesUntilThanked() == [])
  }

  @Test func aPushIsAcknowledgedByItsOwnerOnly() throws {
    let server = try world.serve(now: "2022-01-11T08:00:00")
    let hoa = try logIn("hoa", on: server)
    let thu = try logIn("thu", on: server)
    #expect(try thu.say("đăng ký lao động tiên tiến cho Nguyễn Thị Hoa").state == "done")
    let notice = try hoa.nextPush()
    #expect(notice.topic == "registration")
    #expect(notice.text.contains("Lê Thị Thu"))

    let stranger = try thu.acknowledge(notice.push)
    #expect(stranger.code == "wrong_state")
    #expect(try hoa.waiting() == [notice.push])
    #expect(try hoa.acknowledge(notice.push).state == "done")
    #expect(try hoa.acknowledge(notice.push).state == "done", "saying it twice is no mistake")
    #expect(try hoa.waiting() == [])
    let guest = try server.jsonClient()
    #expect(try guest.acknowledge(notice.push).code == "not_logged_in")
  }

  @Test func pushesStandBetweenReplies() throws {
    let server = try world.serve(now: "2022-01-12T09:00:00", configuration: "pending_lines: 4000\n")
    let thu = try logIn("thu", on: server)
    let terminal = try server.textClient()
    _ = try terminal.ask("đăng nhập hoa")
    _ = try terminal.ask(try #require(world.codes["hoa"]))
    _ = try terminal.ask(Self.password)
    #expect(try terminal.ask(Self.password).hasPrefix("Chào Nguyễn Thị Hoa"))
    try terminal.send("trợ giúp")
    let help = try terminal.linesUntilThanked()

    // While Hoa asks 300 times for many lines, the secretary makes 40 changes that concern her.
    try terminal.connection.send(String(repeating: "trợ giúp\n", count: 300))
    for _ in 0..<20 {
      #expect(try thu.say("đăng ký lao động tiên tiến cho Nguyễn Thị Hoa").state == "done")
      #expect(try thu.say("hoàn tác").state == "done")
    }
    let lines = try terminal.linesUntilThanked()
    let withoutPushes = lines.filter { !$0.hasPrefix("🔔 ") }
    #expect(withoutPushes == [[String]](repeating: help, count: 300).flatMap { $0 })
    // No push stands inside an answer: each answer's lines are in one piece.
    let starts = lines.indices.filter { lines[$0] == help[0] }
    #expect(starts.allSatisfy { Array(lines[$0...].prefix(help.count)) == help })
    try world.until { try terminal.linesUntilThanked().isEmpty }
  }

  private static let password = "một mật khẩu riêng"

  private func logIn(_ user: String, on server: RunningServer) throws -> JSONClient {
    let client = try server.jsonClient()
    let code = try #require(world.codes[user])
    #expect(try client.logIn(user, code, new: Self.password).state == "done")
    return client
  }
}
