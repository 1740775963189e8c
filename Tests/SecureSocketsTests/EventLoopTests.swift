import Testing

@testable import SecureSockets

@Suite struct EventLoopTests {
  @Test func timersComeInTheOrderOfTheirMoments() throws {
    let script = try ScriptedLoop()
    script.run { loop, log in
      for delay in [20, 5, 10, 0] {
        loop.wake(at: loop.now + .milliseconds(delay)) { log.add("\(delay)") }
      }
    }
    try script.log.wait { $0.count == 4 }
    #expect(script.log.all == ["0", "5", "10", "20"])
  }

  @Test func aCancelledTimerDoesNotCome() throws {
    let script = try ScriptedLoop()
    script.run { loop, log in
      let cancelled = loop.wake(at: loop.now + .milliseconds(1)) { log.add("cancelled") }
      loop.wake(at: loop.now + .milliseconds(5)) { log.add("kept") }
      loop.cancel(cancelled)
      loop.cancel(cancelled)
    }
    try script.log.wait(for: "kept")
    #expect(script.log.all == ["kept"])
  }

  @Test func aTimerMaySetTheNext() throws {
    let script = try ScriptedLoop()
    script.run { loop, log in
      loop.wake(at: loop.now) {
        log.add("first")
        loop.wake(at: loop.now + .milliseconds(1)) { log.add("second") }
      }
    }
    try script.log.wait(for: "second")
  }

  @Test func aBatchOfMessagesIsOneTurn() throws {
    let script = try ScriptedLoop()
    script.log.add("begin")
    script.group.mailboxes[0].put(contentsOf: [
      { _, log in log.add("one") }, { _, log in log.add("two") },
    ])
    try script.log.wait(for: "turn ended")
    #expect(script.log.all == ["begin", "one", "two", "turn ended"])
  }

  @Test func aDeadlineMovedLaterDoesNotComeEarly() throws {
    let server = try EchoServer()
    let client = try server.connect()
    let id = try server.accepted()
    server.tell(id, .deadlines([.milliseconds(10), .seconds(3600)]))
    let other = try server.connect()
    server.tell(try server.accepted(1), .deadlines([.seconds(3600), .milliseconds(60)]))
    #expect(try other.receive() == Array("idle\n".utf8))
    server.tell(id, .say(["not idle\n"]))
    #expect(try client.receive() == Array("not idle\n".utf8))
  }

  @Test func signalsComeToTheFirstLoop() throws {
    let server = try EchoServer(loops: 2, signals: [.hangUp, .terminate])
    server.group.mailboxes[0].put(.raise(.hangUp))
    try server.events.wait(for: .signalled(.hangUp))
    server.group.mailboxes[0].put(.raise(.terminate))
    try server.events.wait(for: .signalled(.terminate))
  }

  @Test func drainingAnswersClosesAndEnds() throws {
    let server = try EchoServer(loops: 2)
    let clients = try (0..<4).map { _ in try server.connect() }
    for number in clients.indices {
      let id = try server.accepted(number)
      server.tell(id, .say(["last words\n"]))
    }
    let silent = try RawClient(server.listener.address)
    server.listener.stopAccepting()
    for mailbox in server.group.mailboxes { mailbox.put(.drain) }
    for client in clients {
      #expect(try client.receive() == Array("last words\n".utf8))
      #expect(try client.receive() == [])
      client.close()
    }
    #expect(try silent.receiveAll() == [])
    server.group.join()
    #expect(server.listener.counts.open == 0)
    #expect(!server.group.mailboxes[0].put(.drain))
  }

  @Test func whoeverIsLeftWhenTheLoopEndsIsTold() throws {
    let server = try EchoServer()
    let client = try server.connect()
    _ = try server.accepted()
    server.group.end()
    server.group.join()
    #expect(server.events.all.last == .closed(.loopEnded))
    #expect(try client.receive() == [])
    #expect(server.listener.counts.open == 0)
  }
}
