import CampaignStore
import Glibc

/// Watches the store's folder by inotify, which costs nothing while nothing happens.
///
/// It waits for a file that was open for writing to be closed: a program that changes the store
/// (`people import`, `account lock`) closes its log after the commit, also when it is killed. The
/// writes themselves would come too early, before the commit can be seen. This program closes no
/// session while it serves, so its own commits do not end a wait.
final class FolderWatch: StoreWatch {
  private let events: Int32
  /// Read and written end of a pipe; a byte in it is a ring.
  private let bell: (out: Int32, into: Int32)

  /// A program that keeps the store open after its commit is noticed within this time.
  private static let longestWaitInMilliseconds: Int32 = 5000

  /// `nil` where the system has no watches to give.
  init?(folder: String) {
    events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    var ends: [Int32] = [-1, -1]
    let isWatching =
      events >= 0 && inotify_add_watch(events, folder, UInt32(IN_CLOSE_WRITE)) >= 0
      && pipe(&ends) == 0
    bell = (ends[0], ends[1])
    guard isWatching else {
      if events >= 0 { close(events) }
      return nil
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    for descriptor in [events, bell.out, bell.into] { close(descriptor) }
  }

  func wait() {
    var waited = [events, bell.out].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&waited, nfds_t(waited.count), FolderWatch.longestWaitInMilliseconds)
    // Forgotten before the caller looks: what comes while it looks ends the next wait.
    for descriptor in [events, bell.out] { empty(descriptor) }
  }

  func ring() {
    var byte: UInt8 = 1
    // A full pipe rings already.
    _ = write(bell.into, &byte, 1)
  }

  private func empty(_ descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
