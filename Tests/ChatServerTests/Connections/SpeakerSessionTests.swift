import Campaigns
import Testing

@testable import ChatServer

@Suite struct SpeakerSessionTests {
  private func directory(_ people: [Person]) -> Directory {
    Directory(
      version: 1, organizations: [], campaigns: [], honours: HonoursCatalogue([]),
      calendar: WorkingCalendar(), reminderRules: ReminderRules(), units: [], people: people)
  }

  private func hoa(_ role: Role) -> Person {
    Person(id: 7, organization: "duong-hoa", name: "Nguyễn Thị Hoa", unit: nil, role: role)
  }

  @Test func aGuestUntilLoggedIn() {
    var session = SpeakerSession()
    #expect(session.speaker(in: directory([hoa(.member)])).person == nil)
    session.logIn("hoa", as: 7)
    #expect(session.username == "hoa")
    #expect(session.speaker(in: directory([hoa(.member)])).person?.role == .member)
    session.logOut()
    #expect(session.username == nil)
    #expect(session.speaker(in: directory([hoa(.member)])).person == nil)
  }

  @Test func aNewRoleCountsAtOnceAndWhoIsGoneIsAGuest() {
    var session = SpeakerSession()
    session.logIn("hoa", as: 7)
    #expect(session.speaker(in: directory([hoa(.secretary)])).person?.role == .secretary)
    #expect(session.speaker(in: directory([])).person == nil)
  }
}
