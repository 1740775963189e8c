/// Who is selected where places are few: pure, so that a quota can never be exceeded.
package struct Selection: Sendable {
  package struct Candidate: Sendable {
    package let dossier: Int64
    package let kind: SubjectKind
    package let tally: Tally
    package let threshold: Int?

    package init(dossier: Int64, kind: SubjectKind, tally: Tally, threshold: Int?) {
      self.dossier = dossier
      self.kind = kind
      self.tally = tally
      self.threshold = threshold
    }
  }

  /// Two or more candidates have the same votes and not all of them find a place: the council must
  /// vote again.
  package struct Tie: Error, Hashable, Sendable {
    package let dossiers: [Int64]
    package let places: Int

    package init(dossiers: [Int64], places: Int) {
      self.dossiers = dossiers
      self.places = places
    }
  }

  /// - Parameter places: free places for each kind of subject; `nil` for no limit.
  package static func results(
    of candidates: [Candidate], places: (SubjectKind) -> Int?
  ) throws(Tie) -> [Sitting.Result] {
    var verdicts: [Int64: Sitting.Verdict] = [:]
    for kind in SubjectKind.allCases {
      let passed = candidates.filter { $0.kind == kind && $0.tally.passes($0.threshold) }
        .sorted { ($1.tally.agree, $0.dossier) < ($0.tally.agree, $1.dossier) }
      let free = places(kind) ?? passed.count
      if free < passed.count {
        try refuseTie(passed, free)
      }
      for (rank, candidate) in passed.enumerated() {
        verdicts[candidate.dossier] = rank < free ? .selected : .quotaFull
      }
    }
    return candidates.map {
      Sitting.Result(
        dossier: $0.dossier, tally: $0.tally, verdict: verdicts[$0.dossier] ?? .tooFewVotes)
    }
  }

  private static func refuseTie(_ ranked: [Candidate], _ free: Int) throws(Tie) {
    guard free > 0 else { return }
    let votes = ranked[free].tally.agree
    guard ranked[free - 1].tally.agree == votes else { return }
    throw Tie(
      dossiers: ranked.filter { $0.tally.agree == votes }.map(\.dossier),
      places: free - ranked.count { $0.tally.agree > votes })
  }
}
