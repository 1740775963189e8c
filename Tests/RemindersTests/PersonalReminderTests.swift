import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// "Nhắc tôi 8h sáng mai …", "nhắc trước hạn đăng ký 3 ngày".
@Suite struct PersonalReminderTests {
  let office: Office
  private let start: Instant = "2022-01-07 09:00"

  init() throws { office = try Office(at: start) }

  private func remind(_ at: Instant, _ about: String? = nil) -> Change {
    .remind(.at(at), about: about)
  }

  private func before(_ days: Int) -> Change {
    .remind(.before(.registration, in: Office.campaign, days: days), about: nil)
  }

  /// What was sent to that person since the last time.
  private func notes(at now: Instant, to cast: Cast) throws -> [PersonalNote] {
    office.clock.now = now
    return try office.sendReminders(servingSince: start).compactMap { push in
      guard push.recipient == office.person(cast).id, case .personal(let note) = push.content else {
        return nil
      }
      return note
    }
  }

  private func waiting(_ cast: Cast) throws -> [PersonalEntry] {
    guard case .reminders(let overview) = try office.answer(.reminders, as: cast) else { return [] }
    return overview.personal
  }

  @Test func itComesAtItsMomentOnce() throws {
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    #expect(try waiting(.hoa).map(\.reminder.text) == ["nộp hồ sơ"])
    #expect(try waiting(.binh).isEmpty)
    #expect(try notes(at: "2022-01-08 07:59:59.999", to: .hoa).isEmpty)
    #expect(
      try notes(at: "2022-01-08 08:00", to: .hoa)
        == [PersonalNote(text: "nộp hồ sơ", at: "2022-01-08 08:00", duty: nil)])
    #expect(try notes(at: "2022-01-08 08:01", to: .hoa).isEmpty)
    #expect(try waiting(.hoa).isEmpty)
  }

  @Test func whatWasMissedComesLate_withItsMoment() throws {
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    #expect(try notes(at: "2022-01-10 15:00", to: .hoa).map(\.at) == ["2022-01-08 08:00"])
  }

  @Test func beforeAMilestoneItMovesWithIt() throws {
    try office.perform(before(3), as: .hoa)
    #expect(try waiting(.hoa).map(\.reminder.at) == ["2022-01-11 08:00"])
    try office.perform(
      .extendMilestone(Office.campaign, .registration, "2022-01-20"), as: .secretary)
    try office.reload()
    #expect(try waiting(.hoa).map(\.reminder.at) == ["2022-01-17 08:00"])
    #expect(try notes(at: "2022-01-11 08:00", to: .hoa).isEmpty)
    #expect(
      try notes(at: "2022-01-17 08:00", to: .hoa).map(\.duty?.lastValidDay) == ["2022-01-20"])
  }

  @Test func whatIsDoneIsNotRemindedOf() throws {
    try office.perform(before(3), as: .hoa)
    try office.perform(before(3), as: .binh)
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try notes(at: "2022-01-11 08:00", to: .hoa).isEmpty)
    #expect(try waiting(.hoa).isEmpty)
  }

  @Test func onlyTheOwnAreCancelled_byTheirWords() throws {
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    try office.perform(remind("2022-01-09 08:00", "họp thôn"), as: .hoa)
    try office.perform(remind("2022-01-09 08:00", "họp thôn"), as: .binh)
    guard
      case .wrongState(.whichReminder(let entries))? = try office.refusal(
        of: .cancelReminder(about: nil), as: .hoa)
    else {
      Issue.record("not asked which")
      return
    }
    #expect(entries.count == 2)
    try office.perform(.cancelReminder(about: "hop thon"), as: .hoa)
    #expect(try waiting(.hoa).map(\.reminder.text) == ["nộp hồ sơ"])
    #expect(try waiting(.binh).count == 1)
    #expect(
      try office.refusal(of: .cancelReminder(about: "đám cưới"), as: .hoa)
        == .wrongState(.noReminder(asWritten: "đám cưới")))
  }

  @Test func settingAndCancellingAreTakenBack() throws {
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    try office.perform(.cancelReminder(about: nil), as: .hoa)
    try office.perform(.undo, as: .hoa)
    #expect(try waiting(.hoa).count == 1)
    try office.perform(.undo, as: .hoa)
    #expect(try waiting(.hoa).isEmpty)
  }

  @Test func snoozingSaysTheSameAgainLater_andMovesNoDuty() throws {
    #expect(
      try office.refusal(of: .snooze(until: "2022-01-08 10:00", about: nil), as: .hoa)
        == .wrongState(.nothingToSnooze))
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    _ = try notes(at: "2022-01-08 08:00", to: .hoa)
    try office.perform(.snooze(until: "2022-01-08 10:00", about: nil), as: .hoa)
    #expect(try notes(at: "2022-01-08 10:00", to: .hoa).map(\.text) == ["nộp hồ sơ"])
  }

  @Test func oneThatWaitsIsGivenAnotherMoment_andTakenBack() throws {
    try office.perform(remind("2022-01-08 08:00", "nộp hồ sơ"), as: .hoa)
    try office.perform(remind("2022-01-08 09:00", "họp thôn"), as: .hoa)
    try office.perform(.snooze(until: "2022-01-08 15:00", about: "họp"), as: .hoa)
    #expect(try waiting(.hoa).map(\.reminder.text) == ["nộp hồ sơ", "họp thôn"])
    #expect(try waiting(.hoa).map(\.reminder.at) == ["2022-01-08 08:00", "2022-01-08 15:00"])
    try office.perform(.undo, as: .hoa)
    #expect(try waiting(.hoa).map(\.reminder.at) == ["2022-01-08 08:00", "2022-01-08 09:00"])
    try office.perform(remind("2022-01-08 10:00", "họp chi bộ"), as: .hoa)
    guard
      case .wrongState(.whichReminder(let found))? = try office.refusal(
        of: .snooze(until: "2022-01-08 15:00", about: "họp"), as: .hoa)
    else {
      Issue.record("not asked which")
      return
    }
    #expect(found.count == 2)
  }

  @Test func noMomentThatIsOver() throws {
    for change in [remind("2022-01-07 08:00"), remind(start), before(30)] {
      guard case .wrongState(.reminderInPast)? = try office.refusal(of: change, as: .hoa) else {
        Issue.record("\(change) was taken")
        return
      }
    }
    #expect(try office.refusal(of: remind("2022-01-08 08:00"), as: .guest) == .notLoggedIn)
  }

  @Test func theNextRunKnowsOfIt() throws {
    try office.perform(remind("2022-01-07 09:30"), as: .hoa)
    #expect(try PersonalReminderTable(office.session).next() == "2022-01-07 09:30")
  }
}
