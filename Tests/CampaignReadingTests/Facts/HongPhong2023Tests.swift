import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The table `hong-phong-2023` of the spec, row by row.
@Suite struct HongPhong2023Tests {
  let campaign: Campaign

  init() throws { campaign = try Deployed.campaign("hong-phong-2023") }

  @Test func heading() {
    #expect(campaign.organization.name == "xã Hồng Phong")
    #expect(campaign.organization.superiors == ["huyện Cao Lộc", "tỉnh Lạng Sơn"])
    #expect(campaign.document.number == nil)
    #expect(campaign.document.issued == nil)
    #expect(campaign.theme.contains("15/6/1933 – 15/6/2023"))
    #expect(campaign.bases.map(\.number) == ["113/KH-UBND"])
    #expect(campaign.bases.first?.issued == day("2023-03-09"))
    #expect(campaign.period.first == day("2023-03-09"))
    #expect(campaign.period.last == day("2023-05-31"))
    #expect(campaign.period.wording == "từ ngày phát động đến hết ngày 31/5/2023")
  }

  @Test(arguments: [
    ("blank-number", "Số: /PD-UBND"), ("blank-date", "tháng 3 năm 2023"),
    ("kind-mark", "113/KH-UBND"),
  ])
  func finding(_ id: String, _ quotes: String) throws {
    let finding = try #require(campaign.findings.first { $0.id == id })
    #expect(finding.text.contains(quotes))
    #expect(finding.readAs != nil)
  }

  @Test(arguments: [
    ExpectedMilestone(
      id: "work", kind: .work, lastValidDay: "2023-05-31", owedBy: .units,
      wording: "đến hết ngày 31/5/2023"),
    ExpectedMilestone(
      id: "closing", kind: .closing, lastValidDay: "2023-05-31",
      owedBy: .posts([.secretary, .chair]), wording: "kết thúc đợt thi đua"),
  ])
  func milestone(_ expected: ExpectedMilestone) throws {
    try expected.check(in: campaign)
  }

  @Test func oneModelOrWorkOrTask() throws {
    let works = try #require(campaign.works)
    #expect(works.groups == [WorkMinimum.Group(kinds: [.model, .work, .task], atLeast: 1)])
    #expect(works.owedBy == "mỗi tổ chức chính trị - xã hội, mỗi thôn")
  }

  @Test func nothingIsRegisteredBeforehand() {
    #expect(campaign.registration == nil)
    #expect(!campaign.honours.contains { $0.registrable })
    #expect(campaign.quota == .none)
  }

  @Test func whoCanBeRewarded() {
    #expect(
      campaign.groups(.collective) == [
        "Ủy ban MTTQ và các tổ chức chính trị - xã hội xã", "các thôn", "doanh nghiệp",
      ])
    #expect(
      campaign.groups(.person) == ["cán bộ, công chức", "doanh nhân", "nông dân", "công nhân"])
    #expect(campaign.groups(.household) == ["gia đình"])
  }

  @Test(arguments: [
    ("GKX", "Chủ tịch UBND xã Hồng Phong", false),
    ("GKH", "Chủ tịch UBND huyện Cao Lộc", true),
    ("BKT", "Chủ tịch UBND tỉnh Lạng Sơn", true),
  ])
  func award(_ code: String, _ by: String, _ upward: Bool) throws {
    let award = try #require(campaign.honour(code))
    #expect(award.conferredBy == by)
    #expect(award.proposedUpward == upward)
    #expect(award.criteria.map(\.kinds) == [[.collective], [.person], [.person, .household]])
    #expect(award.criteria.last?.group == "gia đình, nông dân, người lao động")
  }

  @Test(arguments: [
    ("GKX", 0, "6 tháng đầu năm 2023"), ("GKX", 0, "pháp luật"), ("GKX", 1, "mưu trí, dũng cảm"),
    ("GKX", 2, "sản xuất giỏi"), ("GKH", 0, "1 mô hình tiêu biểu hoặc 1 công trình, phần việc"),
    ("GKH", 0, "6 tháng đầu năm 2023"), ("GKH", 1, "giải pháp hữu ích"),
    ("BKT", 0, "ít nhất 1 mô hình"), ("BKT", 0, "6 tháng đầu năm 2023"), ("BKT", 0, "trật tự"),
    ("BKT", 1, "sáng kiến hoặc giải pháp hữu ích"), ("BKT", 1, "mưu trí, dũng cảm"),
    ("BKT", 2, "nổi bật"),
  ])
  func criterion(_ code: String, _ group: Int, _ words: String) throws {
    let criteria = try #require(campaign.honour(code)?.criteria)
    #expect(criteria[group].conditions.contains { $0.contains(words) })
  }

  @Test func workIsNoConditionForTheCommunesAward() throws {
    let collectives = try #require(campaign.honour("GKX")?.criteria.first)
    #expect(!collectives.conditions.contains { $0.contains("mô hình") })
  }

  @Test func difficultiesAndFlow() throws {
    let office = try #require(campaign.posts.first { $0.takesDifficulties })
    #expect(office.title.contains("Văn phòng – Thống kê"))
    #expect(office.duties.contains { $0.contains("thẩm định hồ sơ") })
    #expect(office.duties.contains { $0.contains("trình Hội đồng") })
    #expect(campaign.says("khó khăn, vướng mắc: cơ quan, đơn vị → UBND xã, qua công chức"))
    #expect(campaign.says("Chủ tịch UBND xã quyết định, hoặc đề nghị Chủ tịch UBND huyện, tỉnh"))
  }
}
