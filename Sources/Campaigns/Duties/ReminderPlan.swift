package import CivilTime

/// When people are reminded of a deadline. The same for all plans unless an office says otherwise.
package struct ReminderSchedule: Hashable, Sendable {
  /// Days before the last valid day, descending.
  package let daysBefore: [Int]
  /// Vietnam time.
  package let time: TimeOfDay

  package init(daysBefore: [Int], time: TimeOfDay) {
    self.daysBefore = Set(daysBefore).sorted(by: >)
    self.time = time
  }

  /// 14, 7, 3, 1 and 0 days before, at 08:00.
  package static let standard = ReminderSchedule(
    daysBefore: [14, 7, 3, 1, 0], time: TimeOfDay(milliseconds: 8 * 3_600_000))
}

/// On which days which duty is reminded of; who gets it is decided when the day comes.
package struct ReminderPlan: Sendable {
  package let schedule: ReminderSchedule
  private let calendar: WorkingCalendar

  package init(schedule: ReminderSchedule = .standard, calendar: WorkingCalendar) {
    self.schedule = schedule
    self.calendar = calendar
  }

  /// All occasions of a campaign, by day. Days that fall on a day off move to the working day
  /// before; two that meet there become one.
  package func occasions(of campaign: Campaign) -> [ReminderOccasion] {
    campaign.milestones.flatMap { occasions(of: $0, in: campaign.id) }
      .sorted { ($0.at, $0.milestone) < ($1.at, $1.milestone) }
  }

  package func occasions(of milestone: Milestone, in campaign: CampaignID) -> [ReminderOccasion] {
    let last = milestone.deadline.lastValidDay
    var days: [CivilDate] = []
    for before in schedule.daysBefore {
      let day = calendar.workingDay(onOrBefore: last.adding(days: -before))
      if days.last != day { days.append(day) }
    }
    var occasions = days.map {
      ReminderOccasion(
        campaign: campaign, milestone: milestone.id, at: Instant($0, schedule.time), kind: .due)
    }
    if case .persons = milestone.owedBy {
      // Officers hear a day before whom of their unit they can still help.
      occasions.append(
        ReminderOccasion(
          campaign: campaign, milestone: milestone.id,
          at: Instant(
            calendar.workingDay(onOrBefore: last.adding(days: -1)), schedule.time),
          kind: .missingInUnit))
      // The list of those missing comes on the last day and the day after, that one on the very
      // day: moved before the deadline it would say nothing new.
      let lastWorked = calendar.workingDay(onOrBefore: last)
      for day in [lastWorked, last.adding(days: 1)] {
        occasions.append(
          ReminderOccasion(
            campaign: campaign, milestone: milestone.id, at: Instant(day, schedule.time),
            kind: .missing))
      }
    }
    return occasions
  }

  /// When somebody is reminded of a case's duty: on working days only, two that meet become one.
  func moments(of duty: CaseDuty) -> [Instant] {
    let rule = CaseDutyRule.rule(for: duty.kind)
    let before = rule.daysBefore.map { calendar.workingDay(onOrBefore: duty.due.adding(days: -$0)) }
    let after = rule.daysAfter.map { calendar.workingDay(onOrAfter: duty.due.adding(days: $0)) }
    return (before + after).reduce(into: [CivilDate]()) { days, day in
      if days.last != day { days.append(day) }
    }.map { Instant($0, schedule.time) }
  }

  /// The next moment at which digests go out, whether something is due then or not.
  package func nextInstant(after now: Instant) -> Instant {
    let today = Instant(now.date, schedule.time)
    return now < today ? today : Instant(now.date.adding(days: 1), schedule.time)
  }
}

package struct ReminderOccasion: Hashable, Sendable {
  package let campaign: CampaignID
  /// Id of the milestone within the campaign.
  package let milestone: String
  /// When the message is due.
  package let at: Instant
  package let kind: Kind

  package init(campaign: CampaignID, milestone: String, at: Instant, kind: Kind) {
    self.campaign = campaign
    self.milestone = milestone
    self.at = at
    self.kind = kind
  }

  package enum Kind: String, Sendable {
    /// To everyone who owes the duty.
    case due
    /// To the secretary: who has not done it.
    case missing
    /// To the officers of a unit: who of their people has not done it.
    case missingInUnit
  }
}

/// A message that will go out if nothing changes until then.
package struct PlannedReminder: Hashable, Sendable {
  package let at: Instant
  package let recipient: PersonID
  package let digest: ReminderDigest

  package init(at: Instant, recipient: PersonID, digest: ReminderDigest) {
    self.at = at
    self.recipient = recipient
    self.digest = digest
  }
}
