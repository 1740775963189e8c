import Testing
import Vietnamese

@testable import Understanding

@Suite struct SlipWordsTests {
  private func key(_ word: String) -> UInt64 { FoldedKey.key(Array(word.utf8).span) }

  @Test(arguments: [
    ("dnag", "dang"), ("fang", "dang"), ("dag", "dang"), ("daang", "dang"), ("pang", "dang"),
    ("ang", "dang"),
  ])
  func quickTestPassesWhatIsOneSlipAway(typed: String, word: String) {
    #expect(Slip.cost(from: key(typed), to: key(word)) != nil)
    #expect(Slip.mayBe(from: key(typed), to: key(word)))
  }

  @Test func quickTestStopsMostOthers() {
    #expect(!Slip.mayBe(from: key("dang"), to: key("nghieng")))
    #expect(!Slip.mayBe(from: key("dang"), to: key("hoa")))
  }
}
