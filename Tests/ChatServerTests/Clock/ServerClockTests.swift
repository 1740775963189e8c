import CivilTime
import Testing

@testable import ChatServer

@Suite struct ServerClockTests {
  private let start = Instant(milliseconds: 1_641_517_190_000)

  @Test func onlyTheRealClockGoesUnmentioned() {
    #expect(!ServerClock().isSimulated)
    #expect(ServerClock(startingAt: start).isSimulated)
    #expect(ServerClock(speed: 2).isSimulated)
  }

  @Test func itBeginsWhereItIsTold() {
    let clock = ServerClock(startingAt: start)
    let now = clock.now()
    #expect(now >= start)
    // Even on a loaded machine no hour has passed between two lines.
    #expect(now < start.adding(milliseconds: 3_600_000))
  }

  @Test func aFastClockOvertakesASlowOne() {
    let fast = ServerClock(startingAt: start, speed: 1_000_000)
    let slow = ServerClock(startingAt: start)
    while fast.now() == start {}
    #expect(fast.now().milliseconds - start.milliseconds >= 1_000_000)
    #expect(fast.now() > slow.now())
  }

  @Test(arguments: [(1, 60_000), (60, 1_000), (1_000, 60), (7, 8_572)])
  func waitingIsInRealTimeAndRoundedUp(speed: Int, atMost: Int) {
    let clock = ServerClock(startingAt: start, speed: speed)
    let wait = clock.realTime(until: start.adding(milliseconds: 60_000))
    #expect(wait <= .milliseconds(atMost))
    // No hour has passed here either; so there is something left to wait for at speed 1.
    if speed == 1 { #expect(wait > .zero) }
  }

  @Test func whatIsPastNeedsNoWaiting() {
    let clock = ServerClock(startingAt: start)
    #expect(clock.realTime(until: start) == .zero)
    #expect(clock.realTime(until: start.adding(milliseconds: -1)) == .zero)
  }

  @Test func whoeverWaitedSoLongFindsItShown() {
    let clock = ServerClock(startingAt: start, speed: 333)
    let goal = start.adding(milliseconds: 1_000)
    let wait = clock.realTime(until: goal)
    let begin = ContinuousClock.now
    while ContinuousClock.now - begin < wait + .milliseconds(2) {}
    #expect(clock.now() >= goal)
  }

  @Test(arguments: [0, -5])
  func itNeverStandsStill(speed: Int) {
    let clock = ServerClock(startingAt: start, speed: speed)
    #expect(clock.realTime(until: start.adding(milliseconds: 1_000)) <= .seconds(1))
  }
}
