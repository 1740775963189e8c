import CampaignReading
import Campaigns
import CivilTime
import Testing

@Suite struct HolidayLawFileTests {
  static let small = """
    years: {first: 2000, last: 2050}
    holidays:
      - name: Tết Nguyên đán
        make_up: nghỉ bù Tết Nguyên đán
        rules:
          - valid_from: 1995-01-01
            valid_to: 2013-04-30
            lunar_day: 1/1
            days_before: 1
            days_after: 2
            source: Điều 73
          - valid_from: 2013-05-01
            lunar_day: 1/1
            days_before: 2
            days_after: 2
            source: Điều 115
      - name: Quốc khánh
        rules:
          - {valid_from: 2021-01-01, day: 2/9, adjacent_day: true, source: Điều 112}
    """

  @Test func smallLawIsFaultless() throws {
    let law = try HolidayLawFile.read(Self.small, name: "law.yaml")
    #expect(law.years == 2000...2050)
    #expect(law.holidays.map(\.name) == ["Tết Nguyên đán", "Quốc khánh"])
    #expect(law.holidays.map(\.makeUpName) == ["nghỉ bù Tết Nguyên đán", nil])
    #expect(law.holidays.map { $0.rules.map(\.daysBefore) } == [[1, 2], [0]])
    #expect(law.holidays.map(\.rules.last?.validTo) == [nil, nil])
    #expect(law.holidays.last?.rules.map(\.feast) == [.civil(month: 9, day: 2)])
    #expect(law.holidays.last?.rules.map(\.hasAdjacentDay) == [true])
  }

  @Test(arguments: [
    ("first: 2000", "first: 1900", 1, "nằm ngoài khoảng 1968–2100"),
    ("last: 2050", "last: 1999", 1, "nằm ngoài khoảng 2000–2100"),
    ("name: Quốc khánh", "name: Tết Nguyên đán", 17, "trùng với dòng 3"),
    ("make_up:", "makeup:", 4, "khóa “makeup” không có"),
    ("valid_to: 2013-04-30", "valid_to: 1994-04-30", 7, "trước ngày đầu"),
    ("valid_to: 2013-04-30", "valid_to: 2013-05-01", 12, "khi mục trước còn đến hết"),
    ("        valid_to: 2013-04-30\n", "", 11, "mục trước chưa có ngày kết thúc"),
    ("lunar_day: 1/1", "lunar_day: 31/1", 8, "năm không có ngày “31/1”"),
    ("lunar_day: 1/1", "lunar_day: 1/13", 8, "năm không có ngày “1/13”"),
    ("day: 2/9", "day: 31/9", 19, "năm không có ngày “31/9”"),
    ("day: 2/9", "day: 2-9", 19, "năm không có ngày “2-9”"),
    ("day: 2/9", "day: 2/9, lunar_day: 1/1", 19, "phải theo đúng một dạng"),
    ("day: 2/9, ", "", 19, "phải theo đúng một dạng"),
    ("days_before: 1", "days_before: 11", 9, "nằm ngoài khoảng 0–10"),
    ("adjacent_day: true", "adjacent_day: yes", 19, "phải là true hoặc false"),
    (", source: Điều 112", "", 19, "thiếu khóa “source”"),
  ])
  func oneFault(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let text = Self.small
    let place = try #require(text.firstRange(of: old))
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidayLawFile.read(text.replacingCharacters(in: place, with: new), name: "law.yaml")
    }
    #expect(found.first { $0.message.contains(message) }?.line == line, "\(found)")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
