import Glibc
import Testing

@testable import SecureSockets

@Suite struct AcceptorTests {
  @Test(arguments: [1, 2, 3])
  func connectionsAreDealtOutEvenly(loops: Int) throws {
    let server = try EchoServer(loops: loops)
    let clients = try (0..<loops * 4).map { _ in try server.connect() }
    for number in clients.indices { _ = try server.accepted(number) }
    let perLoop = Dictionary(grouping: server.events.all.accepted, by: \.loop)
    #expect(perLoop.count == loops)
    #expect(perLoop.values.allSatisfy { $0.count == 4 })
  }

  @Test func theLoopThatLostMostGetsTheNext() throws {
    let server = try EchoServer(loops: 2)
    var clients = try (0..<6).map { _ in try server.connect() }
    for number in clients.indices { _ = try server.accepted(number) }
    let emptied = try server.accepted(0).loop
    for id in server.events.all.accepted where id.loop == emptied { server.tell(id, .close) }
    try server.events.wait { $0.filter { $0 == .closed(.requested) }.count == 3 }
    clients += try (0..<3).map { _ in try server.connect() }
    _ = try server.accepted(8)
    #expect(server.events.all.accepted.suffix(3).allSatisfy { $0.loop == emptied })
    withExtendedLifetime(clients) {}
  }

  /// In a process of its own, since the limit is the process's.
  @Test func withoutDescriptorsClientsAreTurnedAwayAndTheLoopDoesNotSpin() async {
    await #expect(processExitsWith: .success) {
      let server = try EchoServer()
      let inside = try server.connect()
      let waiting = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var limit = rlimit(rlim_cur: 128, rlim_max: 1024)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      while dup(waiting) >= 0 {}

      let status = server.listener.address.withSockaddr { connect(waiting, $0, $1) }
      try #require(status == 0)
      var byte: UInt8 = 0
      #expect(read(waiting, &byte, 1) <= 0)
      // The loop counts before it answers the next.
      try inside.send("vẫn chạy\n")
      #expect(try inside.receive() == Array("vẫn chạy\n".utf8))
      #expect(server.listener.counts.withoutDescriptor == 1)
      #expect(server.listener.counts.accepted == 1)

      limit.rlim_cur = 1024
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      let next = try server.connect()
      try next.send("lại được\n")
      #expect(try next.receive() == Array("lại được\n".utf8))
      #expect(server.listener.counts.withoutDescriptor == 1)
    }
  }
}
