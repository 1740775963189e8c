/// The name of one connection for other threads: which loop, which slot, and whose turn in that
/// slot it is.
///
/// It outlives the connection without harm: a late answer under an old name finds nothing, also
/// when slot and descriptor were given to somebody else meanwhile (`EventLoop.connection(_:)`).
package struct ConnectionID: Hashable, Sendable {
  /// Generation (32 bits, never 0), loop (8), slot (24). Also the key in epoll and in the
  /// deadline queue, where numbers below 2^32 are left for other things.
  let raw: UInt64

  static let slotLimit = 1 << 24
  static let loopLimit = 1 << 8

  init(raw: UInt64) {
    self.raw = raw
  }

  init(loop: Int, slot: Int, generation: UInt32) {
    raw = UInt64(generation) << 32 | UInt64(loop) << 24 | UInt64(slot)
  }

  /// The loop that owns the connection: an index into `EventLoopGroup.mailboxes`.
  package var loop: Int { Int(raw >> 24 & 0xff) }

  var slot: Int { Int(raw & 0xff_ffff) }
  var generation: UInt32 { UInt32(raw >> 32) }
  var isConnection: Bool { generation != 0 }
}
