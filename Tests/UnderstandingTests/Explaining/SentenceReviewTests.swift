import Testing
import Understanding

@Suite struct SentenceReviewTests {
  private func review(_ more: [SourceFile] = []) throws -> SentenceReview {
    let catalogue = try IntentCatalogue(files: IntentCatalogue.files(in: TestWorld.folder) + more)
    return SentenceReview(catalogue, try Recognizer(catalogue))
  }

  @Test func noSentenceOfOursIsStolen() throws {
    #expect(try review().thefts().map(\.text) == [])
  }

  @Test func aSentenceInTheWrongFileIsFound() throws {
    let wrong = SourceFile(
      path: "sentences/x.yaml",
      text: "intent: talk.bye\nsentences: |\n  đăng ký {honour} cho {person}\n")
    let thefts = try review([wrong]).thefts()
    #expect(thefts.contains { $0.file == wrong.path && $0.line == 3 })
  }

  @Test func whatNoTestIsLikeIsTold() throws {
    let review = try review()
    let all = review.untested(by: []).count
    let fewer = review.untested(by: [(.talkThanks, "cảm ơn em nhiều")]).count
    #expect(fewer < all)
  }

  @Test func slotsOfNoUseAreTold() throws {
    let file = SourceFile(
      path: "sentences/x.yaml", text: "intent: talk.thanks\nsentences: |\n  cảm ơn {honour} nhé\n")
    #expect(try review([file]).uselessSlots().contains { $0.file == file.path })
  }
}
