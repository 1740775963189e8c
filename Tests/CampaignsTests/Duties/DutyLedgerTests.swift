import Campaigns
import CivilTime
import TestSupport
import Testing

/// Who still has to act: each for himself, officers for their unit, posts until the day is over.
@Suite struct DutyLedgerTests {
  @Test(
    "A duty of persons",
    arguments: [
      (Role.member, true), (.officer, true), (.secretary, false), (.council, false),
      (.chair, false), (.admin, false),
    ])
  func personsWhoHoldOneOfTheRoles(role: Role, owes: Bool) throws {
    let registration = try #require(Plans.duongHoa.registration)
    let person = somebody(role)
    #expect(DutyLedger().owes(person, registration, in: Plans.duongHoa) == owes)
    let done = DutyLedger(registered: ["duong-hoa-2022": [.person(person.id)]])
    #expect(!done.owes(person, registration, in: Plans.duongHoa))
  }

  @Test func oneCampaignDoesNotCountForAnother_norAHouseholdForAPerson() throws {
    let registration = try #require(Plans.duongHoa.registration)
    let person = somebody(.member)
    for done: [CampaignID: Set<Subject>] in [
      ["x": [.person(person.id)]], ["duong-hoa-2022": [.household(of: person.id)]],
      ["duong-hoa-2022": [.person(person.id + 1)]], ["duong-hoa-2022": [.unit(person.id)]],
    ] {
      #expect(DutyLedger(registered: done).owes(person, registration, in: Plans.duongHoa))
    }
  }

  @Test func anotherCommunesPeopleOweNothing() throws {
    let registration = try #require(Plans.duongHoa.registration)
    let stranger = somebody(.member, of: Plans.hongPhongCommune)
    #expect(!DutyLedger().owes(stranger, registration, in: Plans.duongHoa))
  }

  @Test func aDutyOfUnitsIsTheirOfficers() throws {
    let work = try #require(Plans.hongPhong.milestones(of: .work).first)
    let commune = Plans.hongPhongCommune
    #expect(DutyLedger().owes(somebody(.officer, of: commune), work, in: Plans.hongPhong))
    #expect(!DutyLedger().owes(somebody(.member, of: commune), work, in: Plans.hongPhong))
    let adrift = somebody(.officer, of: commune, unit: nil)
    #expect(!DutyLedger().owes(adrift, work, in: Plans.hongPhong))
  }

  @Test func aUnitsRegistrationIsDoneForAllItsOfficers() {
    let duty = Milestone(
      id: "registration", kind: .registration, title: "", wording: "", opens: nil,
      deadline: Deadline(lastValidDay: "2022-01-14"), owedBy: .units, source: "")
    let done = DutyLedger(registered: ["duong-hoa-2022": [.unit(7)]])
    #expect(!done.owes(somebody(.officer, unit: 7), duty, in: Plans.duongHoa))
    #expect(done.owes(somebody(.officer, unit: 8), duty, in: Plans.duongHoa))
  }

  @Test func aDutyOfPostsIsThatOfWhoeverHoldsThem() throws {
    let council = try #require(Plans.duongHoa.milestones(of: .council).first)
    let debtors = DutyLedger().debtors(
      of: council, in: Plans.duongHoa,
      among: [Role.member, .officer, .secretary, .council, .chair, .admin].map { somebody($0) })
    #expect(debtors.map(\.role) == [.secretary, .chair])
  }

  private func somebody(
    _ role: Role, of organization: Organization = Plans.duongHoaCommune, unit: UnitID? = 7
  ) -> Person {
    Person(id: 11, organization: organization.id, name: "X", unit: unit, role: role)
  }
}
