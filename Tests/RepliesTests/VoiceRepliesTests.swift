import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

/// Difficulties, good examples, announcements.
@Suite struct VoiceRepliesTests {
  @Test func difficultiesKeepTheirNumbers() {
    let answer = list([Samples.answered, Samples.feedback])
    #expect(
      answer.text == """
        2 phản ánh, phong trào thi đua năm 2022 (chưa trả lời: 1):
        - số 3, Trần Văn Bình, ngày 09/11/2022: “hạn gấp quá” – đã trả lời ngày 10/11/2022: “đã gia hạn”
        - số 12, Nguyễn Thị Hoa, ngày 10/11/2022: “chưa có mẫu báo cáo” – chưa trả lời
        Gõ: trả lời phản ánh 12: NỘI DUNG
        """)
    #expect(answer.data["open"] == 1)
    #expect(answer.data["feedback"]?.arrayValue?.map { $0["id"] } == [3, 12])
    #expect(answer.data["feedback"]?.arrayValue?.map { $0["answer"] } == ["đã gia hạn", .null])
  }

  @Test func nothingWaits() {
    #expect(!list([Samples.answered]).text.contains("Gõ:"))
    expectVietnamese(list([]).text)
    #expect(list([]).data["count"] == 0)
  }

  @Test(
    arguments: [
      (.feedbackSent(Samples.feedback), "Đã gửi phản ánh số 12 đến người phụ trách"),
      (.feedbackAnswered(Samples.answered), "Đã trả lời phản ánh số 3 của Trần Văn Bình"),
      (
        .exampleSent(Samples.household),
        "Đã ghi nhận gương điển hình gia đình Nguyễn Thị Hoa (thôn Buồng Tằm)"
      ),
    ] as [(ChangeMade.What, String)])
  func changes(what: ChangeMade.What, start: String) {
    let text = Outcome.made(Samples.made(what)).answer(at: Samples.now).text
    #expect(text.hasPrefix(start + ", phong trào thi đua năm 2022.\n"))
  }

  @Test func severalWaitForAnAnswer() {
    let refusal = Refusal.wrongState(.whichFeedback([3, 12]))
    #expect(refusal.code == "wrong_state")
    #expect(refusal.answer.text.contains("số 3 và 12"))
    #expect(refusal.answer.text.contains("trả lời phản ánh 3:"))
    #expect(refusal.answer.data["numbers"] == [3, 12])
  }

  private func list(_ entries: [FeedbackEntry]) -> Answer {
    Outcome.feedback(FeedbackList(campaign: "thi đua năm 2022", entries: entries))
      .answer(at: Samples.now)
  }
}
