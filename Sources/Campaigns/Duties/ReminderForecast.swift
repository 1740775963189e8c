package import CivilTime

/// The reminders that will go out if nothing changes: the same rules as the real sending.
package struct ReminderForecast: Sendable {
  private let directory: Directory
  private let ledger: DutyLedger
  private let plan: ReminderPlan

  package init(directory: Directory, ledger: DutyLedger) {
    self.directory = directory
    self.ledger = ledger
    plan = ReminderPlan(calendar: directory.calendar)
  }

  /// Everything due after `start` and, if given, not after `end`; to `recipient` only, if given.
  package func reminders(
    of campaigns: [Campaign], after start: Instant, through end: Instant? = nil,
    to recipient: Person? = nil
  ) -> [PlannedReminder] {
    let occasions = campaigns.flatMap { plan.occasions(of: $0) }.filter { occasion in
      occasion.at > start && occasion.at <= end ?? occasion.at
    }
    let dispatch = ReminderDispatch(directory: directory, ledger: ledger, recipient: recipient)
    return Dictionary(grouping: occasions, by: \.at).sorted { $0.key < $1.key }
      .flatMap { at, occasions in
        dispatch.digests(for: occasions, at: at, servingSince: at).map {
          PlannedReminder(at: at, recipient: $0.recipient.id, digest: $0.digest)
        }
      }
  }
}

extension DutyLedger {
  /// `push` without the duties its recipient has done since; `nil` if nothing is left to say.
  package func current(_ push: Push, for person: Person, in directory: Directory) -> Push? {
    guard case .reminder(var digest) = push.content else { return push }
    digest.duties.removeAll { duty in
      guard let campaign = directory.campaign(duty.campaign),
        let milestone = campaign.milestones.first(where: { $0.id == duty.milestone })
      else { return true }
      return !owes(person, milestone, in: campaign)
    }
    if digest.isEmpty { return nil }
    return Push(
      id: push.id, recipient: push.recipient, content: .reminder(digest),
      createdAt: push.createdAt)
  }
}
