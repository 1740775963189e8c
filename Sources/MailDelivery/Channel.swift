import Glibc
import SecureSockets

/// Two connected ends, ours and the child's. A pair of sockets rather than a pipe: no other child
/// inherits them, and writing to a child that is gone raises no signal.
final class Channel {
  let theirs: Int32
  private let ours: Int32
  private var theirsIsOpen = true
  /// Whether ours is open.
  private(set) var isOpen = true

  init() throws(SocketError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SocketError("socketpair") }
    (ours, theirs) = (ends[0], ends[1])
  }

  deinit {
    closeOurs()
    closeTheirs()
  }

  func closeOurs() {
    if isOpen { close(ours) }
    isOpen = false
  }

  func closeTheirs() {
    if theirsIsOpen { close(theirs) }
    theirsIsOpen = false
  }

  /// Writes what fits now and returns the rest, which is never empty after an error.
  func write(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard isOpen else { return bytes }
    let count = bytes.withUnsafeBytes {
      send(ours, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
    }
    if count < 0, errno != EAGAIN, errno != EINTR { closeOurs() }
    return bytes.dropFirst(max(0, count))
  }

  /// Reads some of what is there now. What goes beyond `limit` bytes is read all the same, so that
  /// the child never waits, but not kept; a child that never stops is left after a few reads.
  func read(into bytes: inout [UInt8], limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    for _ in 0..<16 where isOpen {
      let count = buffer.withUnsafeMutableBytes {
        recv(ours, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
      }
      guard count > 0 else {
        if count == 0 { closeOurs() }
        return
      }
      bytes += buffer.prefix(min(count, max(0, limit - bytes.count)))
    }
  }

  /// Until one of them is ready or the time is over; those that are closed are never ready.
  static func wait(reading: Channel, writing: Channel?, milliseconds: Int32) {
    var wanted = [
      pollfd(fd: reading.isOpen ? reading.ours : -1, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: writing.flatMap { $0.isOpen ? $0.ours : nil } ?? -1, events: Int16(POLLOUT), revents: 0),
    ]
    poll(&wanted, nfds_t(wanted.count), milliseconds)
  }
}
