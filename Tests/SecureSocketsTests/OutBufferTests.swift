import Testing

@testable import SecureSockets

@Suite struct OutBufferTests {
  @Test func whatWasAppendedComesOutInPieces() {
    var spares = SpareBuffers()
    var buffer = OutBuffer()
    var sent: [UInt8] = []
    let all = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    var rest = all[...]
    while sent.count < all.count {
      Array(rest.prefix(5000)).withUnsafeBufferPointer { buffer.append($0, from: &spares) }
      rest = rest.dropFirst(5000)
      let count = min(buffer.count, 3001)
      sent += buffer.withUnsent { Array($0.prefix(count)) }
      buffer.consume(count, into: &spares)
      #expect(buffer.isEmpty == (sent.count == all.count - rest.count))
    }
    #expect(sent == all)
  }

  @Test func anEmptiedBufferIsReused() {
    var spares = SpareBuffers()
    var buffer = OutBuffer()
    [1, 2, 3].withUnsafeBufferPointer { buffer.append($0, from: &spares) }
    buffer.consume(3, into: &spares)
    #expect(buffer.isEmpty)
    #expect(spares.take().capacity >= 3)
    #expect(spares.take().capacity == 0)
  }

  @Test func aLargeBufferIsGivenBack() {
    var spares = SpareBuffers()
    var buffer = OutBuffer()
    [UInt8](repeating: 0, count: 100_000).withUnsafeBufferPointer {
      buffer.append($0, from: &spares)
    }
    buffer.drop(into: &spares)
    #expect(buffer.isEmpty)
    #expect(spares.take().capacity == 0)
  }
}
