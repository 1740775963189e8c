import Testing

@testable import SecureSockets

@Suite struct TLSConnectionTests {
  @Test(arguments: [TLSContext.Version.tls12, .tls13])
  func bytesComeBack(_ version: TLSContext.Version) throws {
    let server = try EchoServer()
    let client = try server.connect(version)
    #expect(client.tlsVersion == (version == .tls12 ? "TLSv1.2" : "TLSv1.3"))
    try client.send("xin chào\n")
    #expect(try client.receive() == Array("xin chào\n".utf8))
  }

  @Test func oneByteAtATime() throws {
    let server = try EchoServer()
    let client = try server.connect()
    let text = Array("đăng ký lao động tiên tiến\n".utf8)
    var echoed: [UInt8] = []
    for byte in text {
      try client.send([byte])
      echoed += try client.receive()
    }
    #expect(echoed == text)
  }

  @Test func manyRecordsInOneRead() throws {
    let server = try EchoServer()
    let client = try NonBlockingClient(server.listener.address)
    let lines = (0..<2000).map { "dòng \($0)\n" }
    for line in lines { _ = try client.send(Array(line.utf8)[...], patience: .seconds(5)) }
    let all = Array(lines.joined().utf8)
    #expect(try client.receive(exactly: all.count) == all)
  }

  @Test func whatIsSentInOneTurnGoesOutInOneRecord() throws {
    let server = try EchoServer()
    let client = try NonBlockingClient(server.listener.address)
    server.tell(try server.accepted(), .say(["một\n", "", "hai\n", "ba\n"]))
    #expect(try client.receiveRecord() == Array("một\nhai\nba\n".utf8))
  }

  // MARK: Back-pressure

  @Test func megabytesToASlowReader() throws {
    var limits = ConnectionLimits()
    limits.bound = 400_000
    let server = try EchoServer(limits: limits)
    let client = try NonBlockingClient(server.listener.address)
    // More than the kernel keeps for both directions together, which can be 20 MB.
    let pattern = (0..<65_521).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    var all: [UInt8] = []
    for _ in 0..<500 { all.append(contentsOf: pattern) }
    var sent = try client.send(all[...], patience: .milliseconds(200))
    #expect(sent < all.count, "the server should have stopped reading")
    var echoed: [UInt8] = []
    while echoed.count < all.count {
      echoed += try client.receiveRecord()
      sent += try client.send(all[sent...].prefix(16_384), patience: .zero)
    }
    #expect(echoed == all)
    #expect(server.events.all.count == 1, "accepted, and not closed since")
  }

  @Test func aProducerGoesOnWhenDrained() throws {
    let server = try EchoServer()
    let client = try NonBlockingClient(server.listener.address)
    server.tell(try server.accepted(), .stream(8 << 20))
    let all = try client.receive(exactly: 8 << 20)
    #expect(all.count == 8 << 20)
    #expect(all.allSatisfy { $0 == 0x73 })
  }

  @Test func whoDoesNotReadIsClosedAtTheBound() throws {
    var limits = ConnectionLimits()
    limits.bound = 100_000
    let server = try EchoServer(limits: limits)
    let client = try server.connect()
    server.tell(try server.accepted(), .flood(64 << 20))
    try server.events.wait(for: .closed(.outBufferFull))
    withExtendedLifetime(client) {}
  }

  @Test func nothingIsReadWhilePaused() throws {
    let server = try EchoServer()
    let client = try server.connect()
    let id = try server.accepted()
    server.tell(id, .pause)
    server.tell(id, .say(["pausing\n"]))
    #expect(try client.receive() == Array("pausing\n".utf8))
    try client.send("first\n")
    server.tell(id, .say(["second\n"]))
    #expect(try client.receive() == Array("second\n".utf8))
    server.tell(id, .resume)
    #expect(try client.receive() == Array("first\n".utf8))
  }

  @Test func aPausedConnectionNoticesThatThePeerIsGone() throws {
    let server = try EchoServer()
    var client: NonBlockingClient? = try NonBlockingClient(server.listener.address)
    let id = try server.accepted()
    server.tell(id, .pause)
    server.tell(id, .say(["unread\n"]))
    _ = try client?.send(Array("unread\n".utf8)[...], patience: .seconds(1))
    // A socket closed with unread bytes resets the connection.
    client = nil
    try server.events.wait { $0.contains { if case .closed = $0 { true } else { false } } }
  }

  // MARK: Ends

  @Test(arguments: [TLSContext.Version.tls12, .tls13])
  func theAnswerStillComesAfterTheClientSaidGoodbye(_ version: TLSContext.Version) throws {
    let server = try EchoServer()
    let client = try server.connect(version)
    try client.send("tạm biệt\n")
    client.endSending()
    #expect(try client.receive() == Array("tạm biệt\n".utf8))
    #expect(try client.receive() == [])
    try server.events.wait(for: .closed(.peerEnded))
  }

  @Test func closeAfterFlushSendsEverythingAndSaysGoodbye() throws {
    let server = try EchoServer()
    let client = try NonBlockingClient(server.listener.address)
    let id = try server.accepted()
    server.tell(id, .flood(1 << 20))
    server.tell(id, .closeAfterFlush)
    #expect(try client.receive(exactly: 1 << 20).count == 1 << 20)
    #expect(try client.receiveRecord() == [])
    _ = client.session.shutDown()
    try server.events.wait(for: .closed(.requested))
  }

  @Test func lingeringEndsByItself() throws {
    var limits = ConnectionLimits()
    limits.linger = .milliseconds(20)
    let server = try EchoServer(limits: limits)
    let client = try server.connect()
    server.tell(try server.accepted(), .closeAfterFlush)
    try server.events.wait(for: .closed(.requested))
    withExtendedLifetime(client) {}
  }

  @Test func closeComesWithGoodbye() throws {
    let server = try EchoServer()
    let client = try server.connect()
    server.tell(try server.accepted(), .close)
    #expect(try client.receive() == [])
    try server.events.wait(for: .closed(.requested))
  }

  @Test func anEndWithoutGoodbyeIsACut() throws {
    let server = try EchoServer()
    var client: NonBlockingClient? = try NonBlockingClient(server.listener.address)
    server.tell(try server.accepted(), .say(["x"]))
    #expect(try client?.receiveRecord() == [0x78])
    client = nil
    try server.events.wait(for: .closed(.failed(.cutOff)))
  }

  // MARK: Handshake

  @Test func plainHTTPIsRefusedInOpenSSLsWords() throws {
    let server = try EchoServer()
    let client = try RawClient(server.listener.address)
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try client.receiveAll()
    let words = OpenSSLWords(reasons: ["http request"])
    try server.events.wait(for: .refused(.handshakeFailed(.refused(words))))
  }

  @Test func aSilentClientIsCutAtTheHandshakeDeadline() throws {
    var limits = ConnectionLimits()
    limits.handshake = .milliseconds(20)
    let server = try EchoServer(limits: limits)
    let client = try RawClient(server.listener.address)
    #expect(try client.receiveAll() == [])
    try server.events.wait(for: .refused(.handshakeTimedOut))
  }

  @Test func theHandshakeDeadlineEndsWithTheHandshake() throws {
    var limits = ConnectionLimits()
    limits.handshake = .milliseconds(400)
    let server = try EchoServer(limits: limits)
    let client = try server.connect()
    let silent = try RawClient(server.listener.address)
    #expect(try silent.receiveAll() == [])
    try client.send("still here\n")
    #expect(try client.receive() == Array("still here\n".utf8))
  }

  // MARK: Deadlines and names

  @Test func theIdleDeadlineIsTheHandlersToAnswer() throws {
    let server = try EchoServer(idle: .milliseconds(20))
    let client = try server.connect()
    #expect(try client.receive() == Array("idle\n".utf8))
    #expect(try client.receive() == [])
  }

  @Test func aLateMessageDoesNotReachTheNextConnectionInTheSlot() throws {
    let server = try EchoServer()
    let first = try server.connect()
    let old = try server.accepted(0)
    first.close()
    try server.events.wait(for: .closed(.peerEnded))
    let second = try server.connect()
    let new = try server.accepted(1)
    #expect(new.slot == old.slot)
    #expect(new != old)
    server.tell(old, .say(["for the first\n"]))
    try server.events.wait(for: .missing(old))
    server.tell(new, .say(["for the second\n"]))
    #expect(try second.receive() == Array("for the second\n".utf8))
  }

  @Test func aClientMayShowACertificate() throws {
    let server = try EchoServer(clients: .requested)
    let own = try TestCertificate("chị Hoa")
    let identity = try TLSIdentity(certificateFile: own.certificateFile, keyFile: own.keyFile)
    let client = try server.connect(identity: identity)
    server.tell(try server.accepted(0), .describePeer)
    try server.events.wait(for: .peer(own.certificate.fingerprint))
    let nobody = try server.connect()
    server.tell(try server.accepted(1), .describePeer)
    try server.events.wait(for: .peer(nil))
    withExtendedLifetime((client, nobody)) {}
  }
}
