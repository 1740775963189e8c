/// Bytes on their way out: appended at the end, sent from the front.
///
/// Holds no memory while it is empty; the storage goes back to the loop's `SpareBuffers`.
struct OutBuffer {
  private var bytes: [UInt8] = []
  private var sent = 0

  var count: Int { bytes.count - sent }
  var isEmpty: Bool { bytes.count == sent }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>, from spares: inout SpareBuffers) {
    if bytes.capacity == 0 { bytes = spares.take() }
    bytes.append(contentsOf: more)
  }

  func withUnsent<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[sent...])) }
  }

  mutating func consume(_ count: Int, into spares: inout SpareBuffers) {
    sent += count
    if sent == bytes.count {
      drop(into: &spares)
    } else if sent > 65_536, sent > bytes.count / 2 {
      // The front is worth more than what has to be moved.
      bytes.removeSubrange(..<sent)
      sent = 0
    }
  }

  mutating func drop(into spares: inout SpareBuffers) {
    sent = 0
    var storage: [UInt8] = []
    swap(&storage, &bytes)
    spares.give(storage)
  }
}

/// A few emptied buffers of a loop, so that an answer does not cost an allocation.
struct SpareBuffers {
  private static let countLimit = 64
  private static let capacityLimit = 16_384

  private var buffers: [[UInt8]] = []

  mutating func take() -> [UInt8] { buffers.popLast() ?? [] }

  /// Keeps it, unless it is large or there are enough: memory is for connections.
  mutating func give(_ buffer: consuming [UInt8]) {
    let isWorthKeeping =
      buffer.capacity > 0 && buffer.capacity <= SpareBuffers.capacityLimit
      && buffers.count < SpareBuffers.countLimit
    guard isWorthKeeping else { return }
    buffer.removeAll(keepingCapacity: true)
    buffers.append(buffer)
  }
}
