import Campaigns
import Vietnamese

/// Finds the lines of a plan that speak of what somebody asked about.
struct TargetSearch {
  private let wanted: [FoldedWord]

  init(_ words: String) {
    wanted = FoldedWord.all(in: words)
  }

  /// The targets that hold the most of the words asked for, at least half of them; none if the
  /// words are in no target.
  func matches(in targets: [Target]) -> [Target] {
    let scored = targets.map { target in
      let words = Set(
        FoldedWord.all(
          in: target.title + " " + target.figures.compactMap(\.label).joined(separator: " ")))
      return (target, wanted.count { words.contains($0) })
    }
    guard let best = scored.map(\.1).max(), best > 0, best * 2 >= wanted.count else { return [] }
    return scored.filter { $0.1 == best }.map(\.0)
  }
}
