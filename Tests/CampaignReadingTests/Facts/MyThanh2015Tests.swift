import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The table `my-thanh-2015` of the spec, row by row.
@Suite struct MyThanh2015Tests {
  let campaign: Campaign

  init() throws { campaign = try Deployed.campaign("my-thanh-2015") }

  @Test func heading() {
    #expect(campaign.title == "Đồng khởi mới")
    #expect(campaign.organization.name == "xã Mỹ Thạnh")
    #expect(campaign.organization.superiors == ["huyện Giồng Trôm", "tỉnh Bến Tre"])
    #expect(campaign.document.number == "23/KH-UBND")
    #expect(campaign.document.issued == day("2015-03-13"))
    #expect(campaign.bases.map(\.number) == ["519/KH-UBND"])
    #expect(campaign.bases.first?.issued == day("2015-03-09"))
    #expect(campaign.bases.first?.issuer.contains("huyện Giồng Trôm") == true)
    #expect(campaign.period.first == day("2015-03-13"))
    #expect(campaign.period.last == day("2020-12-31"))
    #expect(campaign.period.wording == "từ khi phát động đến cuối năm 2020")
    #expect(campaign.findings.isEmpty)
  }

  @Test func sixRounds() {
    #expect(campaign.rounds.map(\.year) == [2015, 2016, 2017, 2018, 2019, 2020])
    #expect(campaign.rounds.first?.span.iso == "2015-03-13/2015-12-31")
    #expect(campaign.rounds.last?.span.iso == "2020-01-01/2020-12-31")
  }

  @Test(arguments: 2015...2020)
  func yearlyReviewAndSelection(_ year: Int) throws {
    for (id, kind) in [("review", MilestoneKind.review), ("council", .council)] {
      try ExpectedMilestone(
        id: "\(id)-\(year)", kind: kind, lastValidDay: "\(year)-12-31",
        owedBy: .posts([.secretary, .chair]), wording: "hằng năm"
      ).check(in: campaign)
    }
    #expect(campaign.milestones.count == 12)
  }

  @Test func twoCollectivesAndThreePersonsAYear() {
    #expect(campaign.quota == .perYear(collectives: 2, persons: 3, source: "mục II.3"))
    #expect(campaign.registration == nil)
    #expect(campaign.works == nil)
  }

  @Test(arguments: [
    "tham mưu, theo dõi, đôn đốc", "kịp thời đề xuất khen thưởng", "nêu gương điển hình",
  ])
  func duties(_ words: String) {
    #expect(campaign.says(words))
  }

  @Test func posts() {
    #expect(campaign.post("Văn phòng – Thống kê")?.takesDifficulties == true)
    #expect(campaign.post("Đài truyền thanh")?.title.contains("tổ thông tin các ấp") == true)
  }
}
