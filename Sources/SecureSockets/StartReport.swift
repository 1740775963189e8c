import Glibc
import Synchronization

/// How a thread tells the one who started it that it stands, or why not.
final class StartReport: Sendable {
  private let outcome = Mutex<Result<Void, any Error>?>(nil)
  private let told: WakeUpCall

  init() throws(SocketError) {
    told = try WakeUpCall()
  }

  func succeeded() {
    tell(.success(()))
  }

  func failed(_ error: any Error) {
    tell(.failure(error))
  }

  /// Blocks until it was told.
  func wait() throws {
    var wanted = pollfd(fd: told.descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&wanted, 1, -1) < 1 {}
    try outcome.withLock { $0 }?.get()
  }

  private func tell(_ result: Result<Void, any Error>) {
    outcome.withLock { $0 = result }
    told.ring()
  }
}
