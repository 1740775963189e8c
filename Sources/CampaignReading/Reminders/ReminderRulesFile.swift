package import Campaigns

/// The page `deploy/reminders.yaml`: who is reminded of which duty on which days.
package enum ReminderRulesFile {
  /// What the page is called, in `deploy/`.
  package static let name = "reminders.yaml"

  /// Throws every fault of the page at once. Every duty has its rule: one that is forgotten would
  /// be reminded of no more, and nobody would notice.
  package static func read(
    _ text: String, name: String = name
  ) throws(ReadingFaults) -> ReminderRules {
    let log = FaultLog(file: name)
    return try Table.read(text, into: log) { $0.reminderRules() }
  }
}

extension Table {
  /// Half a year.
  private static let days = 0...183

  fileprivate func reminderRules() -> ReminderRules {
    ReminderRules(
      planned: rules("planned", or: .registration) { $0.reminderRule() },
      cases: rules("cases", or: .complete) { $0.caseDutyRule() })
  }

  private func rules<Duty: RawRepresentable & CaseIterable & Hashable, Rule>(
    _ key: String, or placeholder: Duty, _ body: (Table) -> Rule
  ) -> [Duty: Rule] where Duty.RawValue == String {
    let rules = tables(key, required: true, unique: "duty") { table in
      (table.choice("duty", or: placeholder), body(table))
    }
    let found = Dictionary(rules, uniquingKeysWith: { first, _ in first })
    for duty in Duty.allCases where found[duty] == nil {
      note(.missingRule(list: key, duty: duty.rawValue), at: key)
    }
    return found
  }

  private func caseDutyRule() -> CaseDutyRule {
    CaseDutyRule(
      owedBy: holder("owed_by"), reminders: reminderRule(),
      officeDays: optionalInteger("office_days", in: Table.days))
  }

  /// `officers`, or `voters`, or a list of roles.
  private func holder(_ key: String) -> CaseDutyRule.Holder {
    switch scalarText(key) {
    case "officers", "voters":
      return text(key) == "voters" ? .voters : .officers
    case nil, "": return .roles(Set(choices(key)))
    default:
      noteForm(key, ["officers", "voters", "[secretary]"])
      return .officers
    }
  }

  private func reminderRule() -> ReminderRule {
    ReminderRule(
      days: table("remind") { $0.reminderDays() },
      escalations: tables("escalate", unique: "to") { table in
        ReminderRule.Escalation(
          to: table.choice("to", or: .secretary), days: table.reminderDays())
      })
  }

  private func reminderDays() -> ReminderDays {
    if !has("before"), !has("after") { note(.missingKey("before"), at: "before") }
    return ReminderDays(
      before: integers("before", in: Table.days),
      after: integers("after", in: 1...Table.days.upperBound))
  }
}
