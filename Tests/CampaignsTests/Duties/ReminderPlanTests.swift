import Campaigns
import CivilTime
import TestSupport
import Testing

/// 14, 7, 3, 1 and 0 days before the last valid day at 08:00, a day off moved to the working day
/// before; to the secretary the list of those missing on the last day and the day after.
@Suite struct ReminderPlanTests {
  let plan = ReminderPlan(calendar: WorkingCalendar())

  @Test func duongHoa_registrationEndsOnAFriday() throws {
    let milestone = try #require(Plans.duongHoa.registration)
    #expect(
      moments(of: milestone, in: plan) == [
        "due 2021-12-31", "due 2022-01-07", "due 2022-01-11", "due 2022-01-13", "due 2022-01-14",
        "missingInUnit 2022-01-13", "missing 2022-01-14", "missing 2022-01-15",
      ])
  }

  @Test func nhonHung_theLastTwoDaysMeetOnTheFridayBefore() throws {
    let milestone = try #require(Plans.nhonHung.registration)
    #expect(
      moments(of: milestone, in: plan) == [
        // 17 March is a Sunday, 24 March too, 28 March a Thursday; 30 and 31 are the weekend.
        "due 2024-03-15", "due 2024-03-22", "due 2024-03-28", "due 2024-03-29",
        "missingInUnit 2024-03-29", "missing 2024-03-29", "missing 2024-04-01",
      ])
  }

  @Test func aDayOffMovesOverHolidays() throws {
    let calendar = WorkingCalendar(holidays: ["2022-01-13": "nghỉ", "2022-01-14": "nghỉ"])
    let milestone = try #require(Plans.duongHoa.registration)
    #expect(
      moments(of: milestone, in: ReminderPlan(calendar: calendar)) == [
        "due 2021-12-31", "due 2022-01-07", "due 2022-01-11", "due 2022-01-12",
        "missingInUnit 2022-01-12", "missing 2022-01-12", "missing 2022-01-15",
      ])
  }

  @Test func aSwappedSaturdayIsWorkedAndKeepsItsReminder() throws {
    let calendar = WorkingCalendar(extraWorkingDays: ["2024-03-30"])
    let milestone = try #require(Plans.nhonHung.registration)
    let days = moments(of: milestone, in: ReminderPlan(calendar: calendar))
    #expect(days.contains("due 2024-03-30"))
    #expect(!days.contains("due 2024-03-29"))
  }

  @Test func dutiesOfPostsAndUnitsHaveNoListOfThoseMissing() throws {
    for milestone in Plans.hongPhong.milestones + Plans.duongHoa.milestones(of: .council) {
      #expect(moments(of: milestone, in: plan).allSatisfy { $0.hasPrefix("due") })
    }
  }

  @Test func everyOccasionIsAtEightInTheMorningInVietnam() {
    for campaign in [Plans.duongHoa, Plans.hongPhong, Plans.nhonHung] {
      for occasion in plan.occasions(of: campaign) {
        #expect(occasion.at.iso.hasSuffix("T08:00:00+07:00"))
        #expect(occasion.campaign == campaign.id)
      }
    }
  }

  @Test func occasionsOfACampaignComeInOrderOfTime() {
    let moments = plan.occasions(of: Plans.duongHoa).map(\.at)
    #expect(moments == moments.sorted())
    #expect(moments.count == 8 + 5)
  }

  @Test(
    arguments: [
      ("2021-12-31 07:59:59.999", "2021-12-31 08:00"), ("2021-12-31 08:00", "2022-01-01 08:00"),
      ("2022-01-14 23:59", "2022-01-15 08:00"),
    ] as [(Instant, Instant)])
  func theNextMomentIsTheNextEightOClock(now: Instant, expected: Instant) {
    #expect(plan.nextInstant(after: now) == expected)
  }

  private func moments(of milestone: Milestone, in plan: ReminderPlan) -> [String] {
    plan.occasions(of: milestone, in: "x").map { "\($0.kind.rawValue) \($0.at.date.iso)" }
  }
}
