import Campaigns
import CivilTime
import TestSupport
import Testing

/// Monday to Friday, less holidays, plus swapped Saturdays.
@Suite struct WorkingCalendarTests {
  /// 24/11 is a holiday from 2026 on (NQ 28/2026/QH16); 31/8/2026 is off for 22/8 (Saturday).
  let calendar = WorkingCalendar(
    holidays: [
      "2026-11-24": "Ngày Văn hóa Việt Nam", "2026-08-31": "hoán đổi", "2026-09-01": "Quốc khánh",
      "2026-09-02": "Quốc khánh",
    ],
    extraWorkingDays: ["2026-08-22"])

  @Test(
    arguments: [
      ("2026-11-23", true), ("2026-11-24", false), ("2026-11-25", true), ("2026-11-21", false),
      ("2026-11-22", false), ("2026-08-22", true), ("2026-08-23", false), ("2026-08-31", false),
    ] as [(CivilDate, Bool)])
  func workedDays(day: CivilDate, isWorked: Bool) {
    #expect(calendar.isWorkingDay(day) == isWorked)
  }

  @Test(
    arguments: [
      ("2024-03-31", "2024-03-29"), ("2024-03-30", "2024-03-29"), ("2024-03-29", "2024-03-29"),
      // Over a holiday and the weekend before it.
      ("2026-09-02", "2026-08-28"), ("2026-08-23", "2026-08-22"), ("2026-11-24", "2026-11-23"),
    ] as [(CivilDate, CivilDate)])
  func theWorkingDayOnOrBefore(day: CivilDate, expected: CivilDate) {
    #expect(calendar.workingDay(onOrBefore: day) == expected)
  }

  @Test(
    "A period in working days does not count the day of receipt (BLDS 2015, Điều 147)",
    arguments: [
      ("2026-11-02", 20, "2026-12-01"), ("2026-11-02", 0, "2026-11-02"),
      ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"),
      ("2026-11-23", 1, "2026-11-25"), ("2026-08-21", 1, "2026-08-22"),
    ] as [(CivilDate, Int, CivilDate)])
  func addingWorkingDays(from day: CivilDate, count: Int, expected: CivilDate) {
    #expect(calendar.adding(workingDays: count, to: day) == expected)
  }

  @Test func withoutTheHolidayTheTwentiethDayComesOneDayEarlier() {
    #expect(WorkingCalendar().adding(workingDays: 20, to: "2026-11-02") == "2026-11-30")
  }

  @Test(
    arguments: [
      ("2024-03-31", "2024-04-01"), ("2024-03-29", "2024-03-29"), ("2026-08-29", "2026-09-03"),
      ("2026-08-22", "2026-08-22"), ("2026-11-24", "2026-11-25"),
    ] as [(CivilDate, CivilDate)])
  func theWorkingDayOnOrAfter(day: CivilDate, expected: CivilDate) {
    #expect(calendar.workingDay(onOrAfter: day) == expected)
  }

  @Test(
    "A period in days whose last day is a day off ends with the next working day (Điều 148.5)",
    arguments: [
      ("2026-11-02", 15, "2026-11-17"), ("2026-11-02", 22, "2026-11-25"),
      ("2026-11-02", 12, "2026-11-16"), ("2026-08-20", 2, "2026-08-22"),
      ("2026-08-20", 11, "2026-09-03"), ("2026-11-21", 0, "2026-11-23"),
    ] as [(CivilDate, Int, CivilDate)])
  func periodsInDays(from day: CivilDate, count: Int, expected: CivilDate) {
    #expect(calendar.endOfPeriod(days: count, from: day) == expected)
  }

  @Test(
    "A period in working days ends on one (Điều 147.2)",
    arguments: [
      ("2026-11-02", 20, "2026-12-01"), ("2026-11-23", 1, "2026-11-25"),
      ("2026-08-21", 1, "2026-08-22"), ("2026-11-21", 0, "2026-11-23"),
    ] as [(CivilDate, Int, CivilDate)])
  func periodsInWorkingDays(from day: CivilDate, count: Int, expected: CivilDate) {
    #expect(calendar.endOfPeriod(workingDays: count, from: day) == expected)
  }

  @Test func aYearWithoutANoticeIsProvisional() {
    let calendar = WorkingCalendar(
      holidays: ["2026-11-24": "Ngày Văn hóa Việt Nam"], publishedYears: [2026])
    #expect(!calendar.isProvisional(2026))
    #expect(calendar.isProvisional(2027))
    #expect(calendar.holiday(on: "2026-11-24") == "Ngày Văn hóa Việt Nam")
    #expect(calendar.holiday(on: "2026-11-22") == nil)
  }
}
