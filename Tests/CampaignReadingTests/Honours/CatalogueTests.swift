import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The deployed catalogue, as facts.
@Suite struct CatalogueTests {
  let catalogue: HonoursCatalogue

  init() throws { catalogue = try Deployed.honours.get() }

  @Test(arguments: [
    (
      "LDTT", "Lao động tiên tiến", Honour.Form.title, Organization.Level.commune,
      [SubjectKind.person]
    ),
    ("CSTT", "Chiến sĩ tiên tiến", .title, .commune, [.person]),
    ("CSTDCS", "Chiến sĩ thi đua cơ sở", .title, .commune, [.person]),
    ("CSTDT", "Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh", .title, .province, [.person]),
    ("CSTDTQ", "Chiến sĩ thi đua toàn quốc", .title, .state, [.person]),
    ("TTLDTT", "Tập thể lao động tiên tiến", .title, .commune, [.collective]),
    ("TTLDXS", "Tập thể lao động xuất sắc", .title, .province, [.collective]),
    ("DVTT", "Đơn vị tiên tiến", .title, .commune, [.collective]),
    ("DVQT", "Đơn vị quyết thắng", .title, .province, [.collective]),
    ("CTDT", "Cờ thi đua cấp tỉnh", .title, .province, [.collective]),
    ("CTDCP", "Cờ thi đua của Chính phủ", .title, .state, [.collective]),
    ("XPTTTB", "Xã, phường, thị trấn tiêu biểu", .title, .province, [.collective]),
    ("TDPVH", "Thôn, tổ dân phố văn hóa", .title, .commune, [.collective]),
    ("GDVH", "Gia đình văn hóa", .title, .commune, [.household]),
    ("GKX", "Giấy khen của Chủ tịch UBND cấp xã", .award, .commune, SubjectKind.allCases),
    ("GKH", "Giấy khen của Chủ tịch UBND cấp huyện", .award, .district, SubjectKind.allCases),
    ("BKT", "Bằng khen của Chủ tịch UBND tỉnh", .award, .province, SubjectKind.allCases),
    ("BKTTG", "Bằng khen của Thủ tướng Chính phủ", .award, .state, SubjectKind.allCases),
  ])
  func honour(
    _ code: String, _ name: String, _ form: Honour.Form, _ level: Organization.Level,
    _ kinds: [SubjectKind]
  ) throws {
    let honour = try #require(catalogue[code])
    #expect(honour.name == name)
    #expect(honour.form == form)
    #expect(honour.level == level)
    #expect(honour.kinds == kinds)
  }

  /// Code, day, who decides: the change of 2025-07-01 is the one that matters most.
  @Test(arguments: [
    ("LDTT", "2022-11-15", "Chủ tịch UBND cấp xã"), ("LDTT", "2025-07-01", "Chủ tịch UBND cấp xã"),
    ("CSTDCS", "2022-11-15", "Chủ tịch UBND cấp huyện"),
    ("CSTDCS", "2025-06-30", "Chủ tịch UBND cấp huyện"),
    ("CSTDCS", "2025-07-01", "Chủ tịch UBND cấp xã"),
    ("TTLDTT", "2024-03-31", "Chủ tịch UBND cấp huyện"),
    ("TTLDTT", "2026-11-21", "Chủ tịch UBND cấp xã"),
    ("TDPVH", "2025-06-30", "Chủ tịch UBND cấp huyện"),
    ("TDPVH", "2025-07-01", "Chủ tịch UBND cấp xã"),
    ("GDVH", "2020-01-01", "Chủ tịch UBND cấp xã"), ("GKX", "2015-03-13", "Chủ tịch UBND cấp xã"),
    ("BKT", "2023-05-31", "Chủ tịch UBND cấp tỉnh"), ("CSTDTQ", "2024-01-01", "Thủ tướng"),
  ])
  func decidedBy(_ code: String, _ on: String, _ who: String) throws {
    let rule = try #require(catalogue[code]?.rule(on: day(on)))
    #expect(rule.decidedBy.contains(who))
  }

  @Test func districtAwardEndsWithTheDistricts() {
    #expect(catalogue["GKH"]?.rule(on: day("2025-06-30")) != nil)
    #expect(catalogue["GKH"]?.rule(on: day("2025-07-01")) == nil)
  }

  @Test func titlesThatTheLawOf2022BroughtDidNotExistBefore() {
    #expect(catalogue["XPTTTB"]?.rule(on: day("2023-12-31")) == nil)
    #expect(catalogue["XPTTTB"]?.rule(on: day("2024-01-01")) != nil)
  }

  @Test(
    arguments: [
      ("LDTT", nil), ("TTLDTT", nil), ("GKX", nil), ("CSTDCS", 80), ("CTDT", 80), ("CTDCP", 80),
      ("CSTDT", 90), ("CSTDTQ", 90),
    ] as [(String, Int?)])
  func councilThreshold(_ code: String, _ percent: Int?) throws {
    for on in ["2022-11-15", "2024-12-01", "2026-11-21"] {
      #expect(try #require(catalogue[code]?.rule(on: day(on))).councilThreshold == percent)
    }
  }

  @Test(arguments: [("CSTDT", "CSTDCS", 3), ("CSTDTQ", "CSTDT", 2)])
  func prerequisite(_ code: String, _ needed: String, _ years: Int) throws {
    let rules = try #require(catalogue[code]).rules
    for rule in rules {
      #expect(
        rule.prerequisites == [
          HonourRule.Prerequisite(honour: needed, consecutiveYears: years)
        ])
    }
  }

  @Test func capOfFifteenPercentIsGoneSince2024() throws {
    let title = try #require(catalogue["CSTDCS"])
    let has15 = { (on: String) in
      title.rule(on: day(on))?.conditions.contains { $0.contains("15%") } ?? false
    }
    #expect(has15("2022-11-15") && !has15("2015-12-31") && !has15("2024-01-01"))
  }

  @Test func excellentWorkIsAnAlternativeSince2024() throws {
    let title = try #require(catalogue["CSTDCS"])
    #expect(title.rule(on: day("2024-06-01"))?.alternatives.first == "hoàn thành xuất sắc nhiệm vụ")
    #expect(title.rule(on: day("2023-06-01"))?.alternatives.count == 3)
  }

  @Test func whatIsUnverifiedFromOctober2026SaysSo() {
    for honour in catalogue.honours {
      guard let rule = honour.rule(on: day("2026-10-01")) else { continue }
      #expect(rule.source.contains("06/2026/QH16 (chưa đối chiếu"))
    }
  }

  @Test(arguments: [
    ("CSTDCS", "CSTĐ cơ sở"), ("CSTDCS", "CSTĐCS"), ("LDTT", "LĐTT"), ("GKX", "giấy khen xã"),
    ("GKX", "giấy khen của phường"), ("BKT", "bằng khen tỉnh"), ("BKT", "bằng khen của tỉnh"),
    ("GDVH", "GĐVH"), ("TDPVH", "khóm văn hóa"), ("BKTTG", "bằng khen thủ tướng"),
    ("TTLDXS", "TTLĐXS"),
  ])
  func alias(_ code: String, _ spoken: String) throws {
    #expect(try #require(catalogue[code]).aliases.contains(spoken))
  }

  @Test func noNameMeansTwoHonours() {
    var owners: [String: HonourCode] = [:]
    for honour in catalogue.honours {
      for name in [honour.name] + honour.aliases {
        let owner = owners.updateValue(honour.code, forKey: name.lowercased())
        #expect(owner == nil || owner == honour.code, "\(name)")
      }
    }
  }
}
