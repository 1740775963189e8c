import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Everyone's own way of being reminded: on or off, hours, days ahead; the preview knows it too.
@Suite struct SettingsTests {
  let office: Office

  init() throws {
    office = try Office(at: "2021-12-20 09:00", campaigns: [Plans.duongHoa])
  }

  private func set(_ change: ReminderSettingChange, as cast: Cast = .hoa) throws {
    try office.perform(.changeSettings(change), as: cast)
  }

  private func hour(_ hour: Int32, _ minutes: Int32 = 0) -> TimeOfDay {
    TimeOfDay(milliseconds: (hour * 60 + minutes) * 60_000)
  }

  /// The moments at which digests really come in the weeks before the last valid day.
  private func moments(_ cast: Cast = .hoa) throws -> [String] {
    let start = office.now
    _ = try office.sendReminders(servingSince: start)
    var moments: [String] = []
    while office.now < "2022-01-15 12:00" {
      office.clock.now = try office.nextReminders()
      moments += try office.sendReminders(servingSince: start)
        .filter { $0.recipient == office.person(cast).id }
        .map { "\($0.createdAt.date.iso) \($0.createdAt.timeOfDay.hoursMinutes)" }
    }
    return moments
  }

  private static let usual = ["2021-12-31", "2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14"]

  @Test(
    arguments: [
      ([], usual.map { $0 + " 08:00" }),
      ([.turn(on: false)], []),
      ([.turn(on: false), .turn(on: true)], usual.map { $0 + " 08:00" }),
      // The last day of the pause is part of it.
      ([.pause(through: "2022-01-11")], usual.suffix(2).map { $0 + " 08:00" }),
      (
        [.daysAhead(5)],
        ["2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14"].map { $0 + " 08:00" }
      ),
      ([.daysAhead(0)], ["2022-01-14 08:00"]),
      ([.hour(TimeOfDay(milliseconds: 6 * 3_600_000 + 1_800_000))], usual.map { $0 + " 06:30" }),
      // Quiet until nine: it waits.
      (
        [
          .quiet(
            QuietHours(
              start: TimeOfDay(milliseconds: 21 * 3_600_000),
              end: TimeOfDay(milliseconds: 9 * 3_600_000)))
        ], usual.map { $0 + " 09:00" }
      ),
      // Quiet at noon: nothing to wait for.
      (
        [
          .quiet(
            QuietHours(
              start: TimeOfDay(milliseconds: 11 * 3_600_000),
              end: TimeOfDay(milliseconds: 13 * 3_600_000)))
        ], usual.map { $0 + " 08:00" }
      ),
    ] as [([ReminderSettingChange], [String])])
  func digests(changes: [ReminderSettingChange], wanted: [String]) throws {
    for change in changes { try set(change) }
    #expect(try moments() == wanted)
  }

  @Test func theOthersAreRemindedAsBefore_andThePreviewKnows() throws {
    try set(.turn(on: false))
    try set(.hour(hour(6)), as: .minh)
    let overview = try office.answer(.reminders, as: .minh)
    guard case .reminders(let planned) = overview else { throw NotAsExpected() }
    #expect(planned.planned.map(\.at.timeOfDay).allSatisfy { $0 == hour(6) })
    guard case .reminders(let none) = try office.answer(.reminders, as: .hoa) else {
      throw NotAsExpected()
    }
    #expect(none.planned.isEmpty)
    #expect(try moments(.binh) == Self.usual.map { $0 + " 08:00" })
  }

  @Test func whoWantsItEarlierOnTheDayOfTheChangeGetsNoSecondOne() throws {
    office.clock.now = "2022-01-07 08:00"
    let start: Instant = "2022-01-07 07:00"
    #expect(
      try office.sendReminders(servingSince: start).contains {
        $0.recipient == office.person(.hoa).id
      })
    try set(.hour(hour(17)))
    office.clock.now = "2022-01-07 17:00"
    #expect(
      try !office.sendReminders(servingSince: start)
        .contains { $0.recipient == office.person(.hoa).id })
  }

  @Test func refusals_andUndo() throws {
    #expect(
      try office.refusal(of: .changeSettings(.pause(through: "2021-12-19")), as: .hoa)
        == .wrongState(.settings(.dayInPast("2021-12-19"))))
    #expect(
      try office.refusal(of: .changeSettings(.daysAhead(61)), as: .hoa)
        == .wrongState(.settings(.tooManyDays(most: 60))))
    #expect(
      try office.refusal(of: .changeSettings(.mail("hoa@xa.example")), as: .hoa)
        == .wrongState(.settings(.mailNotSetUp)))
    try set(.daysAhead(5))
    try set(.turn(on: false))
    try office.perform(.undo, as: .hoa)
    guard case .reminderSettings(let inUse) = try office.answer(.reminderSettings, as: .hoa)
    else { throw NotAsExpected() }
    #expect(inUse.settings == ReminderSettings(daysAhead: 5))
    #expect(inUse.daysBefore == [5, 3, 1, 0])
    try office.perform(.undo, as: .hoa)
    guard case .reminderSettings(let before) = try office.answer(.reminderSettings, as: .hoa)
    else { throw NotAsExpected() }
    #expect(before.settings == ReminderSettings())
    #expect(before.daysBefore == [14, 7, 3, 1, 0])
  }
}

private struct NotAsExpected: Error {}
