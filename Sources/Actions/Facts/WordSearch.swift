import Campaigns
import Vietnamese

/// Finds what somebody means by a few words of it: targets, works.
struct WordSearch {
  private let wanted: [Syllable]
  /// Typed with marks, "thi" is not "thị".
  private let isMarked: Bool

  init(_ words: String) {
    wanted = FoldedText(words).syllables
    isMarked = wanted.contains { !$0.marks.isEmpty }
  }

  /// Those that hold the most of the words asked for, at least two thirds of them; none if the words
  /// are in none.
  func matches<Element>(in elements: [Element], line: (Element) -> String) -> [Element] {
    best(of: elements, atLeast: (wanted.count * 2 + 2) / 3, line: line)
  }

  /// Those that hold the most of the words, if only one: to tell parts of a thing that was found.
  func likeliest<Element>(in elements: [Element], line: (Element) -> String) -> [Element] {
    best(of: elements, atLeast: 1, line: line)
  }

  private func best<Element>(
    of elements: [Element], atLeast least: Int, line: (Element) -> String
  ) -> [Element] {
    let scored = elements.map { element in
      let words = FoldedText(line(element)).syllables
      return (element, wanted.count { isIn(words, $0) })
    }
    guard let best = scored.map(\.1).max(), best > 0, best >= least else { return [] }
    return scored.filter { $0.1 == best }.map(\.0)
  }

  private func isIn(_ words: [Syllable], _ asked: Syllable) -> Bool {
    words.contains { isSame(asked, $0) } || isAbbreviation(asked, of: words)
  }

  private func isSame(_ asked: Syllable, _ word: Syllable) -> Bool {
    asked.key == word.key && (!isMarked || asked.marks == word.marks)
  }

  /// "BHYT" stands for "bảo hiểm y tế": the first letters of words side by side.
  private func isAbbreviation(_ asked: Syllable, of words: [Syllable]) -> Bool {
    let letters = (0..<8).map { asked.key >> UInt64(8 * $0) & 0xff }.prefix { $0 != 0 }
    guard letters.count >= 3, asked.marks.isEmpty, asked.key >> 63 == 0 else { return false }
    let initials = words.map { $0.key & 0xff }
    guard initials.count >= letters.count else { return false }
    return (0...initials.count - letters.count).contains { start in
      initials[start..<start + letters.count].elementsEqual(letters)
    }
  }
}

extension Target {
  /// What a line of the plan is found by.
  var searchLine: String {
    ([title] + figures.compactMap(\.label)).joined(separator: " ")
  }
}
