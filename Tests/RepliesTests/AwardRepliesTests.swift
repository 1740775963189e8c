import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct AwardRepliesTests {
  @Test(
    arguments: [
      (
        nil, nil, nil, "1 khen thưởng:",
        "1. Nguyễn Thị Hoa (thôn Buồng Tằm): Chiến sĩ thi đua cơ sở năm 2022 (quyết định 12/QĐ-UBND ngày 12/12/2022, Chủ tịch UBND xã), phong trào thi đua năm 2022"
      ),
      (
        "thi đua năm 2022", 2022, "thôn Buồng Tằm",
        "1 khen thưởng của thôn Buồng Tằm năm 2022, phong trào thi đua năm 2022:",
        "1. Nguyễn Thị Hoa (thôn Buồng Tằm): Chiến sĩ thi đua cơ sở năm 2022 (quyết định 12/QĐ-UBND ngày 12/12/2022, Chủ tịch UBND xã)"
      ),
    ] as [(String?, Int?, String?, String, String)])
  func lists(campaign: String?, year: Int?, unit: String?, head: String, line: String) {
    let answer = Outcome.awards(
      AwardList(campaign: campaign, year: year, unit: unit, awards: [Samples.award])
    ).answer(at: Samples.now)
    #expect(answer.text == head + "\n" + line)
    #expect(
      answer.data["awards"]?.arrayValue?.first?.description
        == #"{"subject":{"kind":"person","name":"Nguyễn Thị Hoa","unit":"thôn Buồng Tằm"},"honour":"CSTDCS","name":"Chiến sĩ thi đua cơ sở","year":2022,"number":"12/QĐ-UBND","date":"2022-12-12","decided_by":"Chủ tịch UBND xã","campaign_title":"thi đua năm 2022","revoked":false}"#
    )
  }

  @Test func nobodyYet() {
    let answer = Outcome.awards(AwardList(campaign: nil, year: 2022, unit: nil, awards: []))
      .answer(at: Samples.now)
    #expect(answer.text == "Chưa có khen thưởng nào năm 2022.")
    #expect(answer.data["count"] == 0)
  }

  @Test func oneDecisionCanHonourSeveral() {
    let answer = Outcome.made(Samples.made(.awarded([Samples.award, Samples.award])))
      .answer(at: Samples.now)
    #expect(
      answer.text.hasPrefix(
        "Đã ghi quyết định khen thưởng 12/QĐ-UBND ngày 12/12/2022 của Chủ tịch UBND xã, 2 trường hợp, phong trào thi đua năm 2022.\n"
      ))
    #expect(answer.data["subject"] == .null)
    #expect(answer.data["number"] == "12/QĐ-UBND")
    #expect(answer.data["awards"]?.arrayValue?.count == 2)
    let one = Outcome.made(Samples.made(.awarded([Samples.award]))).answer(at: Samples.now)
    #expect(one.data["subject"]?["name"] == "Nguyễn Thị Hoa")
  }

  @Test(
    arguments: [
      (.numberUsed(number: "12/QĐ-UBND", on: "2022-12-12"), "duplicate", "12/QĐ-UBND"),
      (.conferredHere(honour: "Giấy khen", by: "Chủ tịch UBND xã"), "wrong_state", "Theo kế hoạch"),
      (.conferredAbove(honour: "Bằng khen", by: "Chủ tịch tỉnh"), "wrong_state", "Theo kế hoạch"),
      (.dayInFuture("2022-12-31"), "wrong_state", "31/12/2022"),
    ] as [(AwardRefusal, String, String)])
  func refusals(refusal: AwardRefusal, code: String, words: String) {
    let refusal = Refusal.wrongState(.award(refusal))
    #expect(refusal.code == code)
    #expect(refusal.answer.text.contains(words))
  }

  @Test(
    "Places taken and left",
    arguments: [
      (0, 0, "đã chọn 0 tập thể và 0 cá nhân; còn 2 tập thể và 3 cá nhân.", 2, 3),
      (1, 3, "đã chọn 1 tập thể và 3 cá nhân; còn 1 tập thể và 0 cá nhân.", 1, 0),
      (3, 3, "đã chọn 3 tập thể và 3 cá nhân; còn 0 tập thể và 0 cá nhân.", 0, 0),
    ] as [(Int, Int, String, JSONValue, JSONValue)])
  func places(
    collectives: Int, persons: Int, words: String, leftCollectives: JSONValue,
    leftPersons: JSONValue
  ) {
    let answer = Outcome.quota(
      QuotaFacts(
        campaign: "Đồng khởi mới",
        quota: .perYear(collectives: 2, persons: 3, source: "mục II.3"), year: 2016,
        collectives: collectives, persons: persons)
    ).answer(at: Samples.now)
    #expect(
      answer.text == """
        Phong trào Đồng khởi mới: mỗi năm xét chọn 2 tập thể và 3 cá nhân (mục II.3).
        Năm 2016: \(words)
        """)
    #expect(answer.data["year"] == 2016)
    #expect(answer.data["collectives"] == 2)
    #expect(answer.data["places_persons"] == 3)
    #expect(answer.data["taken_persons"] == .integer(Int64(persons)))
    #expect(answer.data["left_collectives"] == leftCollectives)
    #expect(answer.data["left_persons"] == leftPersons)
  }
}
