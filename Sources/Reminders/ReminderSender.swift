package import CampaignStore
package import Campaigns
package import CivilTime

/// Puts what is due into the outbox.
///
/// - Runs inside a transaction: the rows and the mark "sent through" are written together, so a
///   restart neither doubles nor skips a reminder.
/// - Whoever did the duty in the meantime gets none: the ledger is read in the same transaction.
/// - What was due while the server was down is folded into one message per person, marked late.
package struct ReminderSender {
  private let directory: Directory
  private let servingSince: Instant

  /// - Parameter servingSince: when this server began; what was due before it is late.
  package init(directory: Directory, servingSince: Instant) {
    self.directory = directory
    self.servingSince = servingSince
  }

  /// Everything due after the last run and up to `now`.
  ///
  /// - Returns: the new rows, to be announced after the commit, and when to run next.
  package func send(at now: Instant, on session: any SQLSession) throws -> Sent {
    let personal = try sendPersonal(at: now, on: session)
    let settings = try ReminderSettingsTable(session).all()
    let digests = try sendDigests(settings, at: now, on: session)
    let nextDigest = ReminderRound.nextInstant(
      after: now, settings: settings, calendar: directory.calendar)
    return Sent(
      pushes: digests + personal,
      next: min(nextDigest, try PersonalReminderTable(session).next() ?? nextDigest))
  }

  package struct Sent: Sendable {
    package let pushes: [Push]
    /// The next personal reminder, or the next hour at which digests go out.
    package let next: Instant
  }

  /// What was missed while the server was down comes now. A reminder before a duty that the person
  /// has done in the meantime has lost its point.
  private func sendPersonal(at now: Instant, on session: any SQLSession) throws -> [Push] {
    let table = PersonalReminderTable(session)
    return try table.due(through: now).compactMap { reminder in
      try table.markSent(reminder.id)
      let duty = directory.duty(reminder.before)
      if let duty, try isDone(duty, by: reminder.person, on: session) { return nil }
      return try PushTable(session).add(
        .personal(PersonalNote(text: reminder.text, at: reminder.at, duty: duty)),
        to: reminder.person, at: now)
    }
  }

  private func isDone(
    _ duty: DutyDue, by person: PersonID, on session: any SQLSession
  ) throws -> Bool {
    guard duty.kind == .registration else { return false }
    return try !RegistrationTable(session).active(of: .person(person), in: duty.campaign).isEmpty
  }

  private func sendDigests(
    _ settings: [PersonID: ReminderSettings], at now: Instant, on session: any SQLSession
  ) throws -> [Push] {
    let outbox = PushTable(session)
    // The very first run looks at nothing older than the start: a new installation missed nothing.
    let through = try outbox.remindedThrough() ?? min(servingSince, now)
    try outbox.setRemindedThrough(now)
    // After the clock was set back nothing is due again; a day's message is unique anyway.
    guard through < now else { return [] }
    // This runs after every change of somebody's reminders: no list is read unless an hour of digests
    // has come since.
    let hour = ReminderRound.nextInstant(
      after: through, settings: settings, calendar: directory.calendar)
    guard hour <= now else { return [] }
    let campaigns = directory.campaigns
    let ledger = try DutyLedger(of: campaigns, in: directory, on: session)
    return try ReminderRound(directory, of: campaigns, ledger: ledger, settings: settings)
      .digests(after: through, through: now, at: now, servingSince: servingSince)
      .compactMap { recipient, digest in
        try outbox.add(.reminder(digest), to: recipient.id, at: now)
      }
  }
}
