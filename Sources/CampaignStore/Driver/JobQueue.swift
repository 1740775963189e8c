import Glibc

/// A bounded queue from many threads to one, which sleeps while it is empty.
///
/// The bound counts what is waiting and what was taken and not yet `finished`.
final class JobQueue<Job: Sendable>: @unchecked Sendable {
  // Safe because everything that changes is touched between `lock` and `unlock` only. The mutex
  // and the condition live at fixed addresses, as pthreads demands, until the last reference goes.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let limit: Int
  private var waiting: [Job] = []
  private var outstanding = 0
  private var consumerSleeps = false
  private var isClosed = false

  init(limit: Int) {
    self.limit = limit
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func put(_ job: Job) -> Submission {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if isClosed { return .stopped }
    if outstanding >= limit { return .full }
    outstanding += 1
    waiting.append(job)
    // Waking costs a system call, so only a sleeper is woken.
    if consumerSleeps {
      consumerSleeps = false
      pthread_cond_signal(condition)
    }
    return .accepted
  }

  /// Takes all that is waiting in exchange for the empty `taken`, whose storage is used again.
  /// Sleeps while there is nothing; false once the queue is closed and empty.
  func exchange(_ taken: inout [Job]) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty && !isClosed {
      consumerSleeps = true
      pthread_cond_wait(condition, mutex)
    }
    swap(&waiting, &taken)
    return !taken.isEmpty
  }

  /// Makes room for as many more.
  func finished(_ count: Int) {
    pthread_mutex_lock(mutex)
    outstanding -= count
    pthread_mutex_unlock(mutex)
  }

  /// Lets nothing more in; what is waiting can still be taken.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }
}

/// What became of a job handed in.
package enum Submission: Sendable {
  /// Its result will be delivered, exactly once.
  case accepted
  /// Too many are waiting; nothing will be delivered. The person is told "unavailable".
  case full
  /// The writer has stopped; nothing will be delivered.
  case stopped
}
