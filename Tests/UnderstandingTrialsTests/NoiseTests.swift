import Testing
import UnderstandingTrials
import Vietnamese

@Suite struct NoiseTests {
  private let text = "Đăng ký lao động tiên tiến cho chị Hòa, trước ngày 15/1"

  @Test(arguments: Noise.allCases)
  func theSameSeedGivesTheSame(noise: Noise) {
    for seed: UInt64 in 0..<20 {
      #expect(noise.applied(to: text, seed: seed) == noise.applied(to: text, seed: seed))
    }
  }

  @Test(arguments: Noise.allCases)
  func digitsAreNeverMisspelt(noise: Noise) {
    guard noise != .vni, noise != .caseAndSpacing else { return }
    #expect(noise.applied(to: text, seed: 3).contains("15/1"))
  }

  @Test func aSlipIsASmallOne() {
    for seed: UInt64 in 0..<50 {
      let slipped = Noise.slips.applied(to: text, seed: seed)
      #expect(slipped != text)
      #expect(abs(slipped.count - text.count) <= 2)
    }
  }

  @Test func everyAdversarialMessageIsWhole() {
    let adversary = Adversary(honours: ["LĐTT"], people: ["anh Tuấn"])
    #expect(adversary.count > 800)
    for index in 0..<adversary.count {
      #expect(!adversary[index].contains("{"), "\(adversary[index])")
    }
  }
}
