package import CampaignStore
package import Campaigns
package import CivilTime

/// Puts what is due into the outbox, a batch of people at a time.
///
/// - Runs inside a transaction: the rows and how far people have been reminded are written
///   together, so a restart neither doubles nor skips a reminder, wherever in a round it falls.
/// - Whoever did the duty in the meantime gets none: what decides on a batch is read in its own
///   transaction.
/// - What was due while the server was down is folded into one message per person, marked late.
/// - A batch of the usual size takes the writer a few milliseconds, however many people there are;
///   only a secretary's list of those missing reads the registrations of the whole office.
package struct ReminderSender {
  private let directory: Directory
  private let servingSince: Instant
  private let batch: Int

  /// - Parameters:
  ///   - servingSince: when this server began; what was due before it is late.
  ///   - batch: how many people a transaction deals with, and how many personal reminders.
  package init(directory: Directory, servingSince: Instant, batch: Int = 50) {
    self.directory = directory
    self.servingSince = servingSince
    self.batch = batch
  }

  /// The next batch of what became due after the last run and up to `now`.
  ///
  /// - Parameter memory: what the run before came back with, if its transaction was committed.
  package func send(
    at now: Instant, remembering memory: ReminderMemory = ReminderMemory(),
    on session: any SQLSession
  ) throws -> Sent {
    var memory = memory
    try memory.readSettings(on: session)
    let personal = try sendPersonal(at: now, on: session)
    let digests = try sendDigests(at: now, &memory, on: session)
    let nextDigest = ReminderRound.nextInstant(
      after: now, schedules: memory.schedules)
    let next = min(nextDigest, try PersonalReminderTable(session).next() ?? nextDigest)
    return Sent(
      pushes: digests.pushes + personal, next: digests.areMoreDue ? .atOnce : .at(next),
      memory: memory)
  }

  package struct Sent: Sendable {
    /// The new rows, to be announced after the commit.
    package let pushes: [Push]
    package let next: Next
    package let memory: ReminderMemory
  }

  package enum Next: Hashable, Sendable {
    /// There is more to send than fits into a batch.
    case atOnce
    /// The next personal reminder, or the next hour at which digests go out. Past, if personal
    /// reminders are left over.
    case at(Instant)
  }

  // MARK: Personal reminders

  /// What was missed while the server was down comes now. A reminder before a duty that the person
  /// has done in the meantime has lost its point.
  private func sendPersonal(at now: Instant, on session: any SQLSession) throws -> [Push] {
    let table = PersonalReminderTable(session)
    return try table.due(through: now, atMost: batch).compactMap { reminder in
      let duty = directory.duty(reminder.before)
      if let duty, try isDone(duty, by: reminder.person, on: session) {
        try table.markPointless(reminder.id)
        return nil
      }
      try table.markSent(reminder.id)
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

  // MARK: Digests

  private func sendDigests(
    at now: Instant, _ memory: inout ReminderMemory, on session: any SQLSession
  ) throws -> (pushes: [Push], areMoreDue: Bool) {
    let table = ReminderProgressTable(session)
    let kept = try table.progress()
    // The very first run looks at nothing older than the start: a new installation missed nothing.
    var progress = kept ?? ReminderProgress(through: min(servingSince, now))
    // A day's message is unique anyway.
    progress.setBack(to: now)
    var pushes: [Push] = []
    if let end = roundEnd(progress, at: now, memory) {
      pushes = try sendRound(through: end, at: now, &progress, &memory, on: session)
    }
    let areMoreDue = !progress.isEven
    if !areMoreDue {
      progress = ReminderProgress(through: now)
      memory.endRound()
    }
    if progress != kept { try table.put(progress) }
    return (pushes, areMoreDue)
  }

  /// Up to when the round goes that is due; `nil` if there is none. It keeps its end from batch to
  /// batch, unless another hour of digests has come.
  private func roundEnd(
    _ progress: ReminderProgress, at now: Instant, _ memory: ReminderMemory
  ) -> Instant? {
    let hour = ReminderRound.nextInstant(
      after: progress.newest, schedules: memory.schedules)
    if hour <= now { return now }
    return progress.isEven ? nil : progress.newest
  }

  /// The first people who are behind and may get something.
  private func sendRound(
    through end: Instant, at now: Instant, _ progress: inout ReminderProgress,
    _ memory: inout ReminderMemory, on session: any SQLSession
  ) throws -> [Push] {
    while let stretch = progress.firstStretch(before: end) {
      let agenda = memory.agenda(after: stretch.through, through: end, in: directory)
      let (recipients, reached) = recipients(on: agenda, of: stretch.people)
      progress.advance(reached, to: end)
      if !recipients.isEmpty {
        return try sendDigests(to: recipients, on: agenda, at: now, &memory.book, on: session)
      }
    }
    return []
  }

  /// A batch, and all who are dealt with when it is sent.
  private func recipients(
    on agenda: ReminderAgenda, of people: Range<PersonID>
  ) -> (recipients: [Person], reached: Range<PersonID>) {
    var found: [Person] = []
    let ids = directory.personIDs
    for id in ids[ids.firstIndex(notBelow: people.lowerBound)...] {
      guard id < people.upperBound else { break }
      guard found.count < batch else { return (found, people.lowerBound..<id) }
      if let person = directory.people[id], agenda.mayConcern(person) { found.append(person) }
    }
    return (found, people)
  }

  private func sendDigests(
    to recipients: [Person], on agenda: ReminderAgenda, at now: Instant, _ book: inout CaseBook,
    on session: any SQLSession
  ) throws -> [Push] {
    let organizations = Set(recipients.map(\.organization))
    let campaigns = directory.campaigns.filter { organizations.contains($0.organization.id) }
    let ledger = try DutyLedger(
      for: recipients, on: agenda, of: campaigns, in: directory, book: &book, on: session)
    let settings = try ReminderSettingsTable(session).all(of: recipients)
    let digests = ReminderRound(directory, of: campaigns, ledger: ledger, settings: settings)
      .digests(
        after: agenda.start, through: agenda.end, at: now, servingSince: servingSince,
        to: recipients)
    return try PushTable(session).add(digests, settings: settings, at: now)
  }
}

extension [PersonID] {
  /// In an ascending list.
  fileprivate func firstIndex(notBelow person: PersonID) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < person { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
