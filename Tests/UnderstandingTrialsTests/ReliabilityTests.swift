import Testing
import UnderstandingTrials

@Suite struct ReliabilityTests {
  @Test func trueConfidenceHasNoError() {
    let trials = (0..<1_000).map { (confidence: 0.8, isRight: $0 % 5 != 0) }
    let reliability = Reliability(trials)
    #expect(reliability.error < 1e-9)
    #expect(reliability.bins.map(\.count) == [1_000])
  }

  @Test func boastingIsSeen() {
    let reliability = Reliability((0..<100).map { (confidence: 0.95, isRight: $0 % 2 == 0) })
    #expect(abs(reliability.error - 0.45) < 1e-9)
  }

  @Test func refusingMoreLeavesLessRisk() {
    let reliability = Reliability(
      (0..<1_000).map { (confidence: Double($0) / 1_000, isRight: $0 * 7 % 1_000 < $0) })
    #expect(reliability.curve.first?.coverage == 1)
    for (one, next) in zip(reliability.curve, reliability.curve.dropFirst()) {
      #expect(next.coverage <= one.coverage)
      #expect(next.risk <= one.risk + 0.05)
    }
  }

  @Test func nothingTriedIsNoError() {
    #expect(Reliability([]).error == 0)
  }
}
