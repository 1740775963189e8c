import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// What waits for somebody because of what happened: who is reminded, on which days, and how it
/// stops.
@Suite struct CaseDutyTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: Campaigns.Quota.none)])
  }

  /// "2022-06-06 Lê Thị Lan complete" for all that comes of cases up to that day; "!" if somebody
  /// else is late.
  private func reminded(through end: CivilDate) throws -> [String] {
    let start = office.now
    _ = try office.sendReminders(servingSince: start)
    var lines: [String] = []
    while office.now.date < end {
      office.clock.now = try office.nextReminders()
      for push in try office.sendReminders(servingSince: start) {
        guard let digest = push.digest else { continue }
        let name = office.directory.people[push.recipient]?.name ?? ""
        lines += digest.cases.map {
          "\(office.now.date.iso) \(name) \($0.kind.rawValue)\($0.isOversight ? "!" : "")"
        }
      }
    }
    return lines
  }

  @Test func aReturnedDossier_itsOfficer_thenTheSecretary() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.perform(
      .appraiseDossier(office.dossier(.hoa), .return(because: "thiếu chữ ký")), as: .secretary)
    // Three working days: to Monday 6 June.
    #expect(
      try reminded(through: "2022-06-10") == [
        "2022-06-03 Lê Thị Lan complete", "2022-06-06 Lê Thị Lan complete",
        "2022-06-07 Lê Thị Lan complete", "2022-06-07 Đỗ Minh Thư complete!",
      ])
    try office.perform(.submitDossier(office.dossier(.hoa)), as: .lan)
    // Handed in again it waits for the secretary, with the days that were left.
    #expect(try reminded(through: "2022-06-17").allSatisfy { $0.contains("appraise") })
  }

  @Test func anAppraisal_theSecretary_thenTheChair() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    // Five working days: to Wednesday 8 June.
    #expect(
      try reminded(through: "2022-06-10") == [
        "2022-06-03 Đỗ Minh Thư appraise", "2022-06-06 Đỗ Minh Thư appraise",
        "2022-06-08 Đỗ Minh Thư appraise", "2022-06-09 Đỗ Minh Thư appraise",
        "2022-06-09 Võ Chủ appraise!",
      ])
    try office.perform(.appraiseDossier(office.dossier(.hoa), .accept), as: .secretary)
    #expect(try reminded(through: "2022-07-01").isEmpty)
  }

  @Test func votes_onlyThoseWhoHaveNotFinished() throws {
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    try office.perform(.castVote(office.dossier(.hoa), .agree), as: .chair)
    let lines = try reminded(through: "2022-11-18")
    #expect(lines == ["2022-11-17 Bùi Hội vote", "2022-11-18 Bùi Hội vote"])
    try office.perform(.castVote(office.dossier(.hoa), .agree), as: .council)
    #expect(try reminded(through: "2022-11-21").filter { $0.contains("vote") }.isEmpty)
  }

  @Test func whatWasSettledDisappearsFromADigestThatWaits() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    _ = try reminded(through: "2022-06-03")
    #expect(try office.waiting(for: .secretary).compactMap(\.digest).flatMap(\.cases).count == 1)
    try office.perform(.appraiseDossier(office.dossier(.hoa), .accept), as: .secretary)
    #expect(try office.waiting(for: .secretary).compactMap(\.digest).isEmpty)
  }

  @Test func aDifficultyIsAnsweredWithinAWeek() throws {
    try office.perform(.submitFeedback(Office.campaign, "chưa có mẫu"), as: .hoa)
    // Wednesday 8 June is the last day.
    #expect(
      try reminded(through: "2022-06-09") == [
        "2022-06-03 Đỗ Minh Thư answer", "2022-06-07 Đỗ Minh Thư answer",
        "2022-06-08 Đỗ Minh Thư answer", "2022-06-09 Đỗ Minh Thư answer",
        "2022-06-09 Võ Chủ answer!",
      ])
    try office.perform(.replyFeedback(nil, "đã gửi"), as: .secretary)
    #expect(try reminded(through: "2022-06-20").isEmpty)
  }

  @Test func aWorkWithADayOfItsOwn() throws {
    try office.perform(
      office.work(.work, "đường hoa", of: "thôn Hộ", due: "2022-06-10"), as: .son)
    #expect(
      try reminded(through: "2022-06-13") == [
        "2022-06-03 Hoàng Sơn work", "2022-06-07 Hoàng Sơn work", "2022-06-09 Hoàng Sơn work",
        "2022-06-10 Hoàng Sơn work", "2022-06-13 Hoàng Sơn work", "2022-06-13 Đỗ Minh Thư work!",
      ])
  }

  @Test("The preview says the same, letter by letter") func preview() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.perform(.submitFeedback(Office.campaign, "chưa có mẫu"), as: .hoa)
    let start = office.now
    let ledger = try DutyLedger(
      of: office.directory.campaigns, in: office.directory, on: office.session)
    let planned = ReminderForecast(directory: office.directory, ledger: ledger)
      .reminders(of: office.directory.campaigns, after: start, through: "2022-12-31 23:59")
    _ = try office.sendReminders(servingSince: start)
    var sent: [PlannedReminder] = []
    while office.now < "2022-12-31 08:00" {
      office.clock.now = try office.nextReminders()
      sent += try office.sendReminders(servingSince: start).compactMap { push in
        push.digest.map {
          PlannedReminder(at: push.createdAt, recipient: push.recipient, digest: $0)
        }
      }
    }
    #expect(!planned.isEmpty)
    #expect(planned == sent)
  }
}
