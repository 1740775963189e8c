import Campaigns
import Vietnamese

/// Finds the lines of a plan that speak of what somebody asked about.
struct TargetSearch {
  private let wanted: [Syllable]
  /// Typed with marks, "thi" is not "thị".
  private let isMarked: Bool

  init(_ words: String) {
    wanted = FoldedText(words).syllables
    isMarked = wanted.contains { !$0.marks.isEmpty }
  }

  /// The targets that hold the most of the words asked for, at least two thirds of them; none if
  /// the words are in no target.
  func matches(in targets: [Target]) -> [Target] {
    let scored = targets.map { target in
      let line = ([target.title] + target.figures.compactMap(\.label)).joined(separator: " ")
      let words = FoldedText(line).syllables
      return (target, wanted.count { asked in words.contains { isSame(asked, $0) } })
    }
    guard let best = scored.map(\.1).max(), best > 0, best * 3 >= wanted.count * 2 else {
      return []
    }
    return scored.filter { $0.1 == best }.map(\.0)
  }

  private func isSame(_ asked: Syllable, _ word: Syllable) -> Bool {
    asked.key == word.key && (!isMarked || asked.marks == word.marks)
  }
}
