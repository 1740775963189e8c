import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// The audit trail: one row for each change.
@Suite struct ChangeLogTests {
  let office: Office
  let trail: ChangeLog

  init() throws {
    office = try Office()
    trail = ChangeLog(office.session)
  }

  @Test func theLastChangeIsTheNewestOfThatPersonThatStands() throws {
    #expect(try trail.lastChange(of: 7) == nil)
    let first = try add(1, by: 7, .registrationCreate)
    let second = try add(2, by: 7, .registrationChange)
    _ = try add(3, by: 8, .registrationCreate)
    // Neither secrets nor the command line's acts are anybody's to take back.
    _ = try add(4, by: 7, .passwordSet)
    _ = try add(5, by: nil, .peopleImport)
    #expect(try trail.lastChange(of: 7) == second)
    _ = try add(6, by: 7, .undo, undoes: 2)
    try trail.markUndone(2, by: 6)
    #expect(try trail.lastChange(of: 7) == first)
    _ = try add(7, by: 7, .undo, undoes: 1)
    try trail.markUndone(1, by: 7)
    #expect(try trail.lastChange(of: 7) == nil)
  }

  @Test func aNumberIsGivenOnce() throws {
    _ = try add(1, by: 7, .registrationCreate)
    #expect(throws: StoreError.self) { try add(1, by: 8, .registrationCreate) }
  }

  @Test("Stored names are never renamed") func storedNames() {
    #expect(
      ChangeAct.allCases.map(\.rawValue) == [
        "registration.create", "registration.change", "registration.withdraw", "pledge.sign",
        "work.register", "work.progress", "target.report", "dossier.create", "dossier.attach",
        "dossier.submit", "dossier.accept", "dossier.return", "council.open", "council.vote",
        "council.close", "council.opinion", "quota.set", "bar.record", "bar.lift", "award.correct",
        "award.decide", "award.forward", "award.revoke", "milestone.extend", "milestone.done",
        "announce.send",
        "feedback.submit", "feedback.reply", "example.submit", "example.approve", "reminder.create",
        "reminder.cancel", "reminder.nudge", "reminder.settings", "undo",
        "account.password", "account.add", "account.reset", "account.lock", "account.unlock",
        "people.import", "campaign.load", "other",
      ])
  }

  @Test func anActOfALaterVersionIsReadAsOther() throws {
    _ = try add(1, by: 7, .registrationCreate)
    try office.session.run(SQLStatement(once: "UPDATE change_log SET act = 'dossier.burn'"))
    #expect(try trail.lastChange(of: 7)?.act == .other)
  }

  @discardableResult
  private func add(
    _ number: Int64, by person: PersonID?, _ act: ChangeAct, undoes: Int64? = nil
  ) throws -> ChangeEntry {
    let entry = ChangeEntry(
      receipt: Receipt(number: number, at: office.now), organization: "duong-hoa", person: person,
      act: act, detail: "…", undoes: undoes)
    try trail.add(entry)
    return entry
  }
}
