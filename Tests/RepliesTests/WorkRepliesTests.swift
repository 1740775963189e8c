import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct WorkRepliesTests {
  @Test(
    arguments: [
      (Samples.work(), "đạt 50 %, hạn hết thứ Bảy, 31/12/2022"),
      (Samples.work(due: nil), "đạt 50 %"),
      (Samples.work(due: "2022-11-15"), "đạt 50 %, hạn hết thứ Ba, 15/11/2022, đã quá hạn"),
      (Samples.work(due: "2022-11-16"), "đạt 50 %, hạn hết thứ Tư, 16/11/2022"),
      (Samples.work(percent: 100, completedOn: "2022-11-10"), "hoàn thành ngày 10/11/2022"),
      (
        Samples.work(percent: 100, due: "2022-11-01", completedOn: "2022-11-10"),
        "hoàn thành ngày 10/11/2022, trễ hạn 01/11/2022"
      ),
    ] as [(WorkEntry, String)])
  func progress(work: WorkEntry, words: String) {
    let text = answer([work]).text
    expectVietnamese(text)
    #expect(text.contains("\n1. thôn Buồng Tằm: công trình “đường hoa”: \(words)"))
  }

  @Test func whoHasTooFew() {
    let below = WorkList.Below(unit: "thôn Hộ", lacking: Samples.lacking())
    let answer = answer([Samples.work()], below: [below])
    #expect(
      answer.text.contains(
        """
        Công trình, phần việc: mỗi đơn vị có ít nhất 1 công trình hoặc phần việc và ít nhất 1 sự kiện (mục IV).
        Chưa đăng ký đủ (1 đơn vị):
        - thôn Hộ: thiếu 1 công trình hoặc phần việc và 1 sự kiện
        Gõ: đăng ký công trình TÊN CÔNG TRÌNH
        """))
    #expect(
      answer.data["below"]?.arrayValue?.first?.description
        == #"{"unit":"thôn Hộ","lacking":[{"work_kinds":["work","task"],"lacking":1},{"work_kinds":["event"],"lacking":1}]}"#
    )
    #expect(answer.data.members.map(\.key) == ["count", "works", "minimum", "below"])
  }

  @Test func noWorks() {
    expectVietnamese(answer([]).text)
    #expect(answer([]).data["works"] == [])
  }

  @Test func aRegistrationSaysWhatIsLacking() {
    let answer = Outcome.made(
      Samples.made(
        .workRegistered(Samples.work(percent: 0), lacking: Samples.lacking(.work)))
    ).answer(at: Samples.now)
    #expect(answer.text.contains("Theo kế hoạch, thôn Buồng Tằm còn thiếu 1 sự kiện."))
    #expect(answer.data["work_kind"] == "work")
    #expect(answer.data["percent"] == 0)
    #expect(answer.data["lacking"]?.arrayValue?.count == 1)
  }

  @Test func aReportSaysWhatWasBefore() {
    let answer = Outcome.made(Samples.made(.workReported(Samples.work(), before: 20)))
      .answer(at: Samples.now)
    #expect(answer.text.contains("đạt 50 % (trước đó 20 %)"))
    #expect(answer.data["before"] == 20)
    #expect(answer.data["in_time"] == .null)
  }

  private func answer(_ works: [WorkEntry], below: [WorkList.Below] = []) -> Answer {
    Outcome.works(
      WorkList(
        campaign: "thi đua năm 2022", unit: nil, minimum: Samples.minimum, works: works,
        below: below, day: Samples.now.date)
    ).answer(at: Samples.now)
  }
}
