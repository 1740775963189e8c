import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The table `quy-hop-2023` of the spec, row by row.
@Suite struct QuyHop2023Tests {
  let campaign: Campaign

  init() throws { campaign = try Deployed.campaign("quy-hop-2023") }

  @Test func heading() {
    #expect(campaign.organization.name == "huyện Quỳ Hợp")
    #expect(campaign.organization.level == .district)
    #expect(campaign.organization.superiors == ["tỉnh Nghệ An"])
    #expect(campaign.document.number == nil)
    #expect(campaign.document.issued == nil)
    #expect(campaign.theme.contains("19/4/1963 – 19/4/2023"))
    #expect(campaign.bases.first?.number == "120/KH-UBND")
    #expect(campaign.bases.first?.issued == day("2022-06-07"))
    #expect(campaign.bases.count == 5)
    #expect(campaign.period.first == day("2022-06-07"))
    #expect(campaign.period.last == day("2023-04-19"))
    #expect(campaign.aliases.contains("phong trào 60 năm"))
  }

  @Test(arguments: [
    ("blank-number", "Số: /KH-UBND"), ("blank-date", "2022"), ("end-year", "đến ngày 19/4/2022"),
    ("end-year", "07/6/2022"), ("district-name", "Quỳ Hợp, Quỳnh Hợp và Quý Hợp"),
    ("section-letters", "f, h, g"), ("report-before-works", "31/3/2023"),
    ("report-before-works", "19/4/2023"),
  ])
  func finding(_ id: String, _ quotes: String) throws {
    let finding = try #require(campaign.findings.first { $0.id == id })
    #expect(finding.text.contains(quotes))
    #expect(finding.readAs != nil)
  }

  @Test(arguments: [
    ExpectedMilestone(
      id: "report", kind: .report, lastValidDay: "2023-03-30", owedBy: .units,
      wording: "trước ngày 31/3/2023"),
    ExpectedMilestone(
      id: "dossier", kind: .dossier, lastValidDay: "2023-03-30", owedBy: .units,
      wording: "trước ngày 31/3/2023"),
    ExpectedMilestone(
      id: "work", kind: .work, lastValidDay: "2023-04-18", owedBy: .units,
      wording: "trước ngày 19/4/2023"),
  ])
  func milestone(_ expected: ExpectedMilestone) throws {
    try expected.check(in: campaign)
    #expect(campaign.milestones.count == 3)
  }

  @Test func oneWorkOrTaskAndOneEvent() throws {
    let works = try #require(campaign.works)
    #expect(
      works.groups == [
        WorkMinimum.Group(kinds: [.work, .task], atLeast: 1),
        WorkMinimum.Group(kinds: [.event], atLeast: 1),
      ])
    #expect(works.owedBy == "mỗi cơ quan, đơn vị, địa phương")
    #expect(campaign.says("thể thao, văn nghệ, hội thi, tọa đàm"))
  }

  @Test func awards() {
    #expect(campaign.honours.map(\.code) == ["GKH", "GKX"])
    #expect(campaign.honour("GKH")?.conferredBy == "Chủ tịch UBND huyện Quỳ Hợp")
    #expect(campaign.honour("GKX")?.conferredBy == "Chủ tịch UBND các xã, thị trấn")
    #expect(!campaign.honours.contains { $0.registrable })
    #expect(campaign.registration == nil)
  }

  @Test func quotaOpensAfterTheEnd() {
    guard case .afterEnd(let end, let decidedBy, _) = campaign.quota else {
      Issue.record("quota is \(campaign.quota)")
      return
    }
    #expect(end == day("2023-04-19"))
    #expect(decidedBy.contains("UBND huyện Quỳ Hợp"))
    #expect(decidedBy.contains("kết quả"))
  }

  @Test func papersOfADossier() throws {
    let dossier = try #require(campaign.dossier)
    #expect(dossier.papers.map(\.kind) == [.proposal, .minutes, .achievementReport])
    #expect(dossier.papers[0].title.contains("thủ trưởng cơ quan, đơn vị hoặc Chủ tịch UBND xã"))
  }

  @Test(arguments: [
    "báo cáo tổng kết và đề nghị khen thưởng: cơ quan, đơn vị, địa phương → UBND huyện, qua Phòng Nội vụ",
    "hồ sơ khen thưởng đã tổng hợp: Phòng Nội vụ → Chủ tịch UBND huyện",
    "danh sách công trình, sự kiện đăng ký", "thường xuyên kiểm tra tiến độ",
    "định kỳ báo cáo UBND huyện", "nêu gương điển hình", "kiểm tra, đôn đốc theo phân công",
    "Mỗi cơ quan, đơn vị, xã, thị trấn tự đăng ký, báo cáo và đề nghị cho mình",
  ])
  func flowAndDuties(_ words: String) {
    #expect(campaign.says(words))
  }

  @Test func theInteriorOfficeTakesDifficulties() {
    #expect(campaign.posts.first { $0.takesDifficulties }?.title.contains("Phòng Nội vụ") == true)
  }
}
