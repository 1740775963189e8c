import Foundation

extension String {
  /// Without spaces, tabs and line ends at both ends.
  func trimmed() -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// In composed form (NFC), as everything in the store is written; files from a Mac are not.
  func composed() -> String {
    // Marks that could be composed are all in U+0300 to U+036F: first byte CC or CD.
    guard utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return self }
    return precomposedStringWithCanonicalMapping
  }

  /// ASCII letters in lower case, digits and hyphens; at most 40, and no hyphen at its ends.
  var isIdentifier: Bool {
    guard (1...40).contains(utf8.count), first != "-", last != "-" else { return false }
    return utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }
}
