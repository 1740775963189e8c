import CampaignStore
import Dispatch
import Glibc
import SecureSockets
import Synchronization

/// Keeps the loops' knowledge fresh, on a thread of its own: other programs change the store
/// (`people import`, `account lock`), and files of `intents/` change with SIGHUP.
///
/// It sleeps until the store's watch wakes it, asks whether anything was committed, which costs a few
/// microseconds, and reads the directory only if its version grew.
final class Caretaker: Sendable {
  private let thread = Mutex<LoopThread?>(nil)
  private let isStopped = Mutex(false)
  private let reloadRequested = Mutex(false)
  private let watch: any StoreWatch

  /// Between two looks, in microseconds: what busy loops commit is looked at together.
  private static let rest: UInt32 = 10_000

  init(_ watch: any StoreWatch) {
    self.watch = watch
  }

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - refresh: called when the store may have changed.
  ///   - reload: called after `requestReload`.
  func start(
    openSession: @escaping @Sendable () throws -> any ReadingSession,
    refresh: @escaping @Sendable (any ReadingSession) -> Void,
    reload: @escaping @Sendable () -> Void
  ) throws {
    let ready = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    let thread = try LoopThread("caretaker") { [self] in
      do {
        let session = try openSession()
        ready.signal()
        serve(session, refresh, reload)
      } catch {
        failure.withLock { $0 = error }
        ready.signal()
      }
    }
    self.thread.withLock { $0 = thread }
    ready.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// From any thread.
  func requestReload() {
    reloadRequested.withLock { $0 = true }
    watch.ring()
  }

  /// From any thread: this program has committed something that may change the directory.
  func storeChanged() {
    watch.ring()
  }

  /// Returns when the thread has ended.
  func stop() {
    isStopped.withLock { $0 = true }
    watch.ring()
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  private func serve(
    _ session: any ReadingSession, _ refresh: (any ReadingSession) -> Void,
    _ reload: () -> Void
  ) {
    while !isStopped.withLock({ $0 }) {
      let wanted = reloadRequested.withLock { requested in
        defer { requested = false }
        return requested
      }
      if wanted { reload() }
      // A store that cannot be asked now will be asked again in a moment.
      if (try? session.storeChangedSinceLastAsked()) ?? false { refresh(session) }
      usleep(Self.rest)
      watch.wait()
    }
  }
}
