import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// The outbox, from cause to acknowledgement.
@Suite struct PushTableTests {
  let office: Office
  let outbox: PushTable

  init() throws {
    office = try Office()
    outbox = PushTable(office.session)
  }

  @Test func aPersonGetsOneReminderADay() throws {
    let first = try add(reminder("2022-01-14"), to: 1)
    #expect(first != nil)
    #expect(try add(reminder("2022-01-14", late: true), to: 1) == nil)
    #expect(try add(reminder("2022-01-15"), to: 1) != nil)
    #expect(try add(reminder("2022-01-14"), to: 2) != nil)
    #expect(try outbox.waiting(for: 1).map(\.digest?.isLate) == [false, false])
  }

  @Test func acknowledgedOnesDoNotComeAgainOnTheSameDay() throws {
    let push = try #require(try add(reminder("2022-01-14"), to: 1))
    #expect(try outbox.acknowledge(push.id, by: 1, at: office.now))
    #expect(try add(reminder("2022-01-14"), to: 1) == nil)
    #expect(try outbox.waiting(for: 1).isEmpty)
  }

  @Test func noticesMayBeMany() throws {
    for _ in 1...3 { #expect(try add(notice, to: 1) != nil) }
    #expect(try outbox.waiting(for: 1).count == 3)
  }

  @Test func theyWaitInTheOrderTheyWereMade() throws {
    let pushes = try [notice, reminder("2022-01-14"), notice].map {
      try #require(try add($0, to: 1))
    }
    #expect(try outbox.waiting(for: 1) == pushes)
  }

  @Test func onlyTheRecipientAcknowledges_andOnce() throws {
    let push = try #require(try add(notice, to: 1))
    #expect(try !outbox.acknowledge(push.id, by: 2, at: office.now))
    #expect(try outbox.exists(push.id, for: 1))
    #expect(try !outbox.exists(push.id, for: 2))
    #expect(try outbox.acknowledge(push.id, by: 1, at: office.now))
    office.clock.advance(seconds: 60)
    #expect(try !outbox.acknowledge(push.id, by: 1, at: office.now))
    // The first moment stays.
    let row = try #require(try office.contents()["push"].first)
    #expect(row.hasSuffix("|\(office.now.adding(milliseconds: -60_000).milliseconds)"))
    #expect(try outbox.exists(push.id, for: 1))
  }

  @Test func whatHasLostItsPointComesNoMore_andIsKept() throws {
    let push = try #require(try add(reminder("2022-01-14"), to: 1))
    try outbox.markPointless([push.id], of: 2, at: office.now)
    #expect(try outbox.waiting(for: 1).count == 1, "another's")
    try outbox.markPointless([push.id], of: 1, at: office.now)
    #expect(try outbox.waiting(for: 1).isEmpty)
    #expect(try outbox.exists(push.id, for: 1))
    #expect(try add(reminder("2022-01-14"), to: 1) == nil, "nor does that day's come again")
  }

  @Test func allAtOnceAreThoseOfOnePerson() throws {
    for recipient: PersonID in [1, 1, 2] { _ = try add(notice, to: recipient) }
    #expect(try outbox.acknowledgeAll(of: 1, at: office.now) == 2)
    #expect(try outbox.acknowledgeAll(of: 1, at: office.now) == 0)
    #expect(try outbox.waiting(for: 2).count == 1)
  }

  private func add(_ content: PushContent, to recipient: PersonID) throws -> Push? {
    try outbox.add(content, to: recipient, at: office.now)
  }

  private func reminder(_ day: CivilDate, late: Bool = false) -> PushContent {
    .reminder(ReminderDigest(day: day, isLate: late, duties: [], missing: []))
  }

  private let notice = PushContent.registrationNotice(
    RegistrationNotice(
      event: .registered, kind: .person, subject: "x", campaign: "x", campaignTitle: "x",
      honours: [], by: "x", receipt: "x", isLate: false))
}
