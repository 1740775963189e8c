import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct CampaignTests {
  @Test(
    arguments: [
      ("2021-11-01", .upcoming), ("2021-11-02", .running), ("2022-12-31", .running),
      ("2023-01-01", .ended),
    ] as [(CivilDate, Campaign.Phase)])
  func aCampaignRunsFromItsFirstToItsLastDay(day: CivilDate, phase: Campaign.Phase) {
    #expect(Plans.duongHoa.phase(on: day) == phase)
  }

  @Test func onlySomePlansAskForRegistration() {
    #expect(Plans.duongHoa.registration?.deadline.lastValidDay == "2022-01-14")
    #expect(Plans.hongPhong.registration == nil)
  }

  @Test func milestonesAndHonoursAreFoundByKindAndCode() {
    #expect(Plans.duongHoa.milestones(of: .council).map(\.id) == ["council"])
    #expect(Plans.duongHoa.milestones(of: .review).isEmpty)
    #expect(Plans.duongHoa.honour("LDTT")?.kinds == [.person])
    #expect(Plans.duongHoa.honour("CSTDTQ") == nil)
  }
}
