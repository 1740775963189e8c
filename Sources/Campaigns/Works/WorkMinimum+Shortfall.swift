extension WorkMinimum {
  /// The groups of which a unit has too few, with how many are lacking. Within a group any of the
  /// kinds counts ("hoặc"); every group must be met ("và").
  package func shortfall(of works: [Work], counting counts: (Work) -> Bool) -> [Shortfall] {
    groups.compactMap { group in
      let have = works.count { group.kinds.contains($0.kind) && counts($0) }
      return have < group.atLeast
        ? Shortfall(kinds: group.kinds, lacking: group.atLeast - have) : nil
    }
  }

  package struct Shortfall: Hashable, Sendable {
    package let kinds: [WorkKind]
    package let lacking: Int

    package init(kinds: [WorkKind], lacking: Int) {
      self.kinds = kinds
      self.lacking = lacking
    }
  }
}
