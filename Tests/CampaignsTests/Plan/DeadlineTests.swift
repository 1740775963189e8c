import Campaigns
import CivilTime
import Glibc
import TestSupport
import Testing

/// How the five plans' dates end: "trước ngày X" the day before, "đến hết", "trong tháng" on it.
@Suite struct DeadlineTests {
  @Test(
    "A duty is open to the last millisecond of its last valid day",
    arguments: [
      // duong-hoa-2022: before 15 January 2022.
      ("2022-01-14", "2022-01-14 23:59:59.999", true),
      ("2022-01-14", "2022-01-15 00:00:00.000", false),
      ("2022-01-14", "2022-01-15 00:00:00.001", false),
      // The same moments, told in UTC.
      ("2022-01-14", "2022-01-14 16:59:59.999Z", true),
      ("2022-01-14", "2022-01-14 17:00:00.000Z", false),
      // hong-phong-2023: to the end of 31 May 2023.
      ("2023-05-31", "2023-05-31 23:59:59", true),
      ("2023-05-31", "2023-06-01 00:00", false),
      // nhon-hung-2024: within March; a fixed date stays where it is though it is a Sunday.
      ("2024-03-31", "2024-03-31 23:59:59.999", true),
      ("2024-03-31", "2024-04-01 00:00", false),
      // quy-hop-2023: report before 31 March, works before 19 April.
      ("2023-03-30", "2023-03-30 23:59:59.999", true),
      ("2023-03-30", "2023-03-31 00:00", false),
      ("2023-04-18", "2023-04-18 23:59:59.999", true),
      ("2023-04-18", "2023-04-19 00:00", false),
    ] as [(CivilDate, Instant, Bool)])
  func open(lastValidDay: CivilDate, at now: Instant, expected: Bool) {
    #expect(Deadline(lastValidDay: lastValidDay).isOpen(at: now) == expected)
  }

  @Test(
    "Days left are Vietnam's days",
    arguments: [
      ("2022-01-07 08:00", 7), ("2022-01-13 23:59:59.999", 1), ("2022-01-14 00:00", 0),
      ("2022-01-14 23:59:59.999", 0), ("2022-01-15 00:00", -1), ("2022-01-13 17:00Z", 0),
    ] as [(Instant, Int)])
  func daysLeft(now: Instant, expected: Int) {
    #expect(Deadline(lastValidDay: "2022-01-14").daysLeft(at: now) == expected)
  }

  @Test("The server's time zone does not move the end: UTC, and fourteen hours ahead of it")
  func theServersZoneDoesNotMatter() async {
    // Each in a process of its own, because the zone belongs to the whole process.
    // The zones are spelled out, for machines that know none by name.
    await #expect(processExitsWith: .success) { endsAtMidnightInVietnam(zone: "UTC0", hour: 16) }
    await #expect(processExitsWith: .success) { endsAtMidnightInVietnam(zone: "LINT-14", hour: 6) }
  }
}

/// - Parameter hour: what a clock in that zone shows at 23:59:59 in Vietnam, to be sure that the
///   zone was taken.
@Sendable private func endsAtMidnightInVietnam(zone: String, hour: Int32) {
  setenv("TZ", zone, 1)
  tzset()
  let last: Instant = "2022-01-14 23:59:59.999"
  var seconds = time_t(last.milliseconds / 1000)
  var local = tm()
  localtime_r(&seconds, &local)
  precondition(local.tm_hour == hour, "the zone \(zone) was not taken")
  let deadline = Deadline(lastValidDay: "2022-01-14")
  precondition(deadline.isOpen(at: last))
  precondition(!deadline.isOpen(at: last.adding(milliseconds: 1)))
  precondition(last.date == "2022-01-14" && last.adding(milliseconds: 1).date == "2022-01-15")
}
