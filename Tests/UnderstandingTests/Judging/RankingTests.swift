import Testing

@testable import Understanding

@Suite struct RankingTests {
  private func ranking(_ scores: [Int: Int16]) -> Ranking {
    var sums = LinearModel.Sums(repeating: SIMD8(repeating: -1_000))
    for (lane, score) in scores { sums[lane >> 3][lane & 7] = score }
    return Ranking(sums, unit: 0.01)
  }

  @Test func theBestFourInOrder() {
    let ranking = ranking([3: 50, 70: 90, 12: 10, 0: 70, 40: -20])
    #expect(ranking.places.map { ranking.lane(at: $0) } == [70, 0, 3, 12])
    #expect(ranking.score(at: 0) == 0.9)
    #expect(ranking.lead(at: 0) == ranking.score(at: 0) - ranking.score(at: 1))
    #expect(ranking.lead(at: 2) < 0)
  }

  @Test func noneAndOrderAreNoIntents() {
    let none = LinearModel.noneLane
    let ranking = ranking([none: 80, 5: 60, 6: 20, LinearModel.orderLane: 99])
    #expect(ranking.lane(at: 0) == none)
    #expect(ranking.bestIntent() == 1)
    #expect(ranking.bestIntent { $0 != 5 } == 2)
    #expect(ranking.leadOverNone(at: 1) < 0)
    #expect(ranking.lead(at: 1) == ranking.score(at: 1) - ranking.score(at: 2))
    #expect(ranking.order == 99 * 0.01)
  }
}
