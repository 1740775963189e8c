import Glibc
import Testing
import Wire

/// SIGTERM: what is open is answered, everybody is told, and the program ends with 0.
@Suite struct StopTests {
  @Test func whatIsOpenIsAnswered() throws {
    let world = try World(people: [Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã")])
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let idle = try server.textClient()
    let client = try server.jsonClient()
    let code = try #require(world.codes["hoa"])
    // Read together with the login: once it is answered, the login is open.
    try client.connection.send(
      """
      {"id":1,"text":"cảm ơn"}
      {"id":2,"login":{"user":"hoa","password":"\(code)","new_password":"mật khẩu riêng"}}
      {"id":3,"text":"đăng ký lao động tiên tiến cho tôi"}
      {"id":4,"text":"hồ sơ của tôi"}

      """)
    #expect(try client.nextReply().json["id"] == 1)
    server.process.signal(SIGTERM)
    #expect(try client.nextReply().state == "done")
    let registered = try client.nextReply()
    #expect(registered.json["id"] == 3)
    #expect(registered.receipt != nil)
    #expect(try client.nextReply().honours == ["LDTT"])
    #expect(try client.nextReply().code == "shutting_down")
    #expect(try client.connection.endsHere())
    #expect(try idle.line().hasPrefix("Hệ thống dừng để bảo trì"))
    #expect(try idle.connection.endsHere())
    #expect(try server.process.ended() == 0)
    #expect(throws: (any Error).self) { try TextClient(port: server.port) }

    // What was answered is there.
    let next = try world.serve(now: "2022-01-10T09:05:00")
    let again = try next.jsonClient()
    #expect(try again.logIn("hoa", "mật khẩu riêng").state == "done")
    #expect(try again.say("hồ sơ của tôi").honours == ["LDTT"])
    #expect(try next.stop() == 0)
  }

  @Test func theKeyboardStopsItToo() throws {
    let world = try World()
    let server = try world.serve()
    let guest = try server.textClient()
    #expect(!guest.greeting.contains("mô phỏng"), "the real clock needs no words")
    server.process.signal(SIGINT)
    server.process.signal(SIGTERM)
    #expect(try guest.line().hasPrefix("Hệ thống dừng"))
    #expect(try server.process.ended() == 0)
  }
}
