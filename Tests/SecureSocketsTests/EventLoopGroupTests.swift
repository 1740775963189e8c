import Testing

@testable import SecureSockets

@Suite struct EventLoopGroupTests {
  private struct NoStore: Error {}

  @Test func whatTheHandlersMakerThrowsComesBack() throws {
    let group = try EventLoopGroup<EchoMessage>(loops: 3)
    let log = EventLog<EchoEvent>()
    #expect(throws: NoStore.self) {
      try group.start { loop in
        if loop.index == 1 { throw NoStore() }
        return EchoLoop(loop, log, idle: nil)
      }
    }
    // Nobody is left who would take it.
    #expect(group.mailboxes.map { $0.put(.drain) } == [false, true, true])
  }

  @Test func eachLoopHasItsIndexAndThread() throws {
    let group = try EventLoopGroup<ScriptedLoop.Step>(loops: 3)
    defer {
      group.end()
      group.join()
    }
    let indices = EventLog<Int>()
    try group.start { loop in
      indices.add(loop.index)
      return IdleLoop()
    }
    #expect(indices.all == [0, 1, 2])
  }

  private final class IdleLoop: LoopHandler {
    func accepted(_ connection: TLSConnection) -> any ConnectionHandler {
      fatalError("has no listener")
    }
    func received(_ messages: [ScriptedLoop.Step]) {}
  }
}
