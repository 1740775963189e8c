import Glibc
import Synchronization

/// Values from other threads in their order; a test waits for them instead of sleeping.
final class EventLog<Event: Sendable & Equatable>: Sendable {
  private struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  private let events = Mutex<[Event]>([])
  private let ring: (read: Int32, write: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    ring = (ends[0], ends[1])
  }

  deinit {
    close(ring.read)
    close(ring.write)
  }

  var all: [Event] { events.withLock { $0 } }

  func add(_ event: Event) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 0
    write(ring.write, &byte, 1)
  }

  /// Waits, up to ten seconds, until `condition` holds for all that happened so far.
  func wait(until condition: ([Event]) -> Bool) throws {
    while !condition(all) {
      var wanted = pollfd(fd: ring.read, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 10_000) == 1 else {
        throw TimedOut(description: "waited in vain; so far: \(all)")
      }
      var bytes = [UInt8](repeating: 0, count: 256)
      read(ring.read, &bytes, bytes.count)
    }
  }

  func wait(for event: Event) throws {
    try wait { $0.contains(event) }
  }
}
