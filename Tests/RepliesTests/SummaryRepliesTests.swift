import Campaigns
import CivilTime
import Replies
import Testing
import Wire

@Suite struct SummaryRepliesTests {
  @Test func counts() {
    let answer = answer(
      registrations: [Summary.Count(name: "Lao động tiên tiến", count: 12)],
      dossiers: [
        Summary.InState(state: .draft, count: 2), Summary.InState(state: .awarded, count: 3),
      ],
      awards: [Summary.Count(name: "Giấy khen", count: 3)],
      byUnit: [
        Summary.UnitLine(unit: "thôn Hộ", registrations: 7, works: 1, dossiers: 2, awards: 1)
      ])
    #expect(
      answer.text == """
        Số liệu tổng hợp, phong trào thi đua năm 2022, đến ngày 16/11/2022:
        - Đăng ký: 12/20 người (Lao động tiên tiến: 12)
        - Giao ước thi đua: 4
        - Công trình, phần việc, mô hình, sự kiện: 5, hoàn thành 2
        - Hồ sơ: 5 (đang lập: 2; đã có quyết định khen thưởng: 3)
        - Khen thưởng: 3 (Giấy khen: 3)
        Theo đơn vị:
        - thôn Hộ: 7 đăng ký, 1 công trình, 2 hồ sơ, 1 khen thưởng
        """)
    #expect(answer.data["people"] == 20)
    #expect(answer.data["registered_people"] == 12)
    #expect(answer.data["works_done"] == 2)
    #expect(
      answer.data["dossiers"] == [
        ["state": "draft", "count": 2], ["state": "awarded", "count": 3],
      ])
    #expect(answer.data["units"]?.arrayValue?.first?["registrations"] == 7)
  }

  @Test func nothingYet() {
    let text = answer().text
    expectVietnamese(text)
    #expect(text.contains("- Hồ sơ: 0\n"))
    #expect(!text.contains("Theo đơn vị"))
  }

  private func answer(
    registrations: [Summary.Count] = [], dossiers: [Summary.InState] = [],
    awards: [Summary.Count] = [], byUnit: [Summary.UnitLine] = []
  ) -> Answer {
    Outcome.summary(
      Summary(
        campaign: "thi đua năm 2022", unit: nil, day: Samples.now.date, people: 20,
        registrations: registrations, registeredPeople: 12, pledges: 4, works: 5, worksDone: 2,
        dossiers: dossiers, awards: awards, byUnit: byUnit)
    ).answer(at: Samples.now)
  }
}
