import Vietnamese

/// How alike two texts are in spite of noise.
enum TextLikeness {
  /// 1 for the same letters and digits, marks and spaces aside, 0 for none in common and in order.
  static func of(_ one: String, _ other: String) -> Double {
    let (first, second) = (bare(one), bare(other))
    let all = first.count + second.count
    return all == 0 ? 1 : 2 * Double(commonLetters(first, second)) / Double(all)
  }

  private static func bare(_ text: String) -> [UInt8] {
    let folded = FoldedText(text)
    return folded.syllables.flatMap { folded.letters(of: $0) }
  }

  /// The length of the longest sequence of letters that both have in this order.
  private static func commonLetters(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var previous = [Int](repeating: 0, count: other.count + 1)
    for letter in one {
      var current = [0]
      for (column, otherLetter) in other.enumerated() {
        current.append(
          letter == otherLetter
            ? previous[column] + 1 : max(previous[column + 1], current[column]))
      }
      previous = current
    }
    return previous[other.count]
  }
}
