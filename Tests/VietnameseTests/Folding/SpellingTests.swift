import Testing
import Vietnamese

@Suite struct SpellingTests {
  @Test(arguments: [
    (Spelling.unmarked, "Đăng ký Chiến sĩ thi đua", "Dang ky Chien si thi dua"),
    (.telex, "đăng ký nước", "ddawng kys nuwowcs"), (.vni, "đăng ký nước", "d9a8ng ky1 nu7o7c1"),
    (.composed, "đa\u{306}ng ky\u{301} 15/1 😀", "đăng ký 15/1 😀"),
  ])
  func writes(spelling: Spelling, text: String, expected: String) {
    #expect(spelling.applied(to: text) == expected)
  }

  @Test("Folding is idempotent, and NFC and NFD fold alike", arguments: Sentences.all)
  func foldingForgetsOnlySpelling(text: String) {
    let folded = Folded(text)
    #expect(Folded(folded.words.joined(separator: " ")).words == folded.words)
    for spelling in [Spelling.composed, .decomposed] {
      let other = Folded(spelling.applied(to: text))
      #expect(other.words == folded.words)
      #expect(other.marks == folded.marks)
    }
    #expect(Folded(Spelling.unmarked.applied(to: text)).words == folded.words)
    #expect(Folded(text.uppercased()).words == folded.words)
    #expect(Folded(text.uppercased()).marks == folded.marks)
  }

  private struct Folded {
    let words: [String]
    let marks: [Marks]

    init(_ text: String) {
      let folded = FoldedText(text)
      words = folded.syllables.map { String(decoding: folded.letters(of: $0), as: UTF8.self) }
      marks = folded.syllables.map(\.marks)
    }
  }

  enum Sentences {
    static let all = [
      "Đăng ký lao động tiên tiến cho chị Hòa nhé", "hủy bỏ, thủy điện; quý vị: quả, giờ giấc",
      "Ủy ban nhân dân xã Mỹ Thạnh", "nghiêng ngả khuỷu tay", "HỘI NGHỊ CÁN BỘ", "ưỡn ẹo ự",
    ]
  }
}
