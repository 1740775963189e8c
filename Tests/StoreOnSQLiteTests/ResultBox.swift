import CampaignStore
import Glibc
import Synchronization

/// A sink that keeps what it is given and lets a test wait for a number of deliveries.
final class ResultBox<Outcome: Sendable>: OutcomeSink {
  /// One element for each call of `deliver`.
  private let parcels = Mutex<[[Delivery<Outcome>]]>([])
  private let arrived = Semaphore()

  func deliver(_ deliveries: [Delivery<Outcome>]) {
    parcels.withLock { $0.append(deliveries) }
    for _ in deliveries { arrived.post() }
  }

  /// The deliveries of each call so far.
  var delivered: [[Delivery<Outcome>]] { parcels.withLock { $0 } }

  /// Waits for `count` deliveries more than were waited for before; then all there are, in order.
  func wait(for count: Int) -> [Delivery<Outcome>] {
    for _ in 0..<count { arrived.wait() }
    return delivered.flatMap { $0 }
  }
}

/// A POSIX semaphore at a fixed address.
final class Semaphore: @unchecked Sendable {
  // Safe because a semaphore is made for use from several threads.
  private let pointer = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(pointer, 0, 0) }

  deinit {
    sem_destroy(pointer)
    pointer.deallocate()
  }

  func post() { sem_post(pointer) }

  func wait() { while sem_wait(pointer) != 0 {} }
}
