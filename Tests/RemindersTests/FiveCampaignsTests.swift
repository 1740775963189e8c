import Campaigns
import CivilTime
import TestSupport
import Testing

/// Every dated duty of the five plans with the real days off: on which days somebody is reminded.
@Suite struct FiveCampaignsTests {
  @Test(
    arguments: [
      // Before 15 January 2022: 31 December is a Friday.
      (
        "duong-hoa-2022", "registration", "2021-12-31 2022-01-07 2022-01-11 2022-01-13 2022-01-14",
        "2022-01-14 2022-01-15"
      ),
      (
        "duong-hoa-2022", "council", "2022-11-08 2022-11-15 2022-11-18 2022-11-21 2022-11-22", ""
      ),
      (
        "hong-phong-2023", "work", "2023-05-17 2023-05-24 2023-05-26 2023-05-30 2023-05-31",
        "2023-05-31 2023-06-01"
      ),
      (
        "hong-phong-2023", "closing",
        "2023-05-17 2023-05-24 2023-05-26 2023-05-30 2023-05-31 2023-06-01 2023-06-07", ""
      ),
      // Within March 2024, whose last day is a Sunday: the two last reminders meet on Friday 29.
      (
        "nhon-hung-2024", "registration", "2024-03-15 2024-03-22 2024-03-28 2024-03-29",
        "2024-03-29 2024-04-01"
      ),
      // The first wave ends on a Sunday.
      (
        "nhon-hung-2024", "review-1",
        "2024-06-14 2024-06-21 2024-06-27 2024-06-28 2024-07-01 2024-07-08", ""
      ),
      (
        "nhon-hung-2024", "review-2",
        "2024-12-17 2024-12-24 2024-12-27 2024-12-30 2024-12-31 2025-01-02 2025-01-07", ""
      ),
      (
        "quy-hop-2023", "report",
        "2023-03-16 2023-03-23 2023-03-27 2023-03-29 2023-03-30 2023-03-31 2023-04-06",
        "2023-03-30 2023-03-31 2023-04-06"
      ),
      (
        "quy-hop-2023", "dossier", "2023-03-16 2023-03-23 2023-03-27 2023-03-29 2023-03-30",
        "2023-03-30 2023-03-31"
      ),
      (
        "quy-hop-2023", "work", "2023-04-04 2023-04-11 2023-04-14 2023-04-17 2023-04-18",
        "2023-04-18 2023-04-19"
      ),
      // The end of 2016 and 2017 falls on a weekend.
      (
        "my-thanh-2015", "review-2015",
        "2015-12-17 2015-12-24 2015-12-28 2015-12-30 2015-12-31 2016-01-04 2016-01-07", ""
      ),
      (
        "my-thanh-2015", "council-2016", "2016-12-16 2016-12-23 2016-12-28 2016-12-30", ""
      ),
      (
        "my-thanh-2015", "review-2017",
        "2017-12-15 2017-12-22 2017-12-28 2017-12-29 2018-01-02 2018-01-08", ""
      ),
      (
        "my-thanh-2015", "council-2020", "2020-12-17 2020-12-24 2020-12-28 2020-12-30 2020-12-31",
        ""
      ),
    ] as [(CampaignID, String, String, String)])
  func days(campaign: CampaignID, milestone: String, due: String, secretary: String) throws {
    let plan = ReminderPlan(
      rules: try FiveCampaigns.reminderRules(), calendar: try FiveCampaigns.calendar())
    let found = try #require(try FiveCampaigns.campaigns().first { $0.id == campaign })
    let occasions = plan.occasions(of: found).filter { $0.milestone == milestone }
    func days(_ kind: ReminderOccasion.Kind) -> String {
      occasions.filter { $0.kind == kind }.map(\.at.date.iso).joined(separator: " ")
    }
    #expect(days(.due) == due)
    #expect(days(.missing(.secretary)) == secretary)
  }

  @Test func everyDutyOfEveryPlanIsRemindedOf() throws {
    let plan = ReminderPlan(
      rules: try FiveCampaigns.reminderRules(), calendar: try FiveCampaigns.calendar())
    for campaign in try FiveCampaigns.campaigns() {
      let reminded = Set(plan.occasions(of: campaign).map(\.milestone))
      #expect(reminded == Set(campaign.milestones.map(\.id)), "\(campaign.id)")
    }
  }

  @Test func noReminderFallsOnADayOff_exceptTheListOfTheDayAfter() throws {
    let calendar = try FiveCampaigns.calendar()
    let plan = ReminderPlan(rules: try FiveCampaigns.reminderRules(), calendar: calendar)
    for occasion in try FiveCampaigns.campaigns().flatMap({ plan.occasions(of: $0) })
    where occasion.kind == .due {
      #expect(calendar.isWorkingDay(occasion.at.date), "\(occasion)")
    }
  }
}
