package import Campaigns
package import CivilTime

/// Reminders that people set for themselves.
package struct PersonalReminderTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// As stored; never renumbered.
  private enum State: Int64 {
    case waiting = 1
    case sent = 2
    case cancelled = 3
    /// The duty that it came before was done: it was not sent.
    case pointless = 4
  }

  // MARK: Reading

  /// Those to come of a person, soonest first.
  package func waiting(of person: PersonID) throws -> [PersonalReminder] {
    try session.all(selectOfPerson, [.integer(person), .integer(State.waiting.rawValue)], read)
  }

  /// Those of the person that were called off before their moment, which is still to come.
  package func cancelled(of person: PersonID, after now: Instant) throws -> [PersonalReminder] {
    try session.all(selectOfPerson, [.integer(person), .integer(State.cancelled.rawValue)], read)
      .filter { $0.at > now }
  }

  /// Those that are due by then, soonest first.
  package func due(through now: Instant, atMost count: Int) throws -> [PersonalReminder] {
    try session.all(
      selectDue,
      [.integer(State.waiting.rawValue), .integer(now.milliseconds), .integer(Int64(count))], read)
  }

  /// When the next one is due; `nil` if none waits.
  package func next() throws -> Instant? {
    try session.first(selectNext, [.integer(State.waiting.rawValue)]) { row in
      row.optionalInteger(0).map { Instant(milliseconds: $0) }
    } ?? nil
  }

  /// The newest that was sent to a person.
  package func lastSent(to person: PersonID) throws -> PersonalReminder? {
    try session.first(
      selectLastSent, [.integer(person), .integer(State.sent.rawValue)], read)
  }

  // MARK: Changing; each within the caller's transaction

  package func add(_ reminder: PersonalReminder, by change: Int64) throws {
    try session.run(
      insertReminder,
      [
        .integer(reminder.id), .integer(reminder.person), SQLValue(reminder.text),
        .integer(reminder.at.milliseconds), SQLValue(reminder.before?.campaign),
        SQLValue(reminder.before?.milestone), SQLValue(reminder.before?.days),
        .integer(State.waiting.rawValue), .integer(change),
      ])
  }

  package func markSent(_ id: Int64) throws {
    try session.run(updateState, [.integer(id), .integer(State.sent.rawValue)])
  }

  /// Its moment came, and there was nothing left to remind of.
  package func markPointless(_ id: Int64) throws {
    try session.run(updateState, [.integer(id), .integer(State.pointless.rawValue)])
  }

  package func cancel(_ id: Int64, by change: Int64) throws {
    try session.run(
      updateChanged, [.integer(id), .integer(State.cancelled.rawValue), .integer(change)])
  }

  /// Undoes what `change` set or cancelled; how many there were. What was sent stays sent.
  package func takeBack(_ change: Int64, wasSet: Bool) throws -> Int {
    let (from, to): (State, State) = wasSet ? (.waiting, .cancelled) : (.cancelled, .waiting)
    return try session.run(
      wasSet ? updateSet : updateCancelled,
      [.integer(change), .integer(from.rawValue), .integer(to.rawValue)])
  }

  /// A milestone has another day: those that come before it move too.
  package func move(
    _ milestone: String, in campaign: CampaignID, to lastValidDay: CivilDate
  ) throws {
    let waiting = try session.all(
      selectOfMilestone,
      [.text(campaign), .text(milestone), .integer(State.waiting.rawValue)], read)
    for reminder in waiting {
      guard let moment = reminder.before?.moment(for: lastValidDay) else { continue }
      try session.run(updateMoment, [.integer(reminder.id), .integer(moment.milliseconds)])
    }
  }

  private func read(_ row: borrowing SQLRow) throws -> PersonalReminder {
    var before: PersonalReminder.Before?
    if let campaign = row.optionalText(4), let milestone = row.optionalText(5) {
      before = PersonalReminder.Before(
        campaign: campaign, milestone: milestone, days: row.optionalInt(6) ?? 0)
    }
    return PersonalReminder(
      id: try row.integer(0), person: try row.integer(1), text: row.optionalText(2),
      at: Instant(milliseconds: try row.integer(3)), before: before)
  }
}

private let columns = "id, person, text, at, campaign, milestone, days_before"
private let selectOfPerson = SQLStatement(
  "SELECT \(columns) FROM personal_reminder WHERE person = $1 AND state = $2 ORDER BY at, id")
private let selectDue = SQLStatement(
  """
  SELECT \(columns) FROM personal_reminder WHERE state = $1 AND at <= $2 ORDER BY at, id LIMIT $3
  """)
private let selectNext = SQLStatement(
  "SELECT MIN(at) FROM personal_reminder WHERE state = $1")
private let selectLastSent = SQLStatement(
  """
  SELECT \(columns) FROM personal_reminder WHERE person = $1 AND state = $2
  ORDER BY at DESC, id DESC LIMIT 1
  """)
private let selectOfMilestone = SQLStatement(
  """
  SELECT \(columns) FROM personal_reminder WHERE campaign = $1 AND milestone = $2 AND state = $3
  """)
private let insertReminder = SQLStatement(
  """
  INSERT INTO personal_reminder
    (id, person, text, at, campaign, milestone, days_before, state, set_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  """)
private let updateState = SQLStatement("UPDATE personal_reminder SET state = $2 WHERE id = $1")
private let updateChanged = SQLStatement(
  "UPDATE personal_reminder SET state = $2, cancelled_by = $3 WHERE id = $1")
private let updateSet = SQLStatement(
  "UPDATE personal_reminder SET state = $3 WHERE set_by = $1 AND state = $2")
private let updateCancelled = SQLStatement(
  "UPDATE personal_reminder SET state = $3 WHERE cancelled_by = $1 AND state = $2")
private let updateMoment = SQLStatement("UPDATE personal_reminder SET at = $2 WHERE id = $1")
