import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Registrations with their whole history: nothing is ever deleted.
@Suite struct RegistrationTableTests {
  let office: Office
  let table: RegistrationTable

  init() throws {
    office = try Office()
    table = RegistrationTable(office.session)
  }

  @Test(
    "A registration comes back as it went in",
    arguments: [
      (.person(7), nil), (.unit(7), nil), (.household(of: 7), "đi học"), (.person(.max), ""),
    ] as [(Subject, String?)])
  func roundTrip(subject: Subject, lateReason: String?) throws {
    let registration = try add(subject, "LDTT", lateReason: lateReason)
    #expect(try table.registration(registration.id) == registration)
    #expect(try table.active(of: subject) == [registration])
    #expect(try table.active(of: subject, in: Office.campaign) == [registration])
    #expect(try table.active(of: subject, in: "hong-phong-2023") == [])
    #expect(try table.active(in: Office.campaign) == [registration])
  }

  @Test func aPersonAHouseholdAndAUnitOfOneNumberAreThree() throws {
    let person = try add(.person(7), "LDTT")
    let household = try add(.household(of: 7), "LDTT")
    let unit = try add(.unit(7), "LDTT")
    #expect(try table.active(of: .person(7)) == [person])
    #expect(try table.active(of: .household(of: 7)) == [household])
    #expect(try table.active(of: .unit(7)) == [unit])
    let ledger = DutyLedger(
      registered: try table.subjects(registeredIn: [Office.campaign, "hong-phong-2023"]))
    for subject in [Subject.person(7), .household(of: 7), .unit(7)] {
      #expect(ledger.hasRegistered(subject, in: Office.campaign))
      #expect(!ledger.hasRegistered(subject, in: "hong-phong-2023"))
    }
    #expect(!ledger.hasRegistered(.person(8), in: Office.campaign))
  }

  @Test func aPersonAndTheHouseholdAreReadTogether_oldestFirst() throws {
    let household = try add(.household(of: 7), "GDVH")
    let person = try add(.person(7), "LDTT")
    let other = try add(.person(7), "CSTDCS")
    _ = try add(.person(8), "LDTT")
    #expect(try table.active(ofPersonAndHousehold: 7) == [household, person, other])
  }

  @Test func theSameCannotBeActiveTwice() throws {
    let first = try add(.person(7), "LDTT")
    #expect(throws: StoreError.self) { try add(.person(7), "LDTT") }
    let other = try add(.person(7), "CSTDCS")
    #expect(throws: StoreError.self) {
      try table.set(
        other, honour: "LDTT", state: .active, lateReason: nil, event: .changed,
        by: try change())
    }
    // A withdrawn one is not in the way.
    try table.set(
      first, honour: "LDTT", state: .withdrawn, lateReason: nil, event: .withdrawn,
      by: try change())
    _ = try add(.person(7), "LDTT")
  }

  @Test func eachChangeIsAnEventWithWhatWasBefore() throws {
    let registration = try add(.person(7), "LDTT")
    let first = try #require(try table.lastChange(of: registration.id))
    let second = try change()
    try table.set(
      registration, honour: "CSTDCS", state: .active, lateReason: "nhầm", event: .changed,
      by: second)
    let third = try change()
    try table.set(
      try #require(try table.registration(registration.id)), honour: "CSTDCS", state: .withdrawn,
      lateReason: "nhầm", event: .withdrawn, by: third)
    #expect(try table.lastChange(of: registration.id) == third)
    let events = try [first, second, third].map { try #require(try table.events(of: $0).first) }
    #expect(events.map(\.registration) == Array(repeating: registration.id, count: 3))
    #expect(events.map(\.event) == [.registered, .changed, .withdrawn])
    #expect(events.map(\.honourBefore) == [nil, "LDTT", "CSTDCS"])
    #expect(events.map(\.honourAfter) == ["LDTT", "CSTDCS", nil])
    #expect(events.map(\.lateBefore) == [nil, nil, "nhầm"])
    #expect(events.map(\.changeBefore) == [nil, first, second])
  }

  @Test func takingBackRestoresHonourStateLatenessAndTheChangeBefore() throws {
    let first = try add(.person(7), "LDTT")
    let made = try #require(try table.lastChange(of: first.id))
    let second = try change()
    try table.set(
      first, honour: "CSTDCS", state: .active, lateReason: "nhầm", event: .changed, by: second)
    let changed = try #require(try table.registration(first.id))
    let event = try #require(try table.events(of: second).first)
    let undo = try change()
    try table.takeBack(event, from: changed, lateReason: event.lateBefore, by: undo)
    #expect(try table.registration(first.id) == first)
    #expect(try table.lastChange(of: first.id) == made)
    #expect(try table.events(of: undo).map(\.event) == [.undone])
  }

  @Test func aSubjectOfAnUnknownKindIsDamage() throws {
    _ = try add(.person(7), "LDTT")
    try office.session.run(SQLStatement(once: "UPDATE registration SET subject_kind = 9"))
    do {
      _ = try table.active(in: Office.campaign)
      Issue.record("read all the same")
    } catch let error as StoreError {
      #expect(error.kind == .corrupt)
    }
  }

  @Test("Stored numbers are never changed") func storedNumbers() {
    #expect(RegistrationEvent.allCases.map(\.rawValue) == [1, 2, 3, 4])
    #expect(RegistrationState.active.rawValue == 1)
    #expect(RegistrationState.withdrawn.rawValue == 0)
  }

  /// A new row of the trail.
  private func change() throws -> Int64 {
    let receipt = Receipt(number: try Numbering(office.session).take(), at: office.now)
    try ChangeLog(office.session).add(
      ChangeEntry(
        receipt: receipt, organization: nil, person: 7, act: .registrationCreate, detail: ""))
    return receipt.number
  }

  @discardableResult
  private func add(
    _ subject: Subject, _ honour: HonourCode, lateReason: String? = nil
  ) throws -> Registration {
    let registration = Registration(
      id: try Numbering(office.session).take(), campaign: Office.campaign, subject: subject,
      honour: honour, state: .active, lateReason: lateReason, registeredAt: office.now,
      registeredBy: 7)
    try table.add(registration, by: try change())
    return registration
  }
}
