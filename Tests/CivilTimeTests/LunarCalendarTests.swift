import CivilTime
import Testing

/// Vietnam's lunar calendar 1990–2050, against Hồ Ngọc Đức's published tables (amlich-hnd.js), which
/// agree with an ephemeris.
@Suite struct LunarCalendarTests {
  /// Mùng 1 Tết, Giỗ Tổ Hùng Vương (10/3), and the number of the leap month (tháng nhuận).
  ///
  /// China, at UTC+8, has its new year a day later in 2007 (18/02) and in 2030 (03/02).
  static let years: [(newYear: String, kings: String, leapMonth: Int?)] = [
    ("1990-01-27", "1990-04-05", 5),
    ("1991-02-15", "1991-04-24", nil),
    ("1992-02-04", "1992-04-12", nil),
    ("1993-01-23", "1993-04-01", 3),
    ("1994-02-10", "1994-04-20", nil),
    ("1995-01-31", "1995-04-09", 8),
    ("1996-02-19", "1996-04-27", nil),
    ("1997-02-07", "1997-04-16", nil),
    ("1998-01-28", "1998-04-06", 5),
    ("1999-02-16", "1999-04-25", nil),
    ("2000-02-05", "2000-04-14", nil),
    ("2001-01-24", "2001-04-03", 4),
    ("2002-02-12", "2002-04-22", nil),
    ("2003-02-01", "2003-04-11", nil),
    ("2004-01-22", "2004-04-28", 2),
    ("2005-02-09", "2005-04-18", nil),
    ("2006-01-29", "2006-04-07", 7),
    ("2007-02-17", "2007-04-26", nil),
    ("2008-02-07", "2008-04-15", nil),
    ("2009-01-26", "2009-04-04", 5),
    ("2010-02-14", "2010-04-23", nil),
    ("2011-02-03", "2011-04-12", nil),
    ("2012-01-23", "2012-03-31", 4),
    ("2013-02-10", "2013-04-19", nil),
    ("2014-01-31", "2014-04-09", 9),
    ("2015-02-19", "2015-04-28", nil),
    ("2016-02-08", "2016-04-16", nil),
    ("2017-01-28", "2017-04-06", 6),
    ("2018-02-16", "2018-04-25", nil),
    ("2019-02-05", "2019-04-14", nil),
    ("2020-01-25", "2020-04-02", 4),
    ("2021-02-12", "2021-04-21", nil),
    ("2022-02-01", "2022-04-10", nil),
    ("2023-01-22", "2023-04-29", 2),
    ("2024-02-10", "2024-04-18", nil),
    ("2025-01-29", "2025-04-07", 6),
    ("2026-02-17", "2026-04-26", nil),
    ("2027-02-06", "2027-04-16", nil),
    ("2028-01-26", "2028-04-04", 5),
    ("2029-02-13", "2029-04-23", nil),
    ("2030-02-02", "2030-04-12", nil),
    ("2031-01-23", "2031-04-01", 3),
    ("2032-02-11", "2032-04-19", nil),
    ("2033-01-31", "2033-04-09", 11),
    ("2034-02-19", "2034-04-28", nil),
    ("2035-02-08", "2035-04-17", nil),
    ("2036-01-28", "2036-04-06", 6),
    ("2037-02-15", "2037-04-24", nil),
    ("2038-02-04", "2038-04-13", nil),
    ("2039-01-24", "2039-04-03", 5),
    ("2040-02-12", "2040-04-20", nil),
    ("2041-02-01", "2041-04-10", nil),
    ("2042-01-22", "2042-04-29", 2),
    ("2043-02-10", "2043-04-19", nil),
    ("2044-01-30", "2044-04-07", 7),
    ("2045-02-17", "2045-04-26", nil),
    ("2046-02-06", "2046-04-15", nil),
    ("2047-01-26", "2047-04-04", 5),
    ("2048-02-14", "2048-04-22", nil),
    ("2049-02-02", "2049-04-11", nil),
    ("2050-01-23", "2050-04-01", 3),
  ]

  @Test(arguments: years)
  func newYearAndKings(_ newYear: String, _ kings: String, _ leapMonth: Int?) throws {
    let first = try #require(CivilDate(iso: newYear))
    let tenth = try #require(CivilDate(iso: kings))
    #expect(LunarCalendar.civil(LunarDate(year: first.year, month: 1, day: 1)) == first)
    #expect(LunarCalendar.civil(LunarDate(year: first.year, month: 3, day: 10)) == tenth)
    #expect(LunarCalendar.lunar(first) == LunarDate(year: first.year, month: 1, day: 1))
    #expect(LunarCalendar.lunar(tenth) == LunarDate(year: first.year, month: 3, day: 10))
  }

  @Test(arguments: years)
  func leapMonths(_ newYear: String, _ kings: String, _ leapMonth: Int?) throws {
    let year = try #require(CivilDate(iso: newYear)).year
    let leapMonths = (1...12).filter {
      LunarCalendar.civil(LunarDate(year: year, month: $0, day: 1, isLeap: true)) != nil
    }
    #expect(leapMonths == (leapMonth.map { [$0] } ?? []))
  }

  /// New moons within five minutes of Vietnam's midnight, where a rough formula would slip.
  @Test(arguments: [
    ("1998-09-21", 8), ("1996-12-10", 11), ("1997-12-29", 12), ("2031-04-21", 3),
  ])
  func newMoonsAtMidnight(_ iso: String, _ month: Int) throws {
    let lunar = LunarCalendar.lunar(try #require(CivilDate(iso: iso)))
    #expect((lunar.month, lunar.day) == (month, 1))
  }

  @Test func everyDayComesBack() throws {
    let first = try #require(CivilDate(year: 1990, month: 1, day: 1))
    for date in (0...22_280).map(first.adding(days:)) {
      #expect(LunarCalendar.civil(LunarCalendar.lunar(date)) == date)
    }
  }

  @Test(arguments: [
    // Tháng chạp of the year before Tết 2022 had 29 days.
    LunarDate(year: 2021, month: 12, day: 30),
    LunarDate(year: 2022, month: 2, day: 1, isLeap: true),
    LunarDate(year: 2022, month: 13, day: 1), LunarDate(year: 2022, month: 0, day: 1),
    LunarDate(year: 2022, month: 1, day: 31), LunarDate(year: 1899, month: 1, day: 1),
  ])
  func daysThatAreNone(_ lunar: LunarDate) {
    #expect(LunarCalendar.civil(lunar) == nil)
  }
}
