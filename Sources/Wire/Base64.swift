/// Base64 with padding (RFC 4648): bytes of any kind where only text can stand.
package enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      guard held == 3 else { continue }
      append(group, 4, to: &out)
      (group, held) = (0, 0)
    }
    if held > 0 { append(group << (8 * UInt32(3 - held)), held + 1, to: &out) }
    return out
  }

  /// Four places: the first `count` digits of the 24 bits, then padding.
  private static func append(_ group: UInt32, _ count: Int, to out: inout [UInt8]) {
    for place in 0..<4 {
      let digit = digits[Int(group >> UInt32(18 - 6 * place) & 63)]
      out.append(place < count ? digit : UInt8(ascii: "="))
    }
  }
}
