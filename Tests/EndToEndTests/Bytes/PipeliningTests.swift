import Testing
import Wire

/// Requests sent without waiting: answered once each, in order.
@Suite struct PipeliningTests {
  private func line(_ id: Int, _ text: String) -> String {
    "{\"id\":\(id),\"text\":\"\(text)\"}\n"
  }

  @Test func aThousandLinesInOneWrite() throws {
    let world = try World(people: [Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã")])
    let server = try world.serve(now: "2022-01-10T09:00:00", configuration: "pending_lines: 2000\n")
    let hoa = try server.jsonClient()
    _ = try hoa.logIn("hoa", try #require(world.codes["hoa"]), new: "mật khẩu của Hoa")

    // Five kinds of lines in turn; every round registers and takes it back.
    let kinds: [(sent: (Int) -> String, wanted: String)] = [
      ({ line($0, "đăng ký lao động tiên tiến cho tôi") }, "done"),
      ({ line($0, "hồ sơ của tôi") }, "done"),
      ({ "{\"id\":\($0),\"ack\":\"p-0\"}\n" }, "refused"),
      ({ line($0, "hoàn tác") }, "done"),
      ({ "{\"id\":\($0)}\n" }, "error"),
    ]
    let lines = (0..<1000).map { kinds[$0 % kinds.count].sent($0) }
    try hoa.connection.send(lines.joined())
    var honours: [[String]] = []
    for id in 0..<1000 {
      let reply = try hoa.nextReply()
      #expect(reply.json["id"] == .integer(Int64(id)))
      let state = reply.kind == "error" ? "error" : reply.state
      #expect(state == kinds[id % kinds.count].wanted, "\(reply)")
      if reply.intent == "status.mine" { honours.append(reply.honours) }
      if state != kinds[id % kinds.count].wanted { break }
    }
    #expect(honours.allSatisfy { $0 == ["LDTT"] }, "a question sees the change before it")
    #expect(try hoa.say("cảm ơn").state == "done", "nothing is left over")
    #expect(try server.stop() == 0)
  }

  @Test func tooManyWaitingLinesAreNotReadButAnswered() throws {
    let office = try Office.open()
    let client = try office.jsonClient()
    // A login takes its time; 256 lines may wait for it.
    let login: JSONValue = [
      "id": -1,
      "login": [
        "user": .string(office.name(of: .held)), "password": .string(try office.code(of: .held)),
        "new_password": .string(Office.password),
      ],
    ]
    let lines = (0..<600).map { line($0, "cảm ơn") }
    try client.connection.send(login.description + "\n" + lines.joined())
    let first = try client.nextReply()
    #expect(first.json["id"] == -1)
    #expect(first.state == "done")
    let rest = try (0..<600).map { _ in try client.nextReply() }
    let answered = rest.filter { $0.kind == "reply" }
    #expect(answered.map { $0.json["id"]?.integerValue } == (0..<256).map { Int64($0) })
    #expect(rest.dropFirst(256).allSatisfy { $0.kind == "error" && $0.code == "too_many_pending" })
    #expect(try client.say("cảm ơn").state == "done")
  }

  @Test func halfALineChangesNothing() throws {
    let office = try Office.open()
    let client = try office.jsonClient(as: .half)
    try client.connection.send("{\"id\":1,\"text\":\"đăng ký lao động tiên tiến cho tôi\"}")
    client.connection.cut()
    let again = try office.jsonClient(again: .half)
    #expect(try again.say("hồ sơ của tôi").honours == [])
  }

  @Test func whoSaysGoodbyeIsStillAnswered() throws {
    let office = try Office.open()
    let client = try office.jsonClient(as: .ended)
    try client.connection.send(
      line(1, "đăng ký lao động tiên tiến cho tôi") + line(2, "hồ sơ của tôi"))
    client.connection.endSending()
    #expect(try client.nextReply().receipt != nil)
    #expect(try client.nextReply().honours == ["LDTT"])
    #expect(try client.connection.endsHere())
  }
}
