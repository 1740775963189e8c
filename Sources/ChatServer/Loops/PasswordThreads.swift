import Actions
import Dispatch
import Synchronization

/// Verifies passwords off the loops, a few at a time: each takes 32 MB and a tenth of a second.
///
/// Guesses sent at once through many connections gain nothing: what is verified counts only after
/// a look at the failures recorded by then (`AccountDesk.conclude`).
final class PasswordThreads: Sendable {
  private let queues: [DispatchQueue]
  private let state = Mutex(State())

  private struct State {
    var next = 0
    var waiting = 0
  }

  /// More attempts than this at once are turned away.
  private static let mostWaiting = 4096

  init(_ count: Int) {
    queues = (0..<max(1, count)).map { DispatchQueue(label: "password-\($0)") }
  }

  /// False if too many are waiting: then `done` is not called. Otherwise it is called on a thread
  /// of this pool.
  func verify(
    _ attempt: LoginAttempt, done: @escaping @Sendable (LoginVerdict) -> Void
  ) -> Bool {
    let queue = state.withLock { state -> DispatchQueue? in
      guard state.waiting < Self.mostWaiting else { return nil }
      state.waiting += 1
      state.next = (state.next + 1) % queues.count
      return queues[state.next]
    }
    guard let queue else { return false }
    queue.async { [self] in
      let verdict = attempt.verify()
      state.withLock { $0.waiting -= 1 }
      done(verdict)
    }
    return true
  }
}
