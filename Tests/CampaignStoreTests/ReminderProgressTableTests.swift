import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import CampaignStore

@Suite struct ReminderProgressTableTests {
  @Test func whatIsPutIsRead() throws {
    let office = try Office()
    let table = ReminderProgressTable(office.session)
    #expect(try table.progress() == nil)
    var progress = ReminderProgress(through: "2022-01-10 07:59:59.999")
    for person: PersonID in [300, 100] {
      progress.advance(0..<person, to: "2022-01-14 08:00")
      try table.put(progress)
      #expect(try table.progress() == progress)
    }
  }

  @Test func aStoreOfBeforeKeepsItsMark() throws {
    let store = TemporaryStore()
    let session = try store.driver.openWriting()
    try Migrations(Array(schema.steps.prefix(5))).apply(to: session)
    try session.run(SQLStatement("INSERT INTO reminded (id, through) VALUES (1, 5)"))
    try schema.apply(to: session)
    #expect(
      try ReminderProgressTable(session).progress()
        == ReminderProgress(through: Instant(milliseconds: 5)))
  }
}
