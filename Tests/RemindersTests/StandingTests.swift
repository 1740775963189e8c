import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Whether what was said still stands, by all that is in the store and by the little that decides.
@Suite struct StandingTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2021-12-31 07:00", campaigns: [Plans.duongHoa, Plans.hongPhong])
    _ = try office.sendReminders(servingSince: office.now)
  }

  private var everyone: [Cast] { Cast.people }

  /// What of the outbox still stands, by a ledger.
  private func standing(
    _ pushes: [Push], by ledger: DutyLedger
  ) throws -> [Push] {
    pushes.compactMap { push in
      office.directory.people[push.recipient].flatMap {
        ledger.current(push, for: $0, in: office.directory)
      }
    }
  }

  private func expectBothLedgersAgree() throws -> Int {
    let pushes = try everyone.flatMap {
      try PushTable(office.session).waiting(for: office.person($0).id)
    }
    let all = try standing(
      pushes,
      by: DutyLedger(of: office.directory.campaigns, in: office.directory, on: office.session))
    var book = CaseBook()
    let few = try standing(
      pushes,
      by: DutyLedger(standing: pushes, in: office.directory, book: &book, on: office.session))
    #expect(all == few)
    return all.count
  }

  @Test func theLittleThatDecidesIsEnough() throws {
    for day in ["2021-12-31", "2022-01-13", "2022-01-14", "2022-01-15"] as [CivilDate] {
      office.clock.now = Instant(day, ReminderSchedule.standard.time)
      _ = try office.sendReminders(servingSince: "2021-12-31 07:00")
    }
    let before = try expectBothLedgersAgree()
    try office.perform(office.register("LDTT", for: .hoa, reason: "ốm"), as: .secretary)
    let after = try expectBothLedgersAgree()
    #expect(after < before)
    office.clock.now = "2023-05-31 08:00"
    _ = try office.sendReminders(servingSince: "2021-12-31 07:00")
    #expect(try expectBothLedgersAgree() > 0)
  }

  @Test func aLetterWhoseDutyIsDoneStandsNoMore() throws {
    try office.perform(.nudge(Office.campaign, milestone: "registration", nil), as: .secretary)
    let pushes = try PushTable(office.session).waiting(for: office.person(.hoa).id)
    #expect(pushes.count == 1)
    func stands() throws -> Bool {
      var book = CaseBook()
      let ledger = try DutyLedger(
        standing: pushes, in: office.directory, book: &book, on: office.session)
      return try !standing(pushes, by: ledger).isEmpty
    }
    #expect(try stands())
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try !stands())
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    #expect(try stands())
  }
}
