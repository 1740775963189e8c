/// When people are reminded of what they owe, and who is told next when it is not done (quy tắc nhắc
/// việc): the page `deploy/reminders.yaml`, as values.
package struct ReminderRules: Hashable, Sendable {
  /// Of duties that a plan has a day for; who owes them is in the plan.
  private let planned: [MilestoneKind: ReminderRule]
  private let cases: [CaseDuty.Kind: CaseDutyRule]

  /// What a page leaves out is not reminded of, and a case without a rule is nobody's.
  package init(
    planned: [MilestoneKind: ReminderRule] = [:], cases: [CaseDuty.Kind: CaseDutyRule] = [:]
  ) {
    self.planned = planned
    self.cases = cases
  }

  package func rule(for kind: MilestoneKind) -> ReminderRule { planned[kind] ?? ReminderRule() }

  /// Before the last valid day of one planned duty or another.
  var plannedDays: ReminderDays {
    ReminderDays(before: planned.values.flatMap(\.days.before))
  }

  package func rule(for kind: CaseDuty.Kind) -> CaseDutyRule { cases[kind] ?? CaseDutyRule() }
}

/// On which days those who owe a duty are reminded, and on which days others hear of it.
package struct ReminderRule: Hashable, Sendable {
  package let days: ReminderDays
  package let escalations: [Escalation]

  package init(days: ReminderDays = ReminderDays(), escalations: [Escalation] = []) {
    self.days = days
    self.escalations = escalations
  }

  /// Somebody who does not owe the duty himself is told that it is not done (báo cấp trên).
  package struct Escalation: Hashable, Sendable {
    /// An officer hears of the own unit, everybody else of the whole office.
    package let to: Role
    package let days: ReminderDays

    package init(to: Role, days: ReminderDays) {
      self.to = to
      self.days = days
    }
  }
}

/// Days around the last valid day of a duty.
package struct ReminderDays: Hashable, Sendable {
  /// How many days before it, descending; 0 is the last valid day.
  package let before: [Int]
  /// How many days after it, ascending, from 1.
  package let after: [Int]

  package init(before: [Int] = [], after: [Int] = []) {
    self.before = Set(before).sorted(by: >)
    self.after = Set(after).sorted()
  }
}

/// The rule of a duty that comes of a case: no plan says who owes it.
package struct CaseDutyRule: Hashable, Sendable {
  package let owedBy: Holder
  package let reminders: ReminderRule
  /// Days that the office has for it where neither law nor plan names any; `nil` where one of them
  /// does.
  package let officeDays: Int?

  package init(
    owedBy: Holder = .roles([]), reminders: ReminderRule = ReminderRule(), officeDays: Int? = nil
  ) {
    self.owedBy = owedBy
    self.reminders = reminders
    self.officeDays = officeDays
  }

  package enum Holder: Hashable, Sendable {
    /// Officers of the unit concerned; where it has none, the secretary.
    case officers
    case roles(Set<Role>)
    /// Members of the council who have not voted on everything.
    case voters
  }
}
