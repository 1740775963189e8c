package import Campaigns
import CivilTime

/// Registrations and everything that happened to them.
package struct RegistrationTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  // MARK: Reading

  /// Active ones of a subject, in all campaigns, oldest first.
  package func active(of subject: Subject) throws -> [Registration] {
    try session.all(
      selectOfSubject, [.integer(subject.number), .integer(subject.kindNumber)], read)
  }

  /// Like `active(of:)`, for both at once.
  package func active(ofPersonAndHousehold person: PersonID) throws -> [Registration] {
    // All of that number, and the unit left out here: a list of kinds would make the database
    // build a table for it.
    let all = try session.all(selectOfNumber, [.integer(person)], read)
    return oldestFirst(all.filter { $0.subject.kind != .collective })
  }

  package func active(of subject: Subject, in campaign: CampaignID) throws -> [Registration] {
    try oldestFirst(
      session.all(
        selectOfSubjectInCampaign,
        [.integer(subject.number), .integer(subject.kindNumber), .text(campaign)], read))
  }

  /// Active ones of a campaign, oldest first.
  package func active(in campaign: CampaignID) throws -> [Registration] {
    try session.all(selectOfCampaign, [.text(campaign)], read)
  }

  package func registration(_ id: Int64) throws -> Registration? {
    try session.first(selectOne, [.integer(id)], read)
  }

  /// Everyone and everything registered for at least one honour, for each of the campaigns.
  package func subjects(
    registeredIn campaigns: [CampaignID]
  ) throws -> [CampaignID: Set<Subject>] {
    var registered: [CampaignID: Set<Subject>] = [:]
    for campaign in campaigns {
      var subjects: Set<Subject> = []
      try session.query(selectSubjects, [.text(campaign)]) { row in
        if let subject = Subject(kindNumber: try row.integer(1), number: try row.integer(0)) {
          subjects.insert(subject)
        }
      }
      registered[campaign] = subjects
    }
    return registered
  }

  /// Of the people and units with these numbers and their households: who is registered for at
  /// least one honour, by campaign. One look-up for each number.
  package func subjects(
    registeredWith numbers: Set<Int64>
  ) throws -> [CampaignID: Set<Subject>] {
    var registered: [CampaignID: Set<Subject>] = [:]
    for number in numbers {
      try session.query(selectRegistered, [.integer(number)]) { row in
        if let subject = Subject(kindNumber: try row.integer(1), number: number) {
          registered[try row.text(0), default: []].insert(subject)
        }
      }
    }
    return registered
  }

  /// The events that one change caused, by registration.
  package func events(of change: Int64) throws -> [RegistrationEventRow] {
    try session.all(selectEvents, [.integer(change)]) { row in
      RegistrationEventRow(
        change: change, registration: try row.integer(0),
        event: RegistrationEvent(rawValue: try row.integer(1)) ?? .changed,
        honourBefore: row.optionalText(2), honourAfter: row.optionalText(3),
        lateBefore: row.optionalText(4), changeBefore: row.optionalInteger(5))
    }
  }

  /// The number of the last change of the registration that was not taken back.
  package func lastChange(of registration: Int64) throws -> Int64? {
    try session.first(selectLastChange, [.integer(registration)]) { try $0.integer(0) }
  }

  // MARK: Changing; each writes its event

  /// The row must not be there yet; throws `constraint(.unique)` if the same is active.
  package func add(_ registration: Registration, by change: Int64) throws {
    try session.run(
      insertRegistration,
      [
        .integer(registration.id), .text(registration.campaign),
        .integer(registration.subject.kindNumber), .integer(registration.subject.number),
        .text(registration.honour), .integer(registration.state.rawValue),
        SQLValue(registration.lateReason), .integer(registration.registeredAt.milliseconds),
        .integer(registration.registeredBy), .integer(change),
      ])
    try session.run(
      insertFirstEvent,
      [
        .integer(change), .integer(registration.id),
        .integer(RegistrationEvent.registered.rawValue), .text(registration.honour),
      ])
  }

  /// Gives the registration another honour and state; `event` says why.
  package func set(
    _ registration: Registration, honour: HonourCode, state: RegistrationState,
    lateReason: String?, event: RegistrationEvent, by change: Int64
  ) throws {
    try note(event, of: registration, honourAfter: state == .active ? honour : nil, by: change)
    try session.run(
      updateRegistration,
      [
        .integer(registration.id), .text(honour), .integer(state.rawValue), SQLValue(lateReason),
        .integer(change),
      ])
  }

  /// Makes the registration what it was before `event`; the change before that is its last again.
  package func takeBack(
    _ event: RegistrationEventRow, from registration: Registration, lateReason: String?,
    by undo: Int64
  ) throws {
    try note(.undone, of: registration, honourAfter: event.honourBefore, by: undo)
    let state: RegistrationState = event.honourBefore == nil ? .withdrawn : .active
    try session.run(
      updateRegistration,
      [
        .integer(registration.id), .text(event.honourBefore ?? registration.honour),
        .integer(state.rawValue), SQLValue(lateReason), .integer(event.changeBefore ?? undo),
      ])
  }

  /// Before the row is changed: the event keeps of it what is about to be lost.
  private func note(
    _ event: RegistrationEvent, of registration: Registration, honourAfter: HonourCode?,
    by change: Int64
  ) throws {
    try session.run(
      insertEvent,
      [
        .integer(registration.id), .integer(change), .integer(event.rawValue),
        SQLValue(registration.state == .active ? registration.honour : nil),
        SQLValue(honourAfter),
      ])
  }

  /// One subject has a handful: sorting them here spares the database a sorter of its own.
  private func oldestFirst(_ registrations: [Registration]) -> [Registration] {
    registrations.count < 2 ? registrations : registrations.sorted { $0.id < $1.id }
  }

  private func read(_ row: borrowing SQLRow) throws -> Registration {
    let kind = try row.integer(2)
    guard let subject = Subject(kindNumber: kind, number: try row.integer(3)) else {
      throw StoreError(.read, .corrupt, detail: "registration.subject_kind \(kind)")
    }
    return Registration(
      id: try row.integer(0), campaign: try row.text(1), subject: subject,
      honour: try row.text(4),
      state: RegistrationState(rawValue: try row.integer(5)) ?? .withdrawn,
      lateReason: row.optionalText(6),
      registeredAt: Instant(milliseconds: try row.integer(7)),
      registeredBy: try row.integer(8))
  }
}

/// What one change did to one registration. An honour is `nil` where the registration was, or is,
/// not active.
package struct RegistrationEventRow: Hashable, Sendable {
  package let change: Int64
  package let registration: Int64
  package let event: RegistrationEvent
  package let honourBefore: HonourCode?
  package let honourAfter: HonourCode?
  /// Why the registration counted as late before.
  package let lateBefore: String?
  /// The registration's last change before this one; `nil` for its first.
  package let changeBefore: Int64?
}

private let columns = """
  id, campaign, subject_kind, subject, honour, state, late_reason, registered_at, registered_by
  """
private let selectOfSubject = SQLStatement(
  """
  SELECT \(columns) FROM registration
  WHERE subject = $1 AND subject_kind = $2 AND state = 1
  """)
private let selectOfNumber = SQLStatement(
  "SELECT \(columns) FROM registration WHERE subject = $1 AND state = 1")
private let selectOfSubjectInCampaign = SQLStatement(
  """
  SELECT \(columns) FROM registration
  WHERE subject = $1 AND subject_kind = $2 AND campaign = $3 AND state = 1
  """)
private let selectOfCampaign = SQLStatement(
  "SELECT \(columns) FROM registration WHERE campaign = $1 AND state = 1 ORDER BY id")
private let selectOne = SQLStatement("SELECT \(columns) FROM registration WHERE id = $1")
private let selectSubjects = SQLStatement(
  "SELECT DISTINCT subject, subject_kind FROM registration WHERE campaign = $1 AND state = 1")
private let selectRegistered = SQLStatement(
  "SELECT DISTINCT campaign, subject_kind FROM registration WHERE subject = $1 AND state = 1")
private let selectEvents = SQLStatement(
  """
  SELECT registration, event, honour_before, honour_after, late_before, change_before
  FROM registration_event WHERE change = $1 ORDER BY registration
  """)
private let selectLastChange = SQLStatement("SELECT last_change FROM registration WHERE id = $1")
private let insertRegistration = SQLStatement(
  """
  INSERT INTO registration
    (id, campaign, subject_kind, subject, honour, state, late_reason, registered_at,
     registered_by, last_change)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  """)
private let updateRegistration = SQLStatement(
  """
  UPDATE registration SET honour = $2, state = $3, late_reason = $4, last_change = $5
  WHERE id = $1
  """)
private let insertFirstEvent = SQLStatement(
  """
  INSERT INTO registration_event (change, registration, event, honour_after)
  VALUES ($1, $2, $3, $4)
  """)
private let insertEvent = SQLStatement(
  """
  INSERT INTO registration_event
    (registration, change, event, honour_before, honour_after, late_before, change_before)
  SELECT id, $2, $3, $4, $5, late_reason, last_change FROM registration WHERE id = $1
  """)
