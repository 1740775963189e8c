import Glibc

/// A thread of the operating system that runs one closure and is then joined.
///
/// It takes no signals: they belong to the program's main thread.
struct WriterThread: Sendable {
  private let thread: pthread_t

  /// Throws kind `other` with the operating system's error number if no thread can be started.
  init(_ body: sending @escaping () -> Void) throws(StoreError) {
    let start = Unmanaged.passRetained(ThreadStart(body: body))
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, runThread, start.toOpaque())
    guard failure == 0 else {
      start.release()
      throw StoreError(.open, .other, code: Int(failure), detail: "no thread for the writer")
    }
    self.thread = thread
  }

  /// Waits until the closure has returned. Once only, and never on the thread itself.
  func join() {
    pthread_join(thread, nil)
  }

  /// Instead of `join`, for an end on the thread itself.
  func detach() {
    pthread_detach(thread)
  }

  var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }
}

private final class ThreadStart {
  let body: () -> Void

  init(body: @escaping () -> Void) {
    self.body = body
  }
}

// A function of the file, not a closure: it is called on a thread that no actor knows.
private func runThread(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let start else { return nil }
  var signals = sigset_t()
  sigfillset(&signals)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
  let work = Unmanaged<ThreadStart>.fromOpaque(start).takeRetainedValue()
  work.body()
  return nil
}
