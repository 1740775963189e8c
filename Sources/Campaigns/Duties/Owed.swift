/// One line of a reminder: what somebody can settle by its number ("trả lời 1").
package enum Owed: Hashable, Sendable {
  case duty(DutyDue)
  case waiting(CaseDue)
  /// Others owe it, and the recipient looks after them.
  case missing(MissingDuty)
}

extension ReminderDigest {
  /// In the order in which they are shown and numbered: the most urgent first, lists last.
  package var owed: [Owed] {
    let own =
      duties.map { (day: $0.lastValidDay, owed: Owed.duty($0)) }
      + cases.map { (day: $0.due, owed: Owed.waiting($0)) }
    return own.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element.owed) + missing.map { .missing($0) }
  }
}

extension PushContent {
  /// What of it can be settled by number.
  package var owed: [Owed] {
    switch self {
    case .reminder(let digest): digest.owed
    case .nudge(let nudge): [.duty(nudge.duty)]
    case .registrationNotice, .personal, .caseNotice: []
    }
  }
}
