import Glibc

/// A moment on the clock that nobody sets: nanoseconds since the machine started.
///
/// Deadlines are told on it, so that neither a corrected wall clock nor `--now` moves them.
package struct MonotonicTime: Hashable, Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Later than every other moment: a deadline that does not come.
  package static let never = MonotonicTime(nanoseconds: .max)

  /// Reads the clock (about 20 ns). On a loop `EventLoop.now` is cheaper and the same all turn.
  package static func current() -> MonotonicTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// Held at `never` where the sum would be later. What is added at every message is better
  /// kept as `wholeNanoseconds`: Duration's 128 bits cost fifty times the addition.
  package static func + (moment: MonotonicTime, span: Duration) -> MonotonicTime {
    moment.adding(nanoseconds: span.wholeNanoseconds)
  }

  /// Held at `never` where the sum would be later.
  package func adding(nanoseconds more: Int64) -> MonotonicTime {
    let (sum, overflows) = nanoseconds.addingReportingOverflow(more)
    guard overflows else { return MonotonicTime(nanoseconds: sum) }
    return more < 0 ? MonotonicTime(nanoseconds: .min) : .never
  }

  package static func < (one: MonotonicTime, other: MonotonicTime) -> Bool {
    one.nanoseconds < other.nanoseconds
  }

  /// Whole milliseconds until `other`, rounded up so that a wait never ends too early; 0 if it
  /// has passed, -1 (as `poll` and `epoll_wait` want it) if it is `never`.
  func pollTimeout(until other: MonotonicTime) -> Int32 {
    guard other != .never else { return -1 }
    guard other > self else { return 0 }
    return Int32(clamping: (other.nanoseconds - nanoseconds - 1) / 1_000_000 + 1)
  }
}

extension Duration {
  /// Without the fraction of a nanosecond; held at what 64 bits can say, 292 years.
  package var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflows else { return seconds < 0 ? .min : .max }
    let (sum, overflowsToo) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    return overflowsToo ? (seconds < 0 ? .min : .max) : sum
  }
}
