package import CivilTime

/// All digests of a stretch of time, each person's at the hour and on the days that he chose: pure,
/// so that a preview and the real sending cannot differ.
package struct ReminderRound: Sendable {
  private let directory: Directory
  private let campaigns: [Campaign]
  private let ledger: DutyLedger
  private let settings: [PersonID: ReminderSettings]
  /// The usual one first.
  private let plans: [ReminderPlan]

  /// - Parameters:
  ///   - campaigns: those whose duties count.
  ///   - settings: of those who changed any.
  package init(
    _ directory: Directory, of campaigns: [Campaign], ledger: DutyLedger,
    settings: [PersonID: ReminderSettings]
  ) {
    self.directory = directory
    self.campaigns = campaigns
    self.ledger = ledger
    self.settings = settings
    var schedules = [ReminderSchedule.standard]
    for (_, own) in settings.sorted(by: { $0.key < $1.key })
    where !schedules.contains(own.schedule) { schedules.append(own.schedule) }
    plans = schedules.map(directory.reminderPlan)
  }

  /// What became due after `start` and up to `end`, folded per person.
  ///
  /// - Parameters:
  ///   - now: when it is said.
  ///   - servingSince: what was due before it is late.
  ///   - recipients: the only ones to get something; `nil` for everyone.
  package func digests(
    after start: Instant, through end: Instant, at now: Instant, servingSince: Instant,
    to recipients: [Person]? = nil
  ) -> [(recipient: Person, digest: ReminderDigest)] {
    plans.flatMap { plan in
      let occasions = campaigns.flatMap { plan.occasions(of: $0) }
        .filter { start < $0.at && $0.at <= end }.sorted { $0.at < $1.at }
      let cases = ledger.cases.flatMap { duty in
        plan.moments(of: duty).filter { start < $0.at && $0.at <= end }
          .map { (duty: duty, at: $0.at, told: $0.told) }
      }.sorted { $0.at < $1.at }
      if occasions.isEmpty && cases.isEmpty {
        return [(recipient: Person, digest: ReminderDigest)]()
      }
      return ReminderDispatch(directory: directory, ledger: ledger, to: recipients) { person, day in
        let own = settings[person.id]
        return own?.schedule ?? .standard == plan.schedule && !(own?.isSilent(on: day) ?? false)
      }.digests(for: occasions, cases: cases, at: now, servingSince: servingSince)
    }
  }

  /// Every moment after `start` and up to `end` at which something is due.
  func instants(after start: Instant, through end: Instant?) -> [Instant] {
    let all = plans.flatMap { plan in
      campaigns.flatMap { plan.occasions(of: $0) }.map(\.at)
        + ledger.cases.flatMap { plan.moments(of: $0).map(\.at) }
    }
    return Set(all.filter { start < $0 && $0 <= end ?? $0 }).sorted()
  }

  /// The next moment at which digests go out, of whatever schedule.
  package static func nextInstant(
    after now: Instant, schedules: Set<ReminderSchedule>
  ) -> Instant {
    schedules.map { $0.nextInstant(after: now) }.min() ?? now
  }
}
