/// Bytes that came in pieces, taken out line by line.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to here no line end was found.
  private var searched = 0

  var isEmpty: Bool { start == bytes.count }

  /// Everything that was not taken.
  var rest: String { String(decoding: bytes[start...], as: UTF8.self) }

  mutating func append(_ more: some Sequence<UInt8>) {
    if start > 65_536 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next line without its end; `nil` if none is complete.
  mutating func takeLine() -> String? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    defer {
      start = end + 1
      searched = start
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
