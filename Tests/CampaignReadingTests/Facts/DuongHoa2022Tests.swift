import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The table `duong-hoa-2022` of the spec, row by row.
@Suite struct DuongHoa2022Tests {
  let campaign: Campaign

  init() throws { campaign = try Deployed.campaign("duong-hoa-2022") }

  @Test func heading() {
    #expect(campaign.organization.name == "xã Dương Hòa")
    #expect(campaign.organization.id == "duong-hoa")
    #expect(campaign.organization.level == .commune)
    #expect(campaign.organization.superiors == ["thị xã Hương Thủy", "tỉnh Thừa Thiên Huế"])
    #expect(campaign.document.number == "42/KH-UBND")
    #expect(campaign.document.issued == nil)
    #expect(campaign.theme.contains("kinh tế - xã hội năm 2022"))
    #expect(
      campaign.bases == [
        LegalBasis(
          number: "129/KH-UBND", issued: day("2021-11-02"),
          issuer: "Ủy ban nhân dân thị xã Hương Thủy")
      ])
    #expect(campaign.period.first == day("2021-11-02"))
    #expect(campaign.period.last == day("2022-12-31"))
  }

  @Test func theImpossibleDateIsAFinding() throws {
    let finding = try #require(campaign.findings.first { $0.id == "impossible-date" })
    #expect(finding.text.contains("ngày 42 tháng 11 năm 2021"))
    #expect(finding.readAs != nil)
  }

  @Test(arguments: [
    ExpectedMilestone(
      id: "registration", kind: .registration, lastValidDay: "2022-01-14",
      owedBy: .persons([.member, .officer]), wording: "trước ngày 15/01/2022"),
    ExpectedMilestone(
      id: "council", kind: .council, opens: "2022-11-15", lastValidDay: "2022-11-22",
      owedBy: .posts([.secretary, .chair]), wording: "từ ngày 15 đến ngày 22/11/2022"),
  ])
  func milestone(_ expected: ExpectedMilestone) throws {
    try expected.check(in: campaign)
  }

  @Test func noOtherDates() {
    #expect(campaign.milestones.count == 2)
    #expect(campaign.waves.isEmpty && campaign.rounds.isEmpty && campaign.targets.isEmpty)
    #expect(campaign.works == nil && campaign.dossier == nil && campaign.quota == .none)
  }

  @Test func registrationHoldsPledgesAndGoesUp() {
    #expect(campaign.registration?.title.contains("giao ước thi đua") == true)
    #expect(campaign.groups(.person).contains("cán bộ, công chức xã"))
    #expect(campaign.groups(.person).contains("người hoạt động không chuyên trách"))
    #expect(campaign.says("đăng ký danh hiệu và hình thức khen thưởng: Hội đồng"))
    #expect(campaign.says("→ UBND thị xã Hương Thủy"))
  }

  @Test(arguments: [
    ("LDTT", [SubjectKind.person], "Chủ tịch UBND xã Dương Hòa", false),
    ("CSTDCS", [.person], "Chủ tịch UBND thị xã Hương Thủy", true),
    ("CSTDT", [.person], "Chủ tịch UBND tỉnh Thừa Thiên Huế", true),
    ("CSTDTQ", [.person], "Thủ tướng Chính phủ", true),
    ("TTLDTT", [.collective], "Chủ tịch UBND thị xã Hương Thủy", true),
    ("TTLDXS", [.collective], "Chủ tịch UBND tỉnh Thừa Thiên Huế", true),
    ("GKX", [.person, .collective], "Chủ tịch UBND xã Dương Hòa", false),
    ("GKH", [.person, .collective], "Chủ tịch UBND thị xã Hương Thủy", true),
    ("BKT", [.person, .collective], "Chủ tịch UBND tỉnh Thừa Thiên Huế", true),
    ("BKTTG", [.person, .collective], "Thủ tướng Chính phủ", true),
  ])
  func honour(_ code: String, _ kinds: [SubjectKind], _ by: String, _ upward: Bool) throws {
    let honour = try #require(campaign.honour(code))
    #expect(honour.registrable)
    #expect(honour.kinds == kinds)
    #expect(honour.conferredBy == by)
    #expect(honour.proposedUpward == upward)
  }

  @Test(arguments: [
    "Cả nước chung sức xây dựng nông thôn mới",
    "Cả nước chung tay vì người nghèo – Không để ai bị bỏ lại phía sau",
    "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
    "Ngày Chủ nhật xanh",
    "Nói không với túi ni lông và sản phẩm nhựa sử dụng một lần",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa",
    "Toàn dân bảo vệ an ninh Tổ quốc",
  ])
  func movement(_ name: String) {
    #expect(campaign.movements.contains(name))
    #expect(campaign.movements.count == 7)
  }

  @Test func posts() throws {
    let secretary = try #require(campaign.post("Thư ký Hội đồng"))
    #expect(secretary.title.contains("Văn phòng – Thống kê"))
    #expect(secretary.takesDifficulties)
    #expect(secretary.duties.contains { $0.contains("đôn đốc đăng ký") })
    #expect(secretary.duties.contains { $0.contains("khen thưởng kịp thời") })
    let culture = try #require(campaign.post("Văn hóa – Xã hội"))
    #expect(culture.title.contains("Đài truyền thanh"))
    #expect(culture.duties.contains { $0.contains("các thôn") && $0.contains("nhân rộng") })
  }

  @Test(arguments: [
    "chỉ tiêu thi đua của đơn vị", "báo cáo việc tổ chức phong trào về Hội đồng",
    "vận động nhân dân", "An toàn về an ninh, trật tự",
    "chính xác, công khai, công bằng, kịp thời", "đột xuất", "người lao động trực tiếp",
  ])
  func alsoNamed(_ words: String) {
    #expect(campaign.says(words))
  }
}
