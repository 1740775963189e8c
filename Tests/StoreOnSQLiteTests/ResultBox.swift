import CampaignStore
import Glibc
import Synchronization

/// A sink that keeps what it is given and lets a test wait for a number of deliveries.
final class ResultBox<Outcome: Sendable>: OutcomeSink {
  /// One element for each call of `deliver`.
  private let parcels = Mutex<[[Delivery<Outcome>]]>([])
  private let arrived = Counter()

  func deliver(_ deliveries: [Delivery<Outcome>]) {
    parcels.withLock { $0.append(deliveries) }
    arrived.add(deliveries.count)
  }

  /// The deliveries of each call, once there are `count` in all.
  func parcels(afterDeliveries count: Int) -> [[Delivery<Outcome>]] {
    arrived.wait(for: count)
    return parcels.withLock { $0 }
  }

  /// All deliveries in order, once there are `count`.
  func deliveries(_ count: Int) -> [Delivery<Outcome>] {
    parcels(afterDeliveries: count).flatMap { $0 }
  }
}

/// A number that grows, and threads that wait for it.
final class Counter: Sendable {
  private let semaphore = Semaphore()

  func add(_ count: Int) {
    for _ in 0..<count { semaphore.post() }
  }

  /// Takes `count` away once they are there.
  func wait(for count: Int) {
    for _ in 0..<count { semaphore.wait() }
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
