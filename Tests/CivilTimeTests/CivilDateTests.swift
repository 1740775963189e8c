import CivilTime
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2022-01-14", Weekday.friday), ("2022-01-15", .saturday), ("2024-03-31", .sunday),
    ("2023-05-31", .wednesday), ("2024-02-29", .thursday), ("1933-06-15", .thursday),
    ("1970-01-01", .thursday), ("2026-11-21", .saturday),
  ])
  func weekdays(iso: String, weekday: Weekday) {
    #expect(CivilDate(iso: iso)?.weekday == weekday)
  }

  @Test(arguments: [
    "2021-11-42", "2022-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "14/01/2022", "",
    "2022-01-1x", "20220-1-1", "2022-01-14 ",
  ])
  func impossibleOrMalformedDaysAreRefused(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func everyDayOfFourCenturiesComesBackAsWritten() {
    for days in -80_000...80_000 {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(CivilDate(iso: date.iso) == date)
    }
  }

  @Test func monthsEndWhereTheyEnd() {
    #expect(CivilDate(iso: "2024-02-03")?.lastOfMonth.iso == "2024-02-29")
    #expect(CivilDate(iso: "2022-12-31")?.lastOfMonth.iso == "2022-12-31")
  }

  @Test func aSpanIncludesBothDays() throws {
    let first = try #require(CivilDate(iso: "2022-11-15"))
    let span = try #require(DateSpan(first, first.adding(days: 7)))
    #expect(span.iso == "2022-11-15/2022-11-22")
    #expect(span.contains(span.first) && span.contains(span.last))
    #expect(!span.contains(span.last.adding(days: 1)))
    #expect(DateSpan(span.last, span.first) == nil)
  }
}
