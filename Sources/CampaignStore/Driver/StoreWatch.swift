import Dispatch

/// Tells a thread that another program may have changed the store, so that it need not ask again and
/// again.
package protocol StoreWatch: Sendable {
  /// Returns once another program has changed the store and closed it, or after `ring`; what
  /// happened since the last call ends the wait at once. It may return without need. For one thread.
  func wait()

  /// From any thread: ends the wait that is under way, or the next one. For changes of this
  /// program's own, which no watch sees.
  func ring()
}

/// For stores that cannot tell: every wait is over after 10 ms.
package final class PollingWatch: StoreWatch {
  private let rung = DispatchSemaphore(value: 0)

  package init() {}

  package func wait() {
    _ = rung.wait(timeout: .now() + .milliseconds(10))
  }

  package func ring() {
    rung.signal()
  }
}
