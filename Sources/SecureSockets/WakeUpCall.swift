import CLinux
import Glibc

/// An eventfd: any thread rings, the loop that sleeps on its descriptor wakes.
final class WakeUpCall: Sendable {
  let descriptor: Int32

  init() throws(SocketError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard descriptor >= 0 else { throw SocketError("eventfd") }
  }

  deinit { close(descriptor) }

  /// About one microsecond if the other thread sleeps. Cannot fail: a full counter rings already.
  func ring() {
    eventfd_write(descriptor, 1)
  }

  /// Forgets all rings up to now. To be called before what they announced is looked at.
  func silence() {
    var count: eventfd_t = 0
    eventfd_read(descriptor, &count)
  }
}
