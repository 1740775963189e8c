import Actions
import Dispatch
import Synchronization

/// Verifies passwords off the loops, a few at a time, and one attempt per name at a time: guesses
/// sent at once through many connections do not outrun the count of failures.
final class PasswordThreads: Sendable {
  private let queues: [DispatchQueue]
  private let state = Mutex(State())

  private struct State {
    var next = 0
    var waiting = 0
    var names: Set<String> = []
  }

  /// More attempts than this at once are turned away.
  private static let mostWaiting = 4096

  init(_ count: Int) {
    queues = (0..<max(1, count)).map { DispatchQueue(label: "password-\($0)") }
  }

  /// False if another attempt for that name is under way, or too many are: then `done` is not
  /// called. Otherwise `done` is called on a thread of this pool.
  ///
  /// The name stays taken until `release`.
  func verify(
    _ attempt: LoginAttempt, done: @escaping @Sendable (LoginVerdict) -> Void
  ) -> Bool {
    let queue = state.withLock { state -> DispatchQueue? in
      guard state.waiting < Self.mostWaiting,
        state.names.insert(attempt.username).inserted
      else { return nil }
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

  /// What came of the attempt is written: the next one for that name may begin.
  func release(_ username: String) {
    state.withLock { _ = $0.names.remove(username) }
  }
}
