import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// Which campaign is meant when nobody names one.
@Suite struct CampaignDialogTests {
  /// Dương Hòa with two campaigns that run in 2022 and register honours, and one of 2023 that
  /// registers none.
  let office: Office
  let hoa: Talker

  init() throws {
    let spring = Plans.campaign(
      "spring", of: Plans.duongHoaCommune, title: "mừng xuân",
      Period(first: "2022-01-01", last: "2022-03-31", wording: ""),
      milestones: Plans.duongHoa.milestones, honours: Plans.duongHoa.honours)
    let later = Plans.campaign(
      "later", of: Plans.duongHoaCommune, title: "năm sau",
      Period(first: "2023-01-01", last: "2023-12-31", wording: ""), milestones: [], honours: [])
    office = try Office(
      at: "2022-01-10 09:00", campaigns: [Plans.duongHoa, spring, later, Plans.hongPhong])
    hoa = Talker(.hoa, in: office)
  }

  @Test func ofSeveralThatRunOneIsChosenByNumber_andStaysTheTopic() throws {
    let asked = try hoa.says(.said(.campaignDeadlines, .act))
    guard case .asked(.choose(.campaigns(let entries))) = asked else {
      Issue.record("\(asked)")
      return
    }
    #expect(entries.map(\.id) == ["duong-hoa-2022", "spring"])
    #expect(try hoa.says(.number(3)) == .talked(.numberOutOfRange(count: 2)))
    guard case .done(.deadlines("mừng xuân", _)) = try hoa.says(.number(2)) else {
      Issue.record("not answered")
      return
    }
    #expect(hoa.topic == "spring")
    // From now on it is meant.
    let proposal = try hoa.says(
      .said(.registrationCreate, honours: ["LDTT"], subject: .me)
    ).proposal
    #expect(proposal?.campaign == "mừng xuân")
  }

  @Test func oneThatIsNamedComesBeforeTheTopic() throws {
    guard
      case .done(.campaign(let facts)) = try hoa.says(
        .said(.campaignUse, .act, campaigns: ["spring"]))
    else {
      Issue.record("not shown")
      return
    }
    #expect(facts.entry.id == "spring")
    #expect(hoa.topic == "spring")
    guard
      case .done(.deadlines("thi đua năm 2022", _)) = try hoa.says(
        .said(.campaignDeadlines, .act, campaigns: ["duong-hoa-2022"]))
    else {
      Issue.record("the topic won over the name")
      return
    }
  }

  @Test func theYearNarrows() throws {
    guard case .done(.campaign(let facts)) = try hoa.says(.said(.campaignShow, .act, year: 2023))
    else {
      Issue.record("not shown")
      return
    }
    #expect(facts.entry.id == "later")
  }

  @Test func ofSeveralNamesOneIsChosen() throws {
    #expect(
      try hoa.says(.said(.campaignShow, .choose, campaigns: ["spring", "later"])).choices == 2)
    guard case .done(.campaign(let facts)) = try hoa.says(.number(2)) else {
      Issue.record("not shown")
      return
    }
    #expect(facts.entry.id == "later")
  }

  @Test func registeringLooksOnlyAtCampaignsThatRegister() throws {
    office.clock.now = "2023-01-10 09:00"
    // Only `later` runs, and it registers nothing: it says so.
    #expect(
      try hoa.says(.said(.registrationCreate, honours: ["LDTT"], subject: .me))
        == .refused(.wrongState(.noRegistrationDuty(campaign: "năm sau"))))
  }

  @Test func aMilestoneIsTakenOver() throws {
    guard
      case .done(.deadlines(_, let entries)) = try hoa.says(
        .said(.campaignDeadlines, .act, campaigns: ["duong-hoa-2022"], milestone: .council))
    else {
      Issue.record("not answered")
      return
    }
    #expect(entries.map(\.milestone.id) == ["council"])
  }

  @Test(
    "A campaign that is gone is unknown, and nothing else happens",
    arguments: [Intent.registrationCreate, .registrationChange, .registrationWithdraw])
  func ghosts(intent: Intent) throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let before = try office.contents()
    for decision in [Decision.act, .confirm] {
      #expect(
        try hoa.says(
          .said(intent, decision, honours: ["CSTDCS"], subject: .me, campaigns: ["ghost"]))
          == .refused(.unknownCampaign(asWritten: "ghost")))
    }
    #expect(try office.contents() == before)
  }

  @Test func aGuestHasAllCampaignsBeforeHim() throws {
    let guest = Talker(.guest, in: office)
    #expect(try guest.says(.said(.campaignQuota, .act)).choices == 2)
    office.clock.now = "2023-04-01 09:00"
    #expect(try guest.says(.said(.campaignQuota, .act)).choices == 2)
    office.clock.now = "2030-01-01 09:00"
    #expect(try guest.says(.said(.campaignQuota, .act)).choices == 4)
  }

  @Test func criteriaNeedNoCampaign() throws {
    guard
      case .done(.criteria(let criteria)) = try hoa.says(
        .said(.honourCriteria, .act, of: ["LDTT", "CSTDCS"]))
    else {
      Issue.record("a question may be answered for all that a name could mean")
      return
    }
    #expect(criteria.map(\.code) == ["LDTT", "CSTDCS"])
    guard case .asked(.missing(.honour)) = try hoa.says(.said(.honourCriteria)) else {
      Issue.record("not asked")
      return
    }
    guard case .done(.criteria) = try hoa.says(.said(nil, honours: ["LDTT"])) else {
      Issue.record("not answered")
      return
    }
  }
}
