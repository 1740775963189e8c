import CampaignReading
import CivilTime
import Testing

@Suite struct HolidaysFileTests {
  static let small = """
    year: 2026
    source: TB 9441/TB-BNV
    holidays:
      - {day: 2026-01-01, name: Tết Dương lịch}
      - {first: 2026-02-16, last: 2026-02-20, name: Tết Nguyên đán}
    working_days:
      - 2026-08-22
    """

  @Test func smallYearIsFaultless() throws {
    let year = try HolidaysFile.read(Self.small, name: "2026.yaml")
    #expect(year.year == 2026)
    #expect(year.holidays.count == 6)
    #expect(year.holidays[day("2026-02-18")] == "Tết Nguyên đán")
    #expect(year.extraWorkingDays == [day("2026-08-22")])
  }

  @Test(arguments: [
    ("year: 2026", "year: hai", 1, "không phải số"),
    ("day: 2026-01-01", "day: 2025-01-01", 4, "không thuộc năm 2026"),
    ("day: 2026-01-01", "day: 2026-01-32", 4, "lịch không có ngày"),
    ("day: 2026-01-01", "day: 2026-02-16", 5, "ghi hai lần"),
    ("last: 2026-02-20", "last: 2026-02-10", 5, "trước ngày đầu"),
    ("first: 2026-02-16", "day: 2026-02-16", 5, "khóa “last” không có"),
    ("- 2026-08-22", "- 2026-02-17", 7, "vừa là ngày nghỉ vừa là ngày làm bù"),
    ("- 2026-08-22", "- 22/8/2026", 7, "không phải ngày"),
    ("source: TB 9441/TB-BNV", "sorce: x\nsource: y", 2, "khóa “sorce”"),
  ])
  func oneFault(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(Self.small.replacing(old, with: new), name: "2026.yaml")
    }
    #expect(found.first { $0.message.contains(message) }?.line == line, "\(found)")
  }
}
