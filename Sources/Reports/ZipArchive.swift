/// Files in one file (PKWARE APPNOTE 4.5), stored as they are: every program that reads ZIP reads it.
///
/// The same entries always make the same bytes: they bear no time of their own.
struct ZipArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// - Parameter name: ASCII, with slashes between folders.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(body.count)
    let name = Array(name.utf8)
    var facts: [UInt8] = []
    // Version 2.0, no flags, stored, 1 January 1980.
    for field: UInt16 in [20, 0, 0, 0, 0x21] { facts += field.littleEndianBytes }
    for field in [CRC32.of(content), UInt32(content.count), UInt32(content.count)] {
      facts += field.littleEndianBytes
    }
    facts += UInt16(name.count).littleEndianBytes
    // No extra field.
    facts += UInt16(0).littleEndianBytes
    body += [0x50, 0x4B, 3, 4] + facts + name + content
    // Made by version 2.0; no comment, first disk, no attributes.
    directory += [0x50, 0x4B, 1, 2] + UInt16(20).littleEndianBytes + facts
    directory += [UInt8](repeating: 0, count: 10) + offset.littleEndianBytes + name
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += count.littleEndianBytes + count.littleEndianBytes
    end += UInt32(directory.count).littleEndianBytes + UInt32(body.count).littleEndianBytes
    return body + directory + end + UInt16(0).littleEndianBytes
  }
}

/// The check sum of ZIP (ISO 3309).
enum CRC32 {
  private static let table = (0..<256 as Range<UInt32>).map { index in
    (0..<8).reduce(index) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
  }
}

extension FixedWidthInteger {
  fileprivate var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}
