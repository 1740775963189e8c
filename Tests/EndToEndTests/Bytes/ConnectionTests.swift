import Testing
import Wire

/// Connections that are no conversations, and limits.
@Suite struct ConnectionTests {
  let world: World

  init() throws { world = try World() }

  @Test func strangersAtTheDoor() throws {
    let server = try world.serve(
      now: "2022-01-10T09:00:00", configuration: "handshake_seconds: 1\n")
    let browser = try RawSocket(port: server.port)
    try browser.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let silent = try RawSocket(port: server.port)
    let half = try RawSocket(port: server.port)
    // The beginning of a TLS record that never goes on.
    try half.send([0x16, 0x03, 0x01, 0x02])
    let gone = try RawSocket(port: server.port)
    gone.reset()

    let person = try server.textClient()
    #expect(try person.ask("cảm ơn") == "Dạ, không có gì ạ.", "nobody waits for strangers")
    #expect(!(try browser.restUntilClosed()).contains(0x58), "no greeting in plain text")
    #expect(try silent.restUntilClosed() == [])
    #expect(try half.restUntilClosed().count < 16)
    #expect(try person.ask("cảm ơn") == "Dạ, không có gì ạ.")
    #expect(try server.stop() == 0)
  }

  @Test func aSilentGuestIsSentAway() throws {
    let server = try world.serve(
      now: "2022-01-10T09:00:00", configuration: "guest_idle_seconds: 1\n")
    let guest = try server.textClient()
    let program = try server.jsonClient()
    _ = try program.say("cảm ơn")
    #expect(try guest.line().hasPrefix("Đã lâu không có tin nhắn"))
    #expect(try guest.connection.endsHere())
    #expect(try program.nextReply().code == "idle")
    #expect(try program.connection.endsHere())
  }

  @Test func oneTooManyIsToldSo() throws {
    let server = try world.serve(
      now: "2022-01-10T09:00:00", configuration: "maximum_connections: 2\n")
    var first: TextClient? = try server.textClient()
    let second = try server.textClient()
    let third = try server.textClient()
    #expect(third.greeting.hasPrefix("Hệ thống đang quá tải kết nối"))
    #expect(try third.connection.endsHere())
    #expect(try second.ask("cảm ơn") == "Dạ, không có gì ạ.")
    #expect(first?.greeting.hasPrefix("Xin chào!") == true)
    first = nil
    try world.until { try server.textClient().greeting.hasPrefix("Xin chào!") }
  }

  @Test(arguments: [TLSVersion.tls12, .tls13])
  func bothVersionsOfTLS(version: TLSVersion) throws {
    let office = try Office.open()
    let connection = try LineConnection(port: office.port, atMost: version)
    #expect(try connection.needLine().hasPrefix("Xin chào!"))
    try connection.send("cảm ơn\n")
    #expect(try connection.needLine() == "Dạ, không có gì ạ.")
    #expect(connection.version == (version == .tls12 ? "TLSv1.2" : "TLSv1.3"))
  }
}
