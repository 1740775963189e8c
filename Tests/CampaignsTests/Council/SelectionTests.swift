import Campaigns
import TestSupport
import Testing

/// Few places, many candidates: the quota is never exceeded, and a tie is never settled silently.
@Suite struct SelectionTests {
  private func candidate(
    _ dossier: Int64, _ agree: Int, _ kind: SubjectKind = .person, members: Int = 7
  ) -> Selection.Candidate {
    Selection.Candidate(
      dossier: dossier, pool: Selection.Pool(kind),
      tally: Tally(members: members, agree: agree, disagree: members - agree, abstain: 0),
      threshold: nil)
  }

  private func verdicts(
    _ candidates: [Selection.Candidate], places: Int?
  ) throws -> [Sitting.Verdict] {
    try Selection.results(of: candidates, places: { _ in places }).map(\.verdict)
  }

  @Test func withoutAQuotaAllWhoPassAreSelected() throws {
    #expect(
      try verdicts([candidate(1, 7), candidate(2, 4), candidate(3, 3)], places: nil)
        == [.selected, .selected, .tooFewVotes])
  }

  @Test func theMostVotesTakeThePlaces() throws {
    #expect(
      try verdicts([candidate(1, 5), candidate(2, 7), candidate(3, 6)], places: 2)
        == [.quotaFull, .selected, .selected])
  }

  @Test func aTieForTheLastPlaceIsVotedOnAgain() {
    #expect(throws: Selection.Tie(dossiers: [1, 3], places: 1)) {
      try verdicts([candidate(1, 5), candidate(2, 7), candidate(3, 5)], places: 2)
    }
  }

  @Test func aTieThatChangesNothingIsNone() throws {
    #expect(
      try verdicts([candidate(1, 7), candidate(2, 7), candidate(3, 5)], places: 2)
        == [.selected, .selected, .quotaFull])
    #expect(
      try verdicts([candidate(1, 7), candidate(2, 7)], places: 0) == [.quotaFull, .quotaFull])
  }

  @Test func kindsHavePlacesOfTheirOwn() throws {
    let results = try Selection.results(
      of: [candidate(1, 5, .collective), candidate(2, 6), candidate(3, 7, .collective)],
      places: { $0.kind == .collective ? 1 : 3 })
    #expect(results.map(\.verdict) == [.quotaFull, .selected, .selected])
  }

  @Test func anHonourWithPlacesOfItsOwnSharesThemWithNobody() throws {
    func candidate(_ dossier: Int64, _ agree: Int, _ honour: HonourCode?) -> Selection.Candidate {
      Selection.Candidate(
        dossier: dossier, pool: Selection.Pool(.person, honour),
        tally: Tally(members: 7, agree: agree, disagree: 0, abstain: 0), threshold: nil)
    }
    let results = try Selection.results(
      of: [candidate(1, 7, nil), candidate(2, 6, "GKX"), candidate(3, 5, "GKX")],
      places: { $0.honour == "GKX" ? 1 : 0 })
    #expect(results.map(\.verdict) == [.quotaFull, .selected, .quotaFull])
  }

  @Test func randomVotesNeverExceedThePlaces() {
    var dice = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let members = Int.random(in: 1...11, using: &dice)
      let candidates = (0..<Int.random(in: 0...9, using: &dice)).map { number in
        candidate(
          Int64(number), Int.random(in: 0...members, using: &dice),
          Bool.random(using: &dice) ? .person : .collective, members: members)
      }
      let places = Int.random(in: 0...4, using: &dice)
      guard let results = try? Selection.results(of: candidates, places: { _ in places }) else {
        continue
      }
      #expect(results.map(\.dossier) == candidates.map(\.dossier))
      for kind in [SubjectKind.person, .collective] {
        let selected = zip(candidates, results).filter {
          $0.pool.kind == kind && $1.verdict == .selected
        }
        #expect(selected.count <= places)
        #expect(selected.allSatisfy { $0.0.tally.passes(nil) })
      }
    }
  }
}
