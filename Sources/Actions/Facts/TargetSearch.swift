import Campaigns
import Vietnamese

/// Finds the lines of a plan that speak of what somebody asked about.
struct TargetSearch {
  private let wanted: [UInt64]

  init(_ words: String) {
    wanted = FoldedText(words).syllables.map(\.key)
  }

  /// The targets that hold the most of the words asked for, at least half of them; none if the
  /// words are in no target.
  func matches(in targets: [Target]) -> [Target] {
    let scored = targets.map { target in
      let line = ([target.title] + target.figures.compactMap(\.label)).joined(separator: " ")
      let words = Set(FoldedText(line).syllables.map(\.key))
      return (target, wanted.count { words.contains($0) })
    }
    guard let best = scored.map(\.1).max(), best > 0, best * 2 >= wanted.count else { return [] }
    return scored.filter { $0.1 == best }.map(\.0)
  }
}
