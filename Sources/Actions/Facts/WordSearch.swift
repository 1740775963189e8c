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

  /// Those that hold the most of the words: to tell parts of a thing that was found. Of "hộ nghèo
  /// giảm" and "hộ cận nghèo giảm" the one of which every word was said.
  func likeliest<Element>(in elements: [Element], line: (Element) -> String) -> [Element] {
    let found = best(of: elements, atLeast: 1, line: line)
    let covered = found.filter { element in
      FoldedText(line(element)).syllables.allSatisfy { word in
        wanted.contains { $0.key == word.key }
      }
    }
    return covered.count == 1 ? covered : found
  }

  private func best<Element>(
    of elements: [Element], atLeast least: Int, line: (Element) -> String
  ) -> [Element] {
    let scored = elements.map { element in
      let words = FoldedText(line(element)).syllables
      let isMarked = isMarked && words.contains { !$0.marks.isEmpty }
      return (
        element: element, found: wanted.count { isIn(words, $0, isMarked: isMarked) },
        isExact: words.map(\.key) == wanted.map(\.key)
      )
    }
    guard let best = scored.map(\.found).max(), best > 0, best >= least else { return [] }
    let found = scored.filter { $0.found == best }
    // "đường hoa" is meant, not "đường hoa trước trụ sở".
    let exact = found.filter(\.isExact)
    return (exact.isEmpty ? found : exact).map(\.element)
  }

  /// - Parameter isMarked: both were typed with marks; else "thi" is "thị" too.
  private func isIn(_ words: [Syllable], _ asked: Syllable, isMarked: Bool) -> Bool {
    words.contains { asked.key == $0.key && (!isMarked || asked.marks == $0.marks) }
      || isAbbreviation(asked, of: words)
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
