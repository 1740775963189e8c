import Campaigns
import CivilTime
import TestSupport
import Testing

/// By the page of rules: 14, 7, 3, 1 and 0 days before the last valid day at 08:00, a day off moved
/// to the working day before; to those who look after others the list of those missing.
@Suite struct ReminderPlanTests {
  let plan: ReminderPlan
  let rules: ReminderRules

  init() throws {
    rules = try FiveCampaigns.reminderRules()
    plan = ReminderPlan(rules: rules, calendar: WorkingCalendar())
  }

  @Test func duongHoa_registrationEndsOnAFriday() throws {
    let milestone = try #require(Plans.duongHoa.registration)
    #expect(
      moments(of: milestone, in: plan) == [
        "due 2021-12-31", "due 2022-01-07", "due 2022-01-11", "due 2022-01-13", "due 2022-01-14",
        "officer 2022-01-13", "secretary 2022-01-14", "secretary 2022-01-15",
      ])
  }

  @Test func nhonHung_theLastTwoDaysMeetOnTheFridayBefore() throws {
    let milestone = try #require(Plans.nhonHung.registration)
    #expect(
      moments(of: milestone, in: plan) == [
        // 17 March is a Sunday, 24 March too, 28 March a Thursday; 30 and 31 are the weekend.
        "due 2024-03-15", "due 2024-03-22", "due 2024-03-28", "due 2024-03-29",
        "officer 2024-03-29", "secretary 2024-03-29", "secretary 2024-04-01",
      ])
  }

  @Test func aDayOffMovesOverHolidays() throws {
    let calendar = WorkingCalendar(holidays: ["2022-01-13": "nghỉ", "2022-01-14": "nghỉ"])
    let milestone = try #require(Plans.duongHoa.registration)
    #expect(
      moments(of: milestone, in: ReminderPlan(rules: rules, calendar: calendar)) == [
        "due 2021-12-31", "due 2022-01-07", "due 2022-01-11", "due 2022-01-12",
        "officer 2022-01-12", "secretary 2022-01-12", "secretary 2022-01-15",
      ])
  }

  @Test func aSwappedSaturdayIsWorkedAndKeepsItsReminder() throws {
    let calendar = WorkingCalendar(extraWorkingDays: ["2024-03-30"])
    let milestone = try #require(Plans.nhonHung.registration)
    let days = moments(of: milestone, in: ReminderPlan(rules: rules, calendar: calendar))
    #expect(days.contains("due 2024-03-30"))
    #expect(!days.contains("due 2024-03-29"))
  }

  @Test func whatUnitsOweTheSecretaryHearsOf() throws {
    let works = try #require(Plans.hongPhong.milestones(of: .work).first)
    #expect(
      moments(of: works, in: plan).suffix(3) == [
        "due 2023-05-31", "secretary 2023-05-31", "secretary 2023-06-01",
      ])
  }

  @Test func whatThePostsOweIsSaidOnceMoreAfterItsDay_thenToTheChair() throws {
    let closing = try #require(Plans.hongPhong.milestones(of: .closing).first)
    let last = closing.deadline.lastValidDay
    #expect(
      moments(of: closing, in: plan).suffix(4) == [
        "due \(last.iso)", "due \(last.adding(days: 1).iso)", "due \(last.adding(days: 7).iso)",
        "chair \(last.adding(days: 7).iso)",
      ])
  }

  @Test func aDutyWithoutARuleIsNotRemindedOf() throws {
    let silent = ReminderPlan(rules: ReminderRules(), calendar: WorkingCalendar())
    #expect(silent.occasions(of: Plans.duongHoa).isEmpty)
  }

  @Test func whoWantsToHearEarlierHearsOnceMore_whoLaterLessOften() throws {
    let milestone = try #require(Plans.duongHoa.registration)
    func days(ahead: Int) -> [String] {
      ReminderPlan(
        schedule: ReminderSchedule(time: ReminderSchedule.standard.time, daysAhead: ahead),
        rules: rules, calendar: WorkingCalendar()
      ).occasions(of: milestone, in: "x").filter { $0.kind == .due }.map(\.at.date.iso)
    }
    #expect(
      days(ahead: 30) == [
        "2021-12-15", "2021-12-31", "2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14",
      ])
    #expect(days(ahead: 2) == ["2022-01-12", "2022-01-13", "2022-01-14"])
    #expect(days(ahead: 0) == ["2022-01-14"])
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
    #expect(moments.count == 8 + 6)
  }

  @Test(
    arguments: [
      ("2021-12-31 07:59:59.999", "2021-12-31 08:00"), ("2021-12-31 08:00", "2022-01-01 08:00"),
      ("2022-01-14 23:59", "2022-01-15 08:00"),
    ] as [(Instant, Instant)])
  func theNextMomentIsTheNextEightOClock(now: Instant, expected: Instant) {
    #expect(ReminderSchedule.standard.nextInstant(after: now) == expected)
  }

  private func moments(of milestone: Milestone, in plan: ReminderPlan) -> [String] {
    plan.occasions(of: milestone, in: "x").map { occasion in
      switch occasion.kind {
      case .due: "due \(occasion.at.date.iso)"
      case .missing(let role): "\(role.rawValue) \(occasion.at.date.iso)"
      }
    }
  }
}
