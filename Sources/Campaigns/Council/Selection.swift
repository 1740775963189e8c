/// Who is selected where places are few: pure, so that a quota can never be exceeded.
package struct Selection: Sendable {
  package struct Candidate: Sendable {
    package let dossier: Int64
    /// With whom it shares places.
    package let pool: Pool
    package let tally: Tally
    package let threshold: Int?

    package init(dossier: Int64, pool: Pool, tally: Tally, threshold: Int?) {
      self.dossier = dossier
      self.pool = pool
      self.tally = tally
      self.threshold = threshold
    }
  }

  /// Candidates of one kind compete for the same places; those of one honour, where places were fixed
  /// for it alone.
  package struct Pool: Hashable, Sendable {
    package let kind: SubjectKind
    package let honour: HonourCode?

    package init(_ kind: SubjectKind, _ honour: HonourCode? = nil) {
      self.kind = kind
      self.honour = honour
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

  /// - Parameter places: free places of each pool; `nil` for no limit.
  package static func results(
    of candidates: [Candidate], places: (Pool) -> Int?
  ) throws(Tie) -> [Sitting.Result] {
    var verdicts: [Int64: Sitting.Verdict] = [:]
    // In the order of the agenda, so that of several ties always the same is named.
    var pools: [Pool] = []
    for candidate in candidates where !pools.contains(candidate.pool) {
      pools.append(candidate.pool)
    }
    for pool in pools {
      let passed = candidates.filter { $0.pool == pool && $0.tally.passes($0.threshold) }
        .sorted { ($1.tally.agree, $0.dossier) < ($0.tally.agree, $1.dossier) }
      let free = places(pool) ?? passed.count
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
