import CivilTime
import Testing

@testable import ChatServer

@Suite struct ServerClockTests {
  private let start = Instant(milliseconds: 1_641_517_190_000)

  @Test func theRealClockSaysNothing() {
    #expect(!ServerClock().isSimulated)
    #expect(ServerClock(startingAt: start).isSimulated)
    #expect(ServerClock(speed: 2).isSimulated)
  }
}
