import COpenSSL

/// Base64 in the standard alphabet without padding, as password hashes are written.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
    let padding = (3 - bytes.count % 3) % 3
    return String(decoding: text.prefix(Int(count) - padding), as: UTF8.self)
  }

  /// `nil` for padding, line ends and everything else outside the alphabet.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    let padding = (4 - digits.count % 4) % 4
    guard padding < 3, digits.allSatisfy(isDigit) else { return nil }
    let padded = digits + [UInt8](repeating: UInt8(ascii: "="), count: padding)
    var bytes = [UInt8](repeating: 0, count: padded.count / 4 * 3)
    guard EVP_DecodeBlock(&bytes, padded, Int32(padded.count)) >= 0 else { return nil }
    return Array(bytes.dropLast(padding))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
