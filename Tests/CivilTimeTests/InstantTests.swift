import CivilTime
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("2022-01-10T07:59:50+07:00", "2022-01-10T07:59:50+07:00"),
    ("2022-01-10T00:59:50Z", "2022-01-10T07:59:50+07:00"),
    ("2022-01-10T07:59:50", "2022-01-10T07:59:50+07:00"),
    ("2022-01-10T07:59", "2022-01-10T07:59:00+07:00"),
    ("2022-01-14T23:59:59.999+0700", "2022-01-14T23:59:59+07:00"),
    ("2022-01-14T17:00:00Z", "2022-01-15T00:00:00+07:00"),
    ("1969-12-31T16:59:59Z", "1969-12-31T23:59:59+07:00"),
  ])
  func readAndWritten(text: String, expected: String) {
    #expect(Instant(iso: text)?.iso == expected)
  }

  @Test(arguments: [
    "", "2022-01-10", "2022-01-10T25:00", "2022-01-10T07:60", "2022-01-10T07:59:50+7",
    "2022-01-42T07:59:50Z", "2022-01-10T07:59:50.Z", "hôm nay",
  ])
  func whatIsNoInstantIsRefused(text: String) {
    #expect(Instant(iso: text) == nil)
  }

  @Test func theDayTurnsAtMidnightInVietnam() throws {
    let lastSecond = try #require(Instant(iso: "2022-01-14T16:59:59Z"))
    #expect(lastSecond.date.iso == "2022-01-14")
    #expect(lastSecond.adding(milliseconds: 1000).date.iso == "2022-01-15")
    let day = try #require(CivilDate(iso: "2022-01-14"))
    #expect(Instant(day, .endOfDay) == Instant(day.adding(days: 1)))
  }
}
