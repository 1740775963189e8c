package import CivilTime

/// On which days which duty is reminded of; who gets it is decided when the day comes.
package struct ReminderPlan: Sendable {
  package let schedule: ReminderSchedule
  private let rules: ReminderRules
  private let calendar: WorkingCalendar

  package init(
    schedule: ReminderSchedule = .standard, rules: ReminderRules, calendar: WorkingCalendar
  ) {
    self.schedule = schedule
    self.rules = rules
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
    let rule = rules.rule(for: milestone.kind)
    func occasions(_ kind: ReminderOccasion.Kind, _ days: [CivilDate]) -> [ReminderOccasion] {
      days.map {
        ReminderOccasion(
          campaign: campaign, milestone: milestone.id, at: Instant($0, schedule.time), kind: kind)
      }
    }
    return occasions(.due, days(rule.days, around: last))
      + rule.escalations.filter { milestone.isOverseen(by: $0.to) }.flatMap { escalation in
        // The list of those missing comes on the very day after: who reads it on a day off can
        // still ask, and on a working day it lies ready.
        occasions(
          .missing(escalation.to),
          daysBefore(escalation.days.before, last)
            + escalation.days.after.map { last.adding(days: $0) })
      }
  }

  /// When somebody is reminded of a case's duty: on working days only, two that meet become one.
  func moments(of duty: CaseDuty) -> [(at: Instant, told: [PersonID])] {
    let rule = rules.rule(for: duty.kind).reminders
    let own = days(rule.days, around: duty.due).map { ($0, duty.debtors) }
    let others = rule.escalations.flatMap { escalation in
      (daysBefore(escalation.days.before, duty.due) + daysAfter(escalation.days.after, duty.due))
        .map { ($0, duty.overseers[escalation.to] ?? []) }
    }
    return (own + others).map { (Instant($0, schedule.time), $1) }
  }

  /// Days on which those who owe it are reminded.
  private func days(_ days: ReminderDays, around last: CivilDate) -> [CivilDate] {
    daysBefore(schedule.days(of: days), last) + daysAfter(days.after, last)
  }

  private func daysBefore(_ counts: [Int], _ last: CivilDate) -> [CivilDate] {
    counts.map { calendar.workingDay(onOrBefore: last.adding(days: -$0)) }.withoutRepeats
  }

  private func daysAfter(_ counts: [Int], _ last: CivilDate) -> [CivilDate] {
    counts.map { calendar.workingDay(onOrAfter: last.adding(days: $0)) }.withoutRepeats
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

  package enum Kind: Hashable, Sendable {
    /// To everyone who owes the duty.
    case due
    /// To those who hold that role: who has not done it, of the own unit or of the whole office.
    case missing(Role)
  }
}

extension Milestone {
  /// Officers look after people of their unit; what a unit or the office owes is nobody's in it.
  fileprivate func isOverseen(by role: Role) -> Bool {
    if case .persons = owedBy { return true }
    return role != .officer
  }
}

extension [CivilDate] {
  /// In order; of neighbours that are the same one is left.
  fileprivate var withoutRepeats: [CivilDate] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
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
