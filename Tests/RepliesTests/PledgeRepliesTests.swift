import Campaigns
import CivilTime
import Replies
import TestSupport
import Testing
import Wire

@Suite struct PledgeRepliesTests {
  @Test func whoHasSigned() {
    let answer = answer([Samples.pledge, Samples.ownPledge], missing: [Samples.hoa])
    #expect(
      answer.text == """
        2 giao ước thi đua của thôn Buồng Tằm đã ký, phong trào thi đua năm 2022:
        1. Nguyễn Thị Hoa (thôn Buồng Tằm): ngày 10/01/2022: “không để ai bỏ học”
        2. thôn Buồng Tằm: ngày 11/01/2022
        1 người chưa ký:
        - Nguyễn Thị Hoa (thôn Buồng Tằm)
        """)
    #expect(answer.data["count"] == 2)
    #expect(answer.data["missing"] == 1)
    #expect(answer.data["pledges"]?.arrayValue?.first?["text"] == "không để ai bỏ học")
  }

  @Test(arguments: [[], [Samples.hoa]])
  func nobody(missing: [NamedSubject]) {
    let answer = answer([], missing: missing)
    expectVietnamese(answer.text)
    #expect(answer.text.contains("Gõ: ký giao ước thi đua"))
    #expect(answer.text.contains("Mọi người đã ký") == false)
    #expect(answer.data["pledges"] == [])
  }

  @Test func aMemberSeesTheOwnOne() {
    #expect(answer([], missing: nil).text.hasPrefix("Anh/chị chưa ký giao ước thi đua"))
    #expect(
      answer([Samples.pledge], missing: nil).text
        == "Anh/chị đã ký giao ước thi đua ngày 10/01/2022: “không để ai bỏ học”, phong trào thi đua năm 2022."
    )
  }

  @Test func aLongListIsCutButNotItsData() {
    let answer = answer(Array(repeating: Samples.pledge, count: 53), missing: [])
    #expect(answer.text.contains("\n… và 3 giao ước nữa."))
    #expect(answer.data["pledges"]?.arrayValue?.count == 53)
  }

  private func answer(_ signed: [PledgeEntry], missing: [NamedSubject]?) -> Answer {
    Outcome.pledges(
      PledgeList(
        campaign: "thi đua năm 2022", unit: "thôn Buồng Tằm", signed: signed, missing: missing)
    ).answer(at: Samples.now)
  }
}
