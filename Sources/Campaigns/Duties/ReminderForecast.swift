package import CivilTime

/// The reminders that will go out if nothing changes: the same rules as the real sending.
package struct ReminderForecast: Sendable {
  private let directory: Directory
  private let ledger: DutyLedger
  private let settings: [PersonID: ReminderSettings]

  /// - Parameter settings: of those who changed any.
  package init(
    directory: Directory, ledger: DutyLedger, settings: [PersonID: ReminderSettings] = [:]
  ) {
    self.directory = directory
    self.ledger = ledger
    self.settings = settings
  }

  /// Everything due after `start` and, if given, not after `end`; to `recipient` only, if given.
  package func reminders(
    of campaigns: [Campaign], after start: Instant, through end: Instant? = nil,
    to recipient: Person? = nil
  ) -> [PlannedReminder] {
    let round = ReminderRound(directory, of: campaigns, ledger: ledger, settings: settings)
    return round.instants(after: start, through: end).flatMap { at in
      round.digests(
        after: at.adding(milliseconds: -1), through: at, at: at, servingSince: at,
        to: recipient.map { [$0] }
      ).map {
        PlannedReminder(at: at, recipient: $0.recipient.id, digest: $0.digest)
      }
    }
  }
}

extension DutyLedger {
  /// `push` without the duties its recipient has done since, and with the days of today; `nil` if nothing is left to say.
  package func current(_ push: Push, for person: Person, in directory: Directory) -> Push? {
    let content: PushContent
    switch push.content {
    case .reminder(var digest):
      digest.duties = digest.duties.compactMap { current($0, for: person, in: directory) }
      digest.cases = digest.cases.compactMap { current($0, for: person) }
      digest.missing = digest.missing.compactMap { current($0, for: person, in: directory) }
      if digest.isEmpty { return nil }
      content = .reminder(digest)
    case .nudge(let nudge):
      guard let duty = current(nudge.duty, for: person, in: directory) else { return nil }
      content = .nudge(Nudge(duty: duty, by: nudge.by))
    case .registrationNotice, .personal, .caseNotice: return push
    }
    return Push(
      id: push.id, recipient: push.recipient, content: content, createdAt: push.createdAt)
  }

  /// With the day that it has now; `nil` once it is done.
  private func current(
    _ duty: DutyDue, for person: Person, in directory: Directory
  ) -> DutyDue? {
    guard let campaign = directory.campaign(duty.campaign),
      let milestone = campaign.milestone(duty.milestone),
      owes(person, milestone, in: campaign)
    else { return nil }
    return DutyDue(of: milestone, in: campaign)
  }

  /// Those who have done it since are gone from the list.
  private func current(
    _ list: MissingDuty, for person: Person, in directory: Directory
  ) -> MissingDuty? {
    guard let campaign = directory.campaign(list.duty.campaign),
      let milestone = campaign.milestone(list.duty.milestone)
    else { return nil }
    return missing(milestone, in: campaign, for: person, directory)
  }

  private func current(_ entry: CaseDue, for person: Person) -> CaseDue? {
    cases.first {
      $0.kind == entry.kind && $0.record == entry.record
        && ($0.debtors.contains(person.id) || entry.isOversight)
    }.map { CaseDue(of: $0, for: person.id) }
  }
}
