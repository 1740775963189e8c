package import CivilTime

/// A clock that stands until it is moved.
package struct HandClock: Sendable {
  package var now: Instant

  package init(_ now: Instant) {
    self.now = now
  }

  package mutating func advance(seconds: Int64) {
    now = now.adding(milliseconds: seconds * 1000)
  }

  package mutating func advance(days: Int64) {
    advance(seconds: days * 86_400)
  }
}
