package import CivilTime
import Glibc

/// The only reader of the wall clock. It can be started at another instant (`--now`) and run
/// faster (`--speed`): campaigns of the past are demonstrated and tested in their own time.
package struct ServerClock: Sendable {
  private let realStart: Int64
  private let start: Instant
  private let speed: Int64
  /// Whether the time shown is not the real one; every greeting then says so.
  package let isSimulated: Bool

  /// - Parameter speed: how many times as fast as real time; at least 1.
  package init(startingAt start: Instant? = nil, speed: Int = 1) {
    realStart = ServerClock.realMilliseconds()
    self.start = start ?? Instant(milliseconds: realStart)
    self.speed = Int64(max(1, speed))
    isSimulated = start != nil || speed > 1
  }

  package func now() -> Instant {
    start.adding(milliseconds: (ServerClock.realMilliseconds() - realStart) * speed)
  }

  /// How long, in real time, until the clock shows `instant`; zero if it does already. Rounded up,
  /// so that whoever waits so long finds it shown.
  package func realTime(until instant: Instant) -> Duration {
    let left = max(0, instant.milliseconds - now().milliseconds)
    return .milliseconds((left + speed - 1) / speed)
  }

  private static func realMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
