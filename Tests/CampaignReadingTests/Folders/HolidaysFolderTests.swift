import CampaignReading
import Campaigns
import CivilTime
import Testing

/// The deployed calendar: notices of 2015–2026, the law for the other years to 2050.
@Suite struct HolidaysFolderTests {
  let calendar: WorkingCalendar

  init() throws { calendar = try Deployed.calendar.get() }

  @Test(arguments: [
    // Fixed days, with what follows when they fall on a weekend.
    "2022-01-03", "2022-04-11", "2022-05-02", "2022-05-03", "2022-09-01", "2022-09-02",
    "2023-05-02", "2023-05-03", "2023-09-04", "2024-04-18", "2024-04-29", "2025-05-02",
    "2026-04-27", "2026-08-31", "2026-11-24", "2027-05-03", "2027-11-24",
    // Tết.
    "2015-02-16", "2015-02-23", "2020-01-23", "2020-01-29", "2022-01-31", "2022-02-04",
    "2023-01-20", "2023-01-26", "2024-02-08", "2024-02-14", "2026-02-16", "2026-02-20",
  ])
  func dayOff(_ iso: String) {
    #expect(!calendar.isWorkingDay(day(iso)))
  }

  @Test(arguments: [
    "2015-02-14", "2015-04-25", "2019-05-04", "2024-05-04", "2025-04-26", "2026-01-10",
    "2026-08-22", "2022-01-14", "2024-03-29", "2023-03-30", "2025-11-24", "2020-09-03",
    "2020-01-30", "2022-02-07", "2026-02-13",
  ])
  func worked(_ iso: String) {
    #expect(calendar.isWorkingDay(day(iso)))
  }

  /// First days of the lunar year, and the tenth of its third month, as computed for UTC+7.
  @Test(arguments: [
    ("2015-02-19", "2015-04-28"), ("2016-02-08", "2016-04-16"), ("2017-01-28", "2017-04-06"),
    ("2018-02-16", "2018-04-25"), ("2019-02-05", "2019-04-14"), ("2020-01-25", "2020-04-02"),
    ("2021-02-12", "2021-04-21"), ("2022-02-01", "2022-04-10"), ("2023-01-22", "2023-04-29"),
    ("2024-02-10", "2024-04-18"), ("2025-01-29", "2025-04-07"), ("2026-02-17", "2026-04-26"),
    ("2027-02-06", "2027-04-16"),
  ])
  func lunarHolidays(_ newYear: String, _ kings: String) {
    #expect(calendar.holidays[day(newYear)]?.hasPrefix("Tết Nguyên đán") == true)
    #expect(calendar.holidays[day(kings)] == "Giỗ Tổ Hùng Vương")
  }

  @Test(arguments: 2015...2027)
  func fixedHolidays(_ year: Int) {
    for date in ["01-01", "04-30", "05-01", "09-02"] {
      #expect(calendar.holidays[day("\(year)-\(date)")] != nil)
    }
    #expect((calendar.holidays[day("\(year)-11-24")] != nil) == (year >= 2026))
  }

  @Test func swappedDaysAreSaturdays() {
    #expect(calendar.extraWorkingDays.allSatisfy { $0.weekday == .saturday })
  }

  /// BLDS 2015, Điều 147, over the new holiday of 24/11.
  @Test func twentyWorkingDaysFromReceipt() {
    #expect(calendar.adding(workingDays: 20, to: day("2026-11-02")) == day("2026-12-01"))
  }

  @Test(arguments: [(1999, true), (2014, true), (2015, false), (2026, false), (2027, true)])
  func provisionalYears(_ year: Int, _ isProvisional: Bool) {
    #expect(calendar.isProvisional(year) == isProvisional)
  }

  /// Swaps apart, the law gives officials the working days off that each notice gave them: the
  /// choices it leaves open (Tết, the day next to 2/9) are computed as they were made.
  @Test(arguments: 2015...2026)
  func theLawAgreesWithTheNotice(_ year: Int) throws {
    let law = try HolidayLawFile.read(Deployed.text("holidays/law.yaml"), name: "law.yaml")
    let computed = law.daysOff(in: year).keys.filter { !$0.weekday.isWeekend }
    let published = calendar.holidays.filter { day, name in
      day.year == year && !day.weekday.isWeekend && !name.hasPrefix("nghỉ hoán đổi")
    }.keys
    #expect(computed.sorted() == published.sorted())
  }

  @Test(
    "Days off of years without a notice",
    arguments: [
      ("2006-04-07", nil), ("2007-04-26", "Giỗ Tổ Hùng Vương"),
      // Four days of Tết until 2013, of which two fell on a weekend.
      ("2013-02-09", "Tết Nguyên đán"), ("2013-02-12", "Tết Nguyên đán"),
      ("2013-02-13", "nghỉ bù Tết Nguyên đán"), ("2013-02-14", "nghỉ bù Tết Nguyên đán"),
      ("2013-02-15", nil),
      ("2014-09-01", nil), ("2014-09-02", "Quốc khánh"), ("2014-09-03", nil),
      ("2027-02-03", nil), ("2027-02-04", "Tết Nguyên đán"), ("2027-02-08", "Tết Nguyên đán"),
      ("2027-02-10", "nghỉ bù Tết Nguyên đán"), ("2027-02-11", nil),
      ("2027-09-03", "Quốc khánh"),
      // Vietnam's new year, a day before China's.
      ("2030-02-02", "Tết Nguyên đán"),
      // A Saturday that is not made up.
      ("2029-11-24", "Ngày Văn hóa Việt Nam"), ("2029-11-26", nil),
      ("2050-01-03", "nghỉ bù Tết Dương lịch"), ("2051-01-02", nil),
    ])
  func daysOfTheLaw(_ iso: String, _ name: String?) {
    #expect(calendar.holiday(on: day(iso)) == name)
  }
}
