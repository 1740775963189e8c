/// The second appearance of a key in one mapping, found in the text: Yams names only the first.
struct DoubledKey {
  /// Where the second one stands; the first one's place if it was not found.
  let position: Position
  /// The text with the second key replaced by one of equal length that readers pass over, so
  /// that the rest of the file can be read at its places; `nil` if it was not found.
  let maskedText: String?

  /// `first` is the place of the first appearance.
  init(_ key: String, after first: Position, in text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices.dropFirst(first.line) {
      let line = lines[index]
      let indent = line.prefix { $0 == " " }.count
      let isBlank = line.dropFirst(indent).isEmpty || line.dropFirst(indent).first == "#"
      if isBlank { continue }
      // A line further left has left the mapping.
      if indent < first.column - 1 { break }
      guard indent == first.column - 1, DoubledKey.line(line.dropFirst(indent), holds: key) else {
        continue
      }
      position = Position(line: index + 1, column: first.column)
      let start = line.index(line.startIndex, offsetBy: indent)
      let end = line.index(start, offsetBy: key.count)
      // The line number makes the mask itself unique within its mapping.
      let mask = DoubledKey.mask(length: key.count, number: index)
      lines[index] = line.replacingCharacters(in: start..<end, with: mask)
      maskedText = lines.joined(separator: "\n")
      return
    }
    position = first
    maskedText = nil
  }

  /// True for a key that stands where a doubled key was masked.
  static func isMask(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first else { return false }
    return privateUse.contains(first.value)
  }

  private static func line(_ line: Substring, holds key: String) -> Bool {
    guard line.hasPrefix(key) else { return false }
    return line.dropFirst(key.count).drop { $0 == " " }.first == ":"
  }

  // Unicode's private use area: no person's key begins so.
  private static let privateUse: ClosedRange<UInt32> = 0xE000...0xF8FF

  private static func mask(length: Int, number: Int) -> String {
    let span = privateUse.count
    var scalars = String.UnicodeScalarView()
    for place in 0..<max(length, 1) {
      let digit = place == 0 ? number % span : place == 1 ? number / span % span : 0
      if let scalar = Unicode.Scalar(privateUse.lowerBound + UInt32(digit)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
