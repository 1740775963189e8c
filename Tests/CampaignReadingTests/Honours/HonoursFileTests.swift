import CampaignReading
import Campaigns
import CivilTime
import Testing

@Suite struct HonoursFileTests {
  static let small = """
    honours:
      - code: LDTT
        name: Lao động tiên tiến
        aliases: [LĐTT]
        form: title
        level: commune
        kinds: [person]
        rules:
          - valid_from: 2024-01-01
            valid_to: 2025-06-30
            source: Luật 06/2022/QH15
            decided_by: Chủ tịch UBND cấp xã
            conditions: [hoàn thành tốt nhiệm vụ]
            council_threshold: 80
          - valid_from: 2025-07-01
            source: NĐ 129/2025/NĐ-CP
            decided_by: Chủ tịch UBND cấp xã
            conditions: []
            alternatives: [a, b]
            prerequisites: [{honour: CSTDCS, consecutive_years: 3}]
            share: {honours: [LDTT], over: 50}
    """

  @Test func smallCatalogueIsFaultless() throws {
    let honour = try #require(HonoursFile.read(Self.small, name: "a.yaml").first)
    #expect(honour.rules.count == 2)
    #expect(honour.rule(on: day("2025-06-30"))?.councilThreshold == 80)
    #expect(honour.rule(on: day("2025-07-01"))?.prerequisites.first?.consecutiveYears == 3)
    #expect(honour.rule(on: day("2023-12-31")) == nil)
    #expect(honour.rule(on: day("2025-07-01"))?.share == .init(honours: ["LDTT"], .over(50)))
  }

  @Test(arguments: [
    ("code: LDTT", "code: LĐTT", 2, "không phải mã"),
    ("form: title", "form: titel", 5, "“titel”"),
    ("kinds: [person]", "kinds: [people]", 7, "“people”"),
    ("valid_to: 2025-06-30", "valid_to: 2023-06-30", 10, "trước ngày đầu"),
    ("valid_from: 2025-07-01", "valid_from: 2025-06-30", 15, "khi mục trước còn đến hết"),
    ("        valid_to: 2025-06-30\n", "", 14, "chưa có ngày kết thúc"),
    ("council_threshold: 80", "council_threshold: 50", 14, "ngoài khoảng 51–100"),
    ("honour: CSTDCS", "honour: cstđcs", 20, "không phải mã"),
    ("over: 50", "at_least: 101", 21, "ngoài khoảng 1–100"),
    ("        conditions: [hoàn thành tốt nhiệm vụ]\n", "", 9, "không có điều kiện"),
  ])
  func oneFault(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let text = Self.small.replacing(old, with: new)
    #expect(text != Self.small)
    let found = faults { () throws(ReadingFaults) in
      _ = try HonoursFile.read(text, name: "a.yaml")
    }
    #expect(found.map(\.line) == [line], "\(found)")
    #expect(found.first?.message.contains(message) == true, "\(found)")
  }
}
