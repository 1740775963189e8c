/// Arrays of plain numbers, one after another, each after its count.
struct PackedArrays {
  private(set) var bytes: [UInt8] = []

  mutating func append<Number: BitwiseCopyable>(_ numbers: [Number]) {
    withUnsafeBytes(of: Int64(numbers.count).littleEndian) { bytes.append(contentsOf: $0) }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `PackedArrays` wrote; whatever ends too early gives `nil`.
struct PackedArraysReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func numbers<Number: BitwiseCopyable>(_: Number.Type) -> [Number]? {
    guard let count = count(of: MemoryLayout<Number>.stride) else { return nil }
    let start = offset
    offset += count * MemoryLayout<Number>.stride
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      // The bytes are there, and any bits are a number.
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[start..<offset]))
      }
      initialized = count
    }
  }

  private mutating func count(of stride: Int) -> Int? {
    guard bytes.count - offset >= 8 else { return nil }
    let count = bytes.withUnsafeBytes {
      Int64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int64.self))
    }
    offset += 8
    guard count >= 0, count <= (bytes.count - offset) / stride else { return nil }
    return Int(count)
  }
}
