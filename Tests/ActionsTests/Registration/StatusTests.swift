import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// "hồ sơ của tôi", "hồ sơ của chị Hoa".
@Suite struct StatusTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  @Test func whoHasNotRegisteredSeesTheDutyAndTheDaysLeft() throws {
    let status = try status(of: office.subject(.hoa), as: .hoa)
    let campaign = try #require(status.campaigns.first)
    #expect(status.isSpeaker)
    #expect(status.campaigns.map(\.id) == ["duong-hoa-2022"])
    #expect(campaign.registrations.isEmpty)
    #expect(campaign.owed.map(\.milestone.id) == ["registration"])
    #expect(campaign.owed.map(\.daysLeft) == [4])
    #expect(campaign.next?.milestone.id == "council")
  }

  @Test func whoHasRegisteredOwesNothingMore() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let campaign = try #require(try status(of: office.subject(.hoa), as: .hoa).campaigns.first)
    #expect(campaign.registrations.map(\.registration.honour) == ["LDTT"])
    #expect(campaign.owed.isEmpty)
  }

  @Test func theSpeakersHouseholdBelongsToTheSpeakersStatus() throws {
    try office.perform(office.register("GDVH", for: office.household(.hoa)), as: .hoa)
    let campaign = try #require(try status(of: office.subject(.hoa), as: .hoa).campaigns.first)
    #expect(campaign.registrations.map(\.registration.honour) == ["GDVH"])
    #expect(campaign.registrations.map(\.subject.subject) == [office.household(.hoa)])
    // The person still owes the own registration.
    #expect(campaign.owed.map(\.milestone.id) == ["registration"])
  }

  @Test func oneMaySeeTheOwnHouseholdsStatus() throws {
    try office.perform(office.register("GDVH", for: office.household(.hoa)), as: .hoa)
    let status = try status(of: office.household(.hoa), as: .hoa)
    #expect(status.campaigns.first?.registrations.map(\.registration.honour) == ["GDVH"])
    #expect(
      try office.refusal(of: .status(of: office.household(.hoa)), as: .binh)
        == .notPermitted(.unitOfficerOr([.secretary, .council, .chair])))
  }

  @Test func afterTheLastDayNothingIsOwedAnyMore() throws {
    office.clock.now = "2022-01-15 00:00"
    let campaign = try #require(try status(of: office.subject(.hoa), as: .hoa).campaigns.first)
    #expect(campaign.owed.isEmpty)
  }

  @Test func anEndedCampaignIsShownToThoseWhoTookPart() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    office.clock.now = "2023-02-01 09:00"
    #expect(try status(of: office.subject(.hoa), as: .hoa).campaigns.count == 1)
    #expect(try status(of: office.subject(.binh), as: .binh).campaigns.isEmpty)
  }

  @Test func aPostSeesItsOwnDuties() throws {
    office.clock.now = "2022-11-16 09:00"
    let campaign = try #require(
      try status(of: office.subject(.secretary), as: .secretary).campaigns.first)
    #expect(campaign.owed.map(\.milestone.id) == ["council"])
    #expect(campaign.owed.first?.daysLeft == 6)
  }

  @Test func anOfficerOwesUntilTheUnitHasRegistered() throws {
    let units = Plans.campaign(
      Office.campaign, of: Plans.duongHoaCommune, title: "đơn vị",
      Period(first: "2022-01-01", last: "2022-12-31", wording: ""),
      milestones: [
        Milestone(
          id: "registration", kind: .registration, title: "đăng ký tập thể", wording: "",
          opens: nil, deadline: Deadline(lastValidDay: "2022-01-14"), owedBy: .units, source: "")
      ], honours: Plans.duongHoa.honours)
    let office = try Office(at: "2022-01-10 09:00", campaigns: [units])
    func owed() throws -> [String] {
      guard
        case .status(let status) = try office.answer(
          .status(of: office.subject(.lan)), as: .lan)
      else { throw OtherAnswer() }
      return status.campaigns.flatMap(\.owed).map(\.milestone.id)
    }
    #expect(try owed() == ["registration"])
    try office.perform(
      office.register("TTLDTT", for: .unit(office.unit("thôn Buồng Tằm"))), as: .lan)
    #expect(try owed() == [])
  }

  @Test(
    arguments: [
      (.lan, .hoa, true), (.lan, .minh, false), (.son, .minh, true), (.secretary, .minh, true),
      (.council, .hoa, true), (.chair, .hoa, true), (.admin, .hoa, false), (.hoa, .binh, false),
      (.strangerSecretary, .hoa, false), (.secretary, .strangerMember, false),
    ] as [(Cast, Cast, Bool)])
  func whoSeesWhom(speaker: Cast, subject: Cast, isShown: Bool) throws {
    let refusal = try office.refusal(of: .status(of: office.subject(subject)), as: speaker)
    let refused = Refusal.notPermitted(.unitOfficerOr([.secretary, .council, .chair]))
    #expect(refusal == (isShown ? nil : refused))
  }

  @Test func aUnitsStatusIsItsRegistrations() throws {
    let unit = Subject.unit(office.unit("thôn Buồng Tằm"))
    try office.perform(office.register("TTLDTT", for: unit), as: .lan)
    let status = try status(of: unit, as: .lan)
    #expect(!status.isSpeaker)
    #expect(status.subject.name == "thôn Buồng Tằm")
    #expect(status.campaigns.first?.registrations.map(\.registration.honour) == ["TTLDTT"])
  }

  private func status(of subject: Subject, as cast: Cast) throws -> SubjectStatus {
    guard case .status(let status) = try office.answer(.status(of: subject), as: cast) else {
      throw OtherAnswer()
    }
    return status
  }
}
