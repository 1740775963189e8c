import Campaigns
import CivilTime
import TestSupport
import Testing

/// Who gets what on which day: the story of duong-hoa-2022 (last valid day 2022-01-14, a Friday)
/// and the works of hong-phong-2023, on a real store.
@Suite struct ReminderSenderTests {
  /// Serving since New Year's Eve, before the first reminder.
  let start: Instant = "2021-12-31 07:00"
  let office: Office

  init() throws { office = try Office(at: "2021-12-31 07:00") }

  // MARK: The story

  @Test func twoMembersOneOfWhomRegisters() throws {
    #expect(try run(at: "2021-12-31 07:00").isEmpty)
    #expect(try run(at: "2021-12-31 08:00") == everyoneOwing)
    #expect(try run(at: "2022-01-07 07:59:59.999").isEmpty)
    #expect(try run(at: "2022-01-07 08:00") == everyoneOwing)

    office.clock.now = "2022-01-07 09:00"
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let others = everyoneOwing.filter { !$0.hasPrefix("Nguyễn Thị Hoa") }
    #expect(try run(at: "2022-01-11 08:00") == others)
    // The day before the last: officers hear whom of their unit they can still help.
    let missing = ["Lê Thị Lan": "Trần Văn Bình", "Hoàng Sơn": "Phạm Văn Minh"]
    #expect(
      try run(at: "2022-01-13 08:00")
        == others.map { line in
          let name = line.prefix { $0 != ":" }
          return line + (missing[String(name)].map { ", thiếu " + $0 } ?? "")
        })

    // The last day: those who still owe it, and the list of them to the secretary.
    #expect(
      try run(at: "2022-01-14 08:00")
        == others + ["Đỗ Minh Thư: thiếu Trần Văn Bình, Lê Thị Lan, Phạm Văn Minh, Hoàng Sơn"])
    office.clock.now = "2022-01-14 23:59:59.999"
    for cast in [Cast.binh, .lan, .minh] {
      try office.perform(office.register("LDTT", for: cast), as: cast)
    }
    // The day after, a Saturday: the list alone.
    #expect(try run(at: "2022-01-15 08:00") == ["Đỗ Minh Thư: thiếu Hoàng Sơn"])
    #expect(try run(at: "2022-10-31 08:00").isEmpty)
  }

  @Test func whenAllHaveRegisteredNobodyHearsAnything() throws {
    for cast in [Cast.hoa, .binh, .lan, .minh, .son] {
      try office.perform(office.register("LDTT", for: cast), as: cast)
    }
    for day in ["2021-12-31", "2022-01-07", "2022-01-14", "2022-01-15"] as [CivilDate] {
      #expect(try run(at: Instant(day, eight)).isEmpty)
    }
  }

  @Test func whoWithdrewIsRemindedAgain() throws {
    _ = try run(at: start)
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try !run(at: "2021-12-31 08:00").contains { $0.hasPrefix("Nguyễn Thị Hoa") })
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    #expect(try run(at: "2022-01-07 08:00").contains("Nguyễn Thị Hoa: registration"))
  }

  @Test func aPostIsRemindedOfTheCouncil() throws {
    _ = try run(at: "2022-11-01 09:00")
    for day in ["2022-11-08", "2022-11-15", "2022-11-18", "2022-11-21", "2022-11-22"]
      as [CivilDate]
    {
      #expect(try run(at: Instant(day, eight)) == ["Đỗ Minh Thư: council", "Võ Chủ: council"])
    }
    // The chair owes it too, and gets no list of those who do.
    #expect(try run(at: "2022-11-23 08:00").isEmpty)
  }

  @Test func aUnitsDutyGoesToItsOfficer() throws {
    _ = try run(at: "2023-05-01 09:00")
    #expect(try run(at: "2023-05-17 08:00") == ["Hoàng Thị Biên: work"])
    // On its last day and the day after the secretary hears which units are late.
    #expect(
      try run(at: "2023-05-31 08:00") == [
        "Hoàng Thị Biên: work", "Lương Văn Thư: thiếu thôn Còn Quyền",
      ])
    // The closing's fourteenth day before is 2023-06-01.
    #expect(
      try run(at: "2023-06-01 08:00") == ["Lương Văn Thư: closing, thiếu thôn Còn Quyền"])
    #expect(try run(at: "2023-06-02 08:00").isEmpty)
  }

  @Test func aWaitingListLosesThoseWhoHaveDoneItSince() throws {
    _ = try run(at: start)
    #expect(try run(at: "2022-01-14 08:00").count == 6)
    func listed() throws -> [[String]] {
      try office.waiting(for: .secretary).compactMap(\.digest).flatMap(\.missing).map(\.names)
    }
    #expect(try listed().map(\.count) == [5])
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(
      try listed() == [["Trần Văn Bình", "Lê Thị Lan", "Phạm Văn Minh", "Hoàng Sơn"]])
    for cast in [Cast.binh, .lan, .minh, .son] {
      try office.perform(office.register("LDTT", for: cast), as: cast)
    }
    #expect(try office.waiting(for: .secretary).isEmpty)
    #expect(try office.pointless(for: .secretary).count == 1)
  }

  // MARK: Once

  @Test func oneMessagePerPersonAndDay_howeverManyDuties() throws {
    let twin = Plans.campaign(
      "twin", of: Plans.duongHoaCommune, title: "phong trào khác",
      Period(first: "2021-11-02", last: "2022-12-31", wording: ""),
      milestones: Plans.duongHoa.milestones, honours: Plans.duongHoa.honours)
    let office = try Office(at: start, campaigns: [Plans.duongHoa, twin])
    _ = try office.sendReminders(servingSince: start)
    office.clock.now = "2022-01-07 08:00"
    let pushes = try office.sendReminders(servingSince: start)
    #expect(pushes.count == Set(pushes.map(\.recipient)).count)
    #expect(pushes.map { $0.digest?.duties.count } == [2, 2, 2, 2, 2])
  }

  @Test func runningTwiceDoublesNothing() throws {
    _ = try run(at: start)
    #expect(try run(at: "2021-12-31 08:00").count == 5)
    #expect(try run(at: "2021-12-31 08:00").isEmpty)
    #expect(try run(at: "2021-12-31 08:00:00.001").isEmpty)
    #expect(try run(at: "2021-12-31 23:00").isEmpty)
  }

  @Test func aRestartDoublesAndSkipsNothing() throws {
    _ = try run(at: start)
    #expect(try run(at: "2021-12-31 08:00").count == 5)
    #expect(try run(at: "2021-12-31 08:01", servingSince: "2021-12-31 08:01").isEmpty)
    #expect(try run(at: "2022-01-07 08:00", servingSince: "2022-01-07 07:59:59").count == 5)
  }

  @Test func aFirstStartLooksAtNothingOlder() throws {
    #expect(try run(at: "2022-01-13 12:00", servingSince: "2022-01-13 12:00").isEmpty)
    #expect(try run(at: "2022-01-14 08:00", servingSince: "2022-01-13 12:00").count == 6)
  }

  @Test func aFirstStartAtTheVeryMomentSendsNothingForIt() throws {
    #expect(try run(at: "2022-01-07 08:00", servingSince: "2022-01-07 08:00").isEmpty)
  }

  @Test func aClockSetBackSendsNothingAgain() throws {
    _ = try run(at: start)
    #expect(try run(at: "2022-01-07 08:00").count == 5)
    #expect(try run(at: "2022-01-06 12:00").isEmpty)
    #expect(try run(at: "2022-01-07 08:00").isEmpty)
    #expect(try run(at: "2022-01-11 08:00").count == 5)
  }

  @Test func aClockSetBackOverTheDaysOfAnOutageSendsNothingAgain() throws {
    _ = try run(at: start)
    // Two days were folded into one message; neither comes again by itself.
    #expect(try run(at: "2022-01-07 12:00", servingSince: "2022-01-07 12:00").count == 5)
    #expect(try run(at: "2021-12-30 12:00", servingSince: "2021-12-30 12:00").isEmpty)
    #expect(try run(at: "2022-01-07 13:00", servingSince: "2021-12-30 12:00").isEmpty)
  }

  // MARK: After an outage

  @Test func whatFellIntoAnOutageIsOneLateMessage() throws {
    _ = try run(at: start)
    office.clock.now = "2022-01-13 09:30"
    let pushes = try office.sendReminders(servingSince: "2022-01-13 09:30")
    #expect(pushes.count == 5)
    for push in pushes {
      let digest = try #require(push.digest)
      #expect(digest.isLate)
      #expect(digest.day == "2022-01-13")
      #expect(digest.duties.map(\.milestone) == ["registration"])
      #expect(push.createdAt == office.now)
    }
  }

  @Test func anOutageOverTheLastDayLeavesTheListOnly() throws {
    _ = try run(at: start)
    #expect(
      try run(at: "2022-01-16 10:00", servingSince: "2022-01-16 10:00") == [
        "Đỗ Minh Thư: thiếu Nguyễn Thị Hoa, Trần Văn Bình, Lê Thị Lan, Phạm Văn Minh, Hoàng Sơn, muộn"
      ])
  }

  @Test func whoDidItDuringTheOutageHearsNothing() throws {
    _ = try run(at: start)
    office.clock.now = "2022-01-10 10:00"
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(
      try !run(at: "2022-01-10 10:01", servingSince: "2022-01-10 10:01")
        .contains { $0.hasPrefix("Nguyễn Thị Hoa") })
  }

  @Test func whatWasMissedWithoutARestartIsNotCalledLate() throws {
    // The machine slept over eight o'clock.
    _ = try run(at: start)
    #expect(try run(at: "2022-01-07 10:00").allSatisfy { !$0.hasSuffix("muộn") })
  }

  // MARK: The outbox

  @Test func aReminderWaitsUntilAcknowledged_withTheSameId() throws {
    _ = try run(at: start)
    office.clock.now = "2022-01-07 08:00"
    let sent = try office.sendReminders(servingSince: start)
    let hoa = try #require(sent.first { $0.recipient == office.person(.hoa).id })
    #expect(try office.waiting(for: .hoa).map(\.id).contains(hoa.id))
    try office.perform(.acknowledge(hoa.id), as: .hoa)
    #expect(try !office.waiting(for: .hoa).map(\.id).contains(hoa.id))
    #expect(try office.waiting(for: .binh).count == 1)
  }

  @Test("It looks again at every hour at which somebody wants his digest") func nextRuns() throws {
    let runs: [(Instant, Instant)] = [
      ("2021-12-31 07:00", "2021-12-31 08:00"), ("2021-12-31 08:00", "2022-01-01 08:00"),
      ("2023-06-15 23:59", "2023-06-16 08:00"),
    ]
    for (now, next) in runs {
      office.clock.now = now
      #expect(try office.nextReminders() == next)
    }
    office.clock.now = "2021-12-31 09:00"
    let six = TimeOfDay(milliseconds: 6 * 3_600_000)
    try office.perform(.changeSettings(.hour(six)), as: .hoa)
    #expect(try office.nextReminders() == "2022-01-01 06:00")
  }

  private let eight = TimeOfDay(milliseconds: 8 * 3_600_000)

  private var everyoneOwing: [String] {
    [Cast.hoa, .binh, .lan, .minh, .son].map { $0.name + ": registration" }
  }

  /// Moves the clock and runs; each message as "name: milestones[, thiếu names][, muộn]".
  private func run(at now: Instant, servingSince: Instant? = nil) throws -> [String] {
    office.clock.now = now
    return try office.sendReminders(servingSince: servingSince ?? start).compactMap { push in
      guard let digest = push.digest else { return nil }
      let name = office.directory.people[push.recipient]?.name ?? "?"
      let parts =
        digest.duties.map(\.milestone)
        + digest.missing.map { "thiếu " + $0.names.joined(separator: ", ") }
        + (digest.isLate ? ["muộn"] : [])
      return name + ": " + parts.joined(separator: ", ")
    }
  }
}
