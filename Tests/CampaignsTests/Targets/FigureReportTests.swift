import Campaigns
import Testing

@Suite struct FigureReportTests {
  private func figure(
    _ direction: Target.Direction, _ value: Int64?, unit: String = "%"
  ) -> Target.Figure {
    Target.Figure(
      label: nil, direction: direction, thousandths: value, upToThousandths: nil, unit: unit)
  }

  @Test(
    arguments: [
      (.atLeast, 99_640, 99_640, true), (.atLeast, 99_640, 99_639, false),
      (.above, 70_000, 70_000, false), (.above, 70_000, 70_001, true),
      (.atMost, 8_190, 8_190, true), (.atMost, 8_190, 8_191, false),
      (.below, 1_000, 1_000, false), (.below, 1_000, 999, true),
      (.exactly, 3_000, 3_000, true), (.exactly, 3_000, 3_001, false),
      (.kept, nil, 100_000, true), (.kept, nil, 99_999, false),
    ] as [(Target.Direction, Int64?, Int64, Bool)])
  func isMetExactly(direction: Target.Direction, value: Int64?, reported: Int64, isMet: Bool) {
    #expect(figure(direction, value).isMet(by: reported) == isMet)
  }

  @Test func sharesOfMoneyAreExactToTheEnd() {
    let budget = figure(.atLeast, 428_000_000_000, unit: "đồng")
    #expect(budget.share(of: 214_000_000_000) == 50)
    #expect(budget.share(of: 427_999_999_999) == 99)
    #expect(budget.share(of: 428_000_000_000) == 100)
    #expect(budget.share(of: .max) == nil, "too large to say")
    #expect(figure(.below, 2_000).share(of: 1_000) == nil)
  }

  @Test func moneyAddsUp_sharesDoNot() {
    #expect(figure(.atLeast, 1, unit: "đồng").addsUp)
    #expect(figure(.atLeast, 1, unit: "ha").addsUp)
    #expect(!figure(.atLeast, 1, unit: "%/năm").addsUp)
    #expect(!figure(.atLeast, 1, unit: "đồng/người/năm").addsUp)
    #expect(!figure(.kept, nil, unit: "").addsUp)
  }
}
