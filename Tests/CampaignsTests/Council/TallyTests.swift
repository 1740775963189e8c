import Campaigns
import Testing

/// Thresholds count all members, with integers only.
@Suite struct TallyTests {
  @Test(
    arguments: [
      // 80 % of ten is eight, of nine 7,2 and so eight.
      (10, 8, 80, true), (10, 7, 80, false), (9, 8, 80, true), (9, 7, 80, false),
      (5, 4, 80, true), (5, 3, 80, false),
      (10, 9, 90, true), (10, 8, 90, false), (11, 10, 90, true), (11, 9, 90, false),
      // More than half; a tie is not enough.
      (10, 6, nil, true), (10, 5, nil, false), (9, 5, nil, true), (9, 4, nil, false),
      (1, 1, nil, true), (1, 0, nil, false), (1, 1, 90, true),
    ] as [(Int, Int, Int?, Bool)])
  func passes(members: Int, agree: Int, threshold: Int?, isEnough: Bool) {
    let tally = Tally(members: members, agree: agree, disagree: 0, abstain: 0)
    #expect(tally.passes(threshold) == isEnough)
  }

  @Test func whoDoesNotVoteCountsAgainst() {
    let tally = Tally(of: [.agree, .agree, .abstain, .disagree], members: 8)
    #expect(tally == Tally(members: 8, agree: 2, disagree: 1, abstain: 1))
    #expect(tally.cast == 4)
    #expect(!tally.passes(nil))
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (11, 8)])
  func quorumIsTwoThirds(members: Int, needed: Int) {
    #expect(Quorum(of: members).needed == needed)
    #expect(Quorum(of: members).isReached(by: needed))
    #expect(!Quorum(of: members).isReached(by: needed - 1))
  }
}
