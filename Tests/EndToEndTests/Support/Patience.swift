import Glibc

/// A limit for waiting. Long, because a loaded machine must not fail a test; what is waited for
/// is always an event.
struct Patience {
  private let deadline: ContinuousClock.Instant

  static let usual = Duration.seconds(30)

  init(_ duration: Duration = usual) {
    deadline = .now + duration
  }

  var left: Duration { max(.zero, deadline - .now) }
  var isOver: Bool { left == .zero }

  /// Milliseconds for `poll`.
  var milliseconds: Int32 {
    let parts = left.components
    return Int32(min(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000 + 1, 600_000))
  }

  /// Waits until `descriptor` is ready; throws once patience is over.
  func wait(for descriptor: Int32, _ events: Int32 = POLLIN) throws(TimedOut) {
    var wanted = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while poll(&wanted, 1, milliseconds) <= 0 {
      if isOver { throw TimedOut() }
    }
  }
}

struct TimedOut: Error, CustomStringConvertible {
  var description: String { "waited too long" }
}
