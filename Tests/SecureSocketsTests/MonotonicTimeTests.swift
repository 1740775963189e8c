import Testing

@testable import SecureSockets

@Suite struct MonotonicTimeTests {
  @Test(
    arguments: [
      (0, Duration.seconds(2), 2_000_000_000),
      (5, .nanoseconds(7), 12),
      (5, .milliseconds(-1), 5 - 1_000_000),
      (1, .seconds(Int64.max), .max),
      (.max - 1, .seconds(1), .max),
      (0, .seconds(Int64.min), .min),
    ] as [(Int64, Duration, Int64)])
  func addition(moment: Int64, span: Duration, expected: Int64) {
    #expect((MonotonicTime(nanoseconds: moment) + span).nanoseconds == expected)
  }

  @Test(
    arguments: [
      (0, 0, 0), (5, 4, 0), (0, 1, 1), (0, 1_000_000, 1), (0, 1_000_001, 2),
      (0, Int64.max, -1), (0, Int64.max - 1, Int32.max),
    ] as [(Int64, Int64, Int32)])
  func aWaitIsNeverTooShort(now: Int64, due: Int64, milliseconds: Int32) {
    let timeout = MonotonicTime(nanoseconds: now).pollTimeout(until: .init(nanoseconds: due))
    #expect(timeout == milliseconds)
  }

  @Test func theClockDoesNotGoBack() {
    let before = MonotonicTime.current()
    #expect(before <= MonotonicTime.current())
  }
}
