import Wire

/// Base64 as the body of a message carries it.
enum Base64Text {
  /// Lines of 76 digits, each ended by CRLF.
  static func lines(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let text = Base64.encode(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(text.count + text.count / 76 * 2 + 2)
    var start = 0
    while start < text.count {
      let end = min(start + 76, text.count)
      out += text[start..<end]
      out += [0x0D, 0x0A]
      start = end
    }
    return out
  }
}
