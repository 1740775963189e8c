import Vietnamese

/// Tells contents apart: 64 bits of what was added, in order. No protection against intent.
struct Fingerprint: Equatable, Sendable {
  private(set) var value: UInt64

  init(_ start: UInt64) {
    value = mixed(start)
  }

  mutating func add(_ file: SourceFile) {
    add(Array(file.path.utf8))
    add(Array(file.text.utf8))
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      while index < bytes.count {
        add(UInt64(bytes[index]))
        index += 1
      }
    }
    add(UInt64(bytes.count))
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
    value ^= value &>> 29
  }
}
