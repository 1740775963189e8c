import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct PledgeRepliesTests {
  @Test func whoHasSigned() {
    let answer = answer([Samples.pledge, Samples.ownPledge], missing: 3)
    #expect(
      answer.text == """
        2 giao ước thi đua của thôn Buồng Tằm đã ký, phong trào thi đua năm 2022:
        1. Nguyễn Thị Hoa (thôn Buồng Tằm): ngày 10/01/2022: “không để ai bỏ học”
        2. thôn Buồng Tằm: ngày 11/01/2022
        Còn 3 nơi, người chưa ký.
        """)
    #expect(answer.data["count"] == 2)
    #expect(answer.data["missing"] == 3)
    #expect(answer.data["pledges"]?.arrayValue?.first?["text"] == "không để ai bỏ học")
  }

  @Test(arguments: [nil, 0, 3] as [Int?])
  func nobody(missing: Int?) {
    let answer = answer([], missing: missing)
    expectVietnamese(answer.text)
    #expect(answer.text.contains("Gõ: ký giao ước thi đua"))
    #expect(answer.text.contains("Tất cả đã ký") == false)
    #expect(answer.data["pledges"] == [])
  }

  @Test func aLongListIsCutButNotItsData() {
    let answer = answer(Array(repeating: Samples.pledge, count: 53), missing: nil)
    #expect(answer.text.hasSuffix("\n… và 3 giao ước nữa."))
    #expect(answer.data["pledges"]?.arrayValue?.count == 53)
  }

  private func answer(_ signed: [PledgeEntry], missing: Int?) -> Answer {
    Outcome.pledges(
      PledgeList(
        campaign: "thi đua năm 2022", unit: "thôn Buồng Tằm", signed: signed, missing: missing)
    ).answer(at: Samples.now)
  }
}
