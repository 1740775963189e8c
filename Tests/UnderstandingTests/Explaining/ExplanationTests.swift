import Testing
import Understanding

@Suite struct ExplanationTests {
  private func explain(_ message: String) -> Explanation {
    TestWorld.recognizer.explain(message, lexicon: TestWorld.lexicon, now: TestWorld.now)
  }

  @Test func wordsValuesAndSignalsAreNamed() {
    let explanation = explain("dạ đừng nộpp hồ sơ của chị Hạnh")
    #expect(explanation.words.first?.isPadding == true)
    #expect(explanation.words.contains { $0.text == "nộpp" && $0.isRepaired })
    #expect(explanation.words.last?.value == "person")
    #expect(explanation.signals.contains { $0.rule == "negator" && $0.words == "đừng" })
    #expect(explanation.mood == .negated)
  }

  @Test func theBestComesFirst_withItsReasons() {
    let explanation = explain("đăng ký LĐTT cho tôi")
    #expect(explanation.candidates.first?.intent == .registrationCreate)
    #expect(explanation.candidates.first?.reasons.isEmpty == false)
    #expect(explanation.reading.intent == .registrationCreate)
  }
}
