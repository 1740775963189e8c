import Testing
import Vietnamese

@Suite struct SlipTests {
  private func key(_ word: String) -> UInt64 { FoldedKey.key(Array(word.utf8).span) }

  @Test(arguments: [
    ("dang", "dang", 0), ("dnag", "dang", 0.4), ("fang", "dang", 0.4), ("dag", "dang", 0.5),
    ("daang", "dang", 0.5), ("pang", "dang", 0.7), ("ang", "dang", 0.5),
  ])
  func oneSlip(typed: String, word: String, cost: Double) {
    #expect(Slip.cost(from: key(typed), to: key(word)) == cost)
  }

  @Test(arguments: [
    ("dang", "gand"), ("dang", "d"), ("nghieng", "ng"), ("abcdefghij", "abcdefghi"),
  ])
  func moreThanOneSlip(typed: String, word: String) {
    #expect(Slip.cost(from: key(typed), to: key(word)) == nil)
  }

  @Test func nearbyWordsAreThoseWithinOneSlip() {
    let words = ["dang", "ky", "dan", "dong", "tien", "tin", "thi", "dua", "danh", "hieu"]
    var nearby = NearbyWords()
    for word in words { nearby.insert(key(word)) }
    for typed in ["dnag", "dang", "tein", "xyz", "ti", "hieuu", "danj"] {
      var found: Set<UInt64> = []
      nearby.visitNear(key(typed)) { word, _ in found.insert(word) }
      let expected = Set(words.map(key).filter { Slip.cost(from: key(typed), to: $0) != nil })
      #expect(found == expected, "\(typed)")
    }
  }
}
