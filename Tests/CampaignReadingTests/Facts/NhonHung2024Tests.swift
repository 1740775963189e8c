import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The table `nhon-hung-2024` of the spec, row by row.
@Suite struct NhonHung2024Tests {
  let campaign: Campaign

  init() throws { campaign = try Deployed.campaign("nhon-hung-2024") }

  @Test func heading() {
    #expect(campaign.organization.name == "phường Nhơn Hưng")
    #expect(campaign.organization.superiors == ["thị xã Tịnh Biên", "tỉnh An Giang"])
    #expect(campaign.document.number == "34/KH-UBND")
    #expect(campaign.document.issued == day("2024-03-07"))
    #expect(campaign.period.first == day("2024-01-01"))
    #expect(campaign.period.last == day("2024-12-31"))
    #expect(campaign.quota == .none)
  }

  @Test func eachWaveWithDatesEndsWithAReview() {
    let reviews = campaign.milestones(of: .review)
    #expect(reviews.map(\.deadline.lastValidDay) == [day("2024-06-30"), day("2024-12-31")])
    #expect(reviews.map(\.owedBy) == [.posts([.secretary]), .posts([.secretary])])
    #expect(campaign.milestones.count == 3)
  }

  @Test func registrationEndsOnASunday() throws {
    try ExpectedMilestone(
      id: "registration", kind: .registration, lastValidDay: "2024-03-31",
      owedBy: .persons([.member, .officer]), wording: "trong tháng 3 năm 2024"
    ).check(in: campaign)
    #expect(campaign.milestones(of: .registration).count == 1)
    #expect(campaign.says("Chủ nhật"))
    #expect(campaign.says("Trưởng khóm"))
    #expect(campaign.says("→ UBND thị xã Tịnh Biên"))
    #expect(
      campaign.honours.filter(\.registrable).map(\.code) == [
        "LDTT", "CSTDCS", "CSTDT", "CSTDTQ", "TTLDTT", "TTLDXS", "GKX", "GKH", "BKT", "BKTTG",
      ])
  }

  @Test(
    arguments: [
      ("Đợt 1", "2024-01-01/2024-06-30", ["03/02", "26/3", "30/4", "07/5", "19/5", "11/6"]),
      ("Đợt 2", "2024-07-01/2024-12-31", ["20/8", "19/8", "02/9", "22/11", "22/12"]),
      ("Đợt đặc biệt", nil, ["185 năm Tịnh Biên", "1 năm thực hiện Nghị quyết 721/NQ-UBTVQH15"]),
    ] as [(String, String?, [String])])
  func wave(_ name: String, _ span: String?, _ occasions: [String]) throws {
    let wave = try #require(campaign.waves.first { $0.name == name })
    #expect(wave.span?.iso == span)
    #expect(wave.occasions.count == occasions.count)
    for (occasion, start) in zip(wave.occasions, occasions) {
      #expect(occasion.hasPrefix(start))
    }
  }

  @Test(arguments: [
    ("tinh-bien-anniversary", "185 năm", "1839 - 2022"),
    ("an-giang-anniversary", "192 năm", "22/11/1932 - 22/11/2024"),
    ("assigning-level", "huyện", "thị xã"),
  ])
  func finding(_ id: String, _ one: String, _ other: String) throws {
    let finding = try #require(campaign.findings.first { $0.id == id })
    #expect(finding.text.contains(one) && finding.text.contains(other))
    #expect(finding.readAs != nil)
  }

  @Test func whoCanCompete() {
    let collectives = campaign.groups(.collective).joined(separator: "; ")
    for group in ["ban, ngành", "cơ quan Đảng", "MTTQ", "hội", "doanh nghiệp", "khóm"] {
      #expect(collectives.contains(group))
    }
    let persons = campaign.groups(.person).joined(separator: "; ")
    for group in ["cán bộ, công chức, viên chức", "lực lượng vũ trang", "nhân dân trong phường"] {
      #expect(persons.contains(group))
    }
  }

  @Test(arguments: [
    "bình xét danh hiệu", "khen thưởng hoặc trình cấp trên", "sơ kết, tổng kết các phong trào",
    "Kinh phí khen thưởng theo quy định hiện hành", "kiểm tra, giám sát", "tham mưu",
    "truyền thanh và trang thông tin điện tử",
  ])
  func dutiesAndRewards(_ words: String) {
    #expect(campaign.says(words))
  }
}
