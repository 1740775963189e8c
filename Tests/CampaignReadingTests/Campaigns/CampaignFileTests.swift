import CampaignReading
import Campaigns
import CivilTime
import Testing

@Suite struct CampaignFileTests {
  let honours: HonoursCatalogue

  init() throws { honours = try Deployed.honours.get() }

  @Test func smallCampaignIsFaultless() throws {
    let campaign = try CampaignFile.read(
      SmallCampaign.text, name: "thu.yaml", honours: honours)
    #expect(campaign.id == "thu-2026")
    #expect(campaign.registration?.deadline.lastValidDay == day("2026-01-31"))
  }

  @Test(arguments: keys + values + dates + senses + honourFaults)
  func oneFault(_ file: BrokenFile) throws {
    let text = try SmallCampaign.replacing(file.line, with: file.replacement)
    let found = faults { () throws(ReadingFaults) in
      _ = try CampaignFile.read(text, name: "thu.yaml", honours: honours)
    }
    #expect(found.count == 1, "\(found)")
    let fault = try #require(found.first)
    #expect(fault.file == "thu.yaml")
    #expect(fault.line == (try SmallCampaign.number(of: file.line)) + file.offset)
    #expect(fault.column == file.column)
    #expect(fault.message.contains(file.message))
    #expect(fault.advice.contains(file.advice))
  }

  @Test func allFaultsAtOnceInTheOrderOfLines() throws {
    let text = SmallCampaign.text
      .replacing("title: Thi đua thử", with: "title:")
      .replacing("theme: Thử", with: "theme: Thử\ntheme: Khác\ntheme: Nữa")
      .replacing("issued: 2026-01-05", with: "issued: 2026-02-30")
      .replacing("kind: report", with: "kind: reprot")
      .replacing("code: LDTT", with: "code: LDTX")
    let found = faults { () throws(ReadingFaults) in
      _ = try CampaignFile.read(text, name: "thu.yaml", honours: honours)
    }
    #expect(found.map(\.line) == [7, 9, 10, 13, 28, 45])
    #expect(found.map(\.column) == [1, 1, 1, 11, 11, 11])
    #expect(found[2].message == "khóa “theme” đã có ở dòng 8")
    #expect(found[0].description.hasPrefix("thu.yaml:7:1: “title” bỏ trống → "))
  }

  @Test func withoutACatalogueCodesNeedOnlyLookLikeCodes() throws {
    let text = try SmallCampaign.replacing("  - code: LDTT", with: "  - code: XYZ")
    let campaign = try CampaignFile.read(text, name: "thu.yaml", honours: nil)
    #expect(campaign.honours.map(\.code) == ["XYZ"])
  }

  @Test func textsAreTrimmedAndComposed() throws {
    let text = try SmallCampaign.replacing("theme: Thử", with: "theme: \"  Thu\u{031B}\u{0309}  \"")
    let campaign = try CampaignFile.read(text, name: "thu.yaml", honours: honours)
    #expect(Array(campaign.theme.unicodeScalars) == Array("Thử".unicodeScalars))
  }

  static let keys = [
    BrokenFile(
      "title: Thi đua thử", "title: A\ntitel: B", at: 1, column: 1, "khóa “titel” không có", ""),
    BrokenFile("theme: Thử", "thme: Thử\ntheme: Thử", column: 1, "khóa “thme”", "các khóa: period"),
    BrokenFile(
      "    title: đăng ký", "    tilte: x\n    title: đăng ký", column: 5, "khóa “tilte” không có"),
    BrokenFile("title: Thi đua thử", "", at: -6, column: 1, "thiếu khóa “title”", "title: …"),
    BrokenFile("  name: xã Thử", "", at: -1, column: 3, "thiếu khóa “name”"),
    BrokenFile("theme: Thử", "theme: Thử\ntheme: Khác", at: 1, column: 1, "đã có ở dòng 8", "gộp"),
    BrokenFile(
      "    kind: report", "    kind: report\n    kind: work", at: 1, column: 5,
      "khóa “kind” đã có"),
  ]

  static let values = [
    BrokenFile("theme: Thử", "theme: [Thử]", column: 8, "phải là một dòng chữ, đang là danh sách"),
    BrokenFile("theme: Thử", "theme:", column: 1, "“theme” bỏ trống"),
    BrokenFile("theme: Thử", "theme: \"  \"", column: 8, "“theme” bỏ trống"),
    BrokenFile("theme: Thử", "theme: |\n  A\n  B", column: 8, "xuống dòng", ">-"),
    BrokenFile("id: thu-2026", "id: Thử 2026", column: 5, "không dùng làm mã được"),
    BrokenFile(
      "  level: commune", "  level: comune", column: 10, "không nhận giá trị “comune”",
      "có phải ý là “commune”?"),
    BrokenFile(
      "  level: commune", "  level: thôn", column: 10, "không nhận giá trị",
      "commune, district, province, state"),
    BrokenFile("    groups: [công chức]", "    groups: []", column: 13, "không có phần tử nào"),
    BrokenFile("    groups: [công chức]", "    groups: A", column: 13, "phải là danh sách"),
    BrokenFile("quota: none", "quota: nhiều", column: 8, "phải là một nhóm"),
    BrokenFile(
      "quota: none", "quota: {source: x, after_end: 2026-12-31, per_year: 1}", column: 8,
      "đúng một dạng", "none"),
    BrokenFile(
      "    registrable: true", "    registrable: có", column: 18, "phải là true hoặc false"),
    BrokenFile(
      "    - {kinds: [work], count: 1}", "    - {kinds: [work], count: 0}", column: 30,
      "nằm ngoài khoảng 1–1000"),
    BrokenFile(
      "    - {kinds: [work], count: 1}", "    - {kinds: [work, work], count: 1}", column: 22,
      "“work” trùng với dòng"),
    BrokenFile(
      "      - {direction: at_least, value: 64.5, unit: triệu đồng}",
      "      - {direction: at_least, value: 64.5.1, unit: triệu đồng}", column: 38,
      "“64.5.1” không phải số", "428000000"),
    BrokenFile(
      "      - {direction: at_least, value: 64.5, unit: triệu đồng}",
      "      - {direction: at_least, value: 64.5, unit: triệu đồng, up_to: 60}", column: 69,
      "“up_to” không lớn hơn"),
    BrokenFile(
      "      - {direction: at_least, value: 64.5, unit: triệu đồng}",
      "      - {direction: at_least, unit: triệu đồng}", column: 21, "thiếu “value”"),
    BrokenFile(
      "      - {direction: at_least, value: 64.5, unit: triệu đồng}",
      "      - {direction: kept, value: 64.5}", column: 34, "lại có “value”"),
    BrokenFile(
      "    owed_by: units", "    owed_by: {persons: [member], posts: [chair]}", column: 14,
      "đúng một dạng", "units"),
    BrokenFile(
      "    owed_by: {persons: [member]}", "    owed_by: {persons: [membr]}", column: 25,
      "không nhận giá trị “membr”", "“member”"),
    BrokenFile(
      "  - id: report", "  - id: registration", column: 9, "“registration” trùng với dòng 18"),
  ]

  static let dates = [
    BrokenFile(
      "    last_valid_day: 2026-01-31", "    last_valid_day: 31/01/2026", column: 21,
      "“31/01/2026” không phải ngày", "2022-01-14"),
    BrokenFile(
      "  issued: 2026-01-05", "  issued: 2026-11-42", column: 11, "lịch không có ngày 2026-11-42",
      "findings"),
    BrokenFile(
      "    last_valid_day: 2026-01-31", "    last_valid_day: 0202-01-31", column: 21,
      "lịch không có ngày"),
    BrokenFile(
      "period: {first: 2026-01-05, last: 2026-12-31, wording: năm 2026}",
      "period: {first: 2026-01-05, last: 2025-12-31, wording: năm 2026}", column: 35,
      "ngày cuối 31/12/2025 trước ngày đầu 05/01/2026"),
  ]

  static let senses = [
    BrokenFile(
      "    opens: 2026-11-01", "    opens: 2026-12-01", column: 12,
      "mở ngày 01/12/2026, sau ngày cuối còn hạn 30/11/2026"),
    BrokenFile(
      "    last_valid_day: 2026-01-31", "    last_valid_day: 2025-01-31", column: 21,
      "không thuộc phong trào (05/01/2026–31/12/2026)", "kiểm tra năm"),
    BrokenFile(
      "    last_valid_day: 2026-01-31", "    last_valid_day: 2028-01-31", column: 21,
      "không thuộc phong trào"),
    BrokenFile(
      "  - {name: Đợt 1, first: 2026-01-05, last: 2026-06-30, occasions: [30/4]}",
      "  - {name: Đợt 1, first: 2025-12-05, last: 2026-06-30, occasions: [30/4]}", column: 26,
      "vượt ra ngoài thời gian phong trào"),
    BrokenFile(
      "  - {year: 2026, first: 2026-01-05, last: 2026-12-31}",
      "  - {year: 2027, first: 2026-01-05, last: 2026-12-31}", column: 12,
      "không thuộc năm 2027"),
    BrokenFile(
      "    kind: registration", "    kind: report", at: 26, column: 18,
      "LDTT đăng ký được nhưng phong trào không có mốc đăng ký"),
    BrokenFile(
      "    registrable: true", "    registrable: false", at: -27, column: 3,
      "không danh hiệu nào đăng ký được"),
  ]

  static let honourFaults = [
    BrokenFile(
      "  - code: LDTT", "  - code: LDT", column: 11, "danh mục không có mã “LDT”",
      "có phải ý là “LDTT”?"),
    BrokenFile("  - code: LDTT", "  - code: lđtt", column: 11, "“lđtt” không phải mã", "LDTT"),
    BrokenFile(
      "    kinds: [person]", "    kinds: [person, household]", column: 12,
      "LDTT không dành cho hộ gia đình"),
    BrokenFile("  - code: LDTT", "  - code: GKH", column: 11, "còn hiệu lực ngày 31/12/2026"),
  ]
}
