import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// One letter for each push of somebody who wants mail; none for what was seen in the chat.
@Suite struct MailTableTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
  }

  private var mail: MailTable { MailTable(office.session) }

  /// As the clerk does where the office has mail.
  private func wantMail(_ address: String?) throws {
    let hoa = office.person(.hoa).id
    try office.perform(.remind(.at("2022-02-01 08:00"), about: nil), as: .hoa)
    let change = try #require(try ChangeLog(office.session).lastChange(of: hoa))
    try ReminderSettingsTable(office.session).put(
      ReminderSettings(mail: address), of: hoa, by: change.receipt.number)
  }

  private func push(to cast: Cast = .hoa) throws -> PushID {
    let note = PersonalNote(text: "họp", at: office.now, duty: nil)
    return try #require(
      try PushTable(office.session).add(.personal(note), to: office.person(cast).id, at: office.now)
    ).id
  }

  private func due(at now: Instant) throws -> [PushID] {
    try mail.due(at: now, atMost: 10).map(\.push.id)
  }

  @Test func onlyForWhomWantsIt_afterAMomentForTheChat() throws {
    try wantMail("hoa@xa.example")
    let id = try push()
    _ = try push(to: .binh)
    #expect(try due(at: "2022-01-10 09:01:59").isEmpty)
    let letters = try mail.due(at: "2022-01-10 09:02", atMost: 10)
    #expect(letters.map(\.push.id) == [id])
    #expect(letters.map(\.address) == ["hoa@xa.example"])
  }

  @Test func whatWasSeenInTheChatIsNotSent() throws {
    try wantMail("hoa@xa.example")
    let id = try push()
    _ = try PushTable(office.session).acknowledge(id, by: office.person(.hoa).id, at: office.now)
    #expect(try due(at: "2022-01-10 10:00").isEmpty)
    #expect(try mail.settleSeen() == 1)
  }

  @Test func laterMeansLaterAndLater_thenNeverAgain() throws {
    try wantMail("hoa@xa.example")
    let id = try push()
    var now: Instant = "2022-01-10 09:02"
    var pauses: [Int64] = []
    for attempts in 0..<20 {
      try mail.postpone(id, attempts: attempts, at: now, because: "451")
      var minutes: Int64 = 0
      while try due(at: now.adding(milliseconds: minutes * 60_000)).isEmpty, minutes < 3000 {
        minutes += 1
      }
      if minutes == 3000 { break }
      pauses.append(minutes)
      now = now.adding(milliseconds: minutes * 60_000)
    }
    #expect(pauses == [2, 10, 30, 120, 480, 1440])
  }

  @Test func sentAndRefusedStaySo() throws {
    try wantMail("hoa@xa.example")
    let (sent, refused) = (try push(), try push())
    try mail.markSent(sent)
    try mail.markRefused(refused, because: "550")
    #expect(try due(at: "2022-01-11 09:00").isEmpty)
  }

  @Test func whoGivesUpMailGetsNone() throws {
    try wantMail("hoa@xa.example")
    try wantMail(nil)
    _ = try push()
    #expect(try due(at: "2022-01-11 09:00").isEmpty)
  }
}
