import CLinux
import Glibc

/// An epoll set, level-triggered: what is ready and not dealt with is told again.
///
/// Each descriptor is registered under a key that comes back with its events, so that an event
/// for a descriptor that was closed and reused meanwhile can be told from a real one.
struct Epoll: ~Copyable {
  struct Interest: OptionSet {
    let rawValue: UInt32
    static let reading = Interest(rawValue: EPOLLIN.rawValue)
    static let writing = Interest(rawValue: EPOLLOUT.rawValue)
  }

  struct Event {
    let key: UInt64
    private let bits: UInt32

    init(_ event: epoll_event) {
      key = event.data.u64
      bits = event.events
    }

    var isReadable: Bool { bits & EPOLLIN.rawValue != 0 }
    var isWritable: Bool { bits & EPOLLOUT.rawValue != 0 }
    /// Nothing can be sent any more, in either direction; told even if nothing was asked for.
    var isBroken: Bool { bits & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 }
  }

  private let descriptor: Int32
  private let events: UnsafeMutableBufferPointer<epoll_event>

  /// `capacity`: how many events one wait can bring.
  init(capacity: Int) throws(SocketError) {
    descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard descriptor >= 0 else { throw SocketError("epoll_create1") }
    events = .allocate(capacity: capacity)
    events.initialize(repeating: epoll_event())
  }

  deinit {
    events.deallocate()
    close(descriptor)
  }

  func add(_ other: Int32, _ interest: Interest, key: UInt64) throws(SocketError) {
    guard control(EPOLL_CTL_ADD, other, interest, key) else { throw SocketError("epoll_ctl add") }
  }

  /// The descriptor must be registered.
  func change(_ other: Int32, to interest: Interest, key: UInt64) {
    let done = control(EPOLL_CTL_MOD, other, interest, key)
    assert(done, "epoll_ctl mod failed for a descriptor that is not registered")
  }

  func remove(_ other: Int32) {
    _ = control(EPOLL_CTL_DEL, other, [], 0)
  }

  /// Waits until something happens or `timeout` milliseconds have passed (-1: no limit).
  /// Returns how many events `subscript` has until the next wait; 0 after an interruption.
  func wait(timeout: Int32) -> Int {
    Int(max(0, epoll_wait(descriptor, events.baseAddress, Int32(events.count), timeout)))
  }

  subscript(index: Int) -> Event { Event(events[index]) }

  private func control(_ act: Int32, _ other: Int32, _ interest: Interest, _ key: UInt64) -> Bool {
    var event = epoll_event(events: interest.rawValue, data: epoll_data_t(u64: key))
    return epoll_ctl(descriptor, act, other, &event) == 0
  }
}
