/// Remembers on which line something was first seen. Compares bytes, with ASCII letters folded.
struct SeenLines {
  private var lines: [Key: Int]

  /// Room for `count` lines from the start: growing would touch every key again and again.
  init(expecting count: Int) {
    lines = Dictionary(minimumCapacity: count)
  }

  /// The earlier line, `nil` the first time.
  mutating func see(_ fields: [String], on line: Int) -> Int? {
    let key = Key(fields)
    if let first = lines[key] { return first }
    lines[key] = line
    return nil
  }

  private struct Key: Hashable {
    private var bytes: [UInt8] = []

    init(_ fields: [String]) {
      bytes.reserveCapacity(fields.reduce(fields.count) { $0 + $1.utf8.count })
      for field in fields {
        for byte in field.utf8 { bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }
        bytes.append(0x1F)
      }
    }

    // An array hashes byte by byte, which alone takes longer than all the rest of the reading.
    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }
}
