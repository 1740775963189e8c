package import Campaigns
import Wire

/// Everything kept beside registrations, in versions: nothing is deleted, and what a change made can
/// be shown and taken back.
///
/// All of it is written within the caller's transaction, after the change's row in the trail.
package struct RecordTable<Content: Keepable> {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  // MARK: Reading; oldest first

  package func all(in campaign: CampaignID) throws -> [Filed<Content>] {
    try session.all(selectOfCampaign, [.text(campaign), kind], read)
  }

  /// What records of that kind were before, the newest state last; of those taken back too.
  func former(in campaign: CampaignID) throws -> [Filed<Content>] {
    try session.all(selectFormer, [.text(campaign), kind], read)
  }

  package func all(of subject: Subject) throws -> [Filed<Content>] {
    try session.all(
      selectOfSubject, [.integer(subject.number), .integer(subject.kindNumber), kind], read)
  }

  package func all(of subject: Subject, in campaign: CampaignID) throws -> [Filed<Content>] {
    try all(of: subject).filter { $0.campaign == campaign }
  }

  /// `nil` if there is none of that kind, or it was taken back.
  package func record(_ id: Int64) throws -> Filed<Content>? {
    try session.first(selectOne, [.integer(id), kind], read)
  }

  // MARK: Changing

  @discardableResult
  package func add(
    _ content: Content, in campaign: CampaignID, of subject: Subject?, by change: Int64
  ) throws -> Filed<Content> {
    let id = try Numbering(session).take()
    let stored = content.stored.description
    try session.run(
      insertRecord,
      [
        .integer(id), kind, .text(campaign), SQLValue(subject?.kindNumber),
        SQLValue(subject?.number), .text(stored), .integer(change),
      ])
    try session.run(
      insertVersion, [.integer(change), .integer(id), nil, .text(stored), nil])
    return Filed(
      id: id, campaign: campaign, subject: subject, content: content, lastChange: change)
  }

  /// Keeps `content` in the place of what `record` was when it was read. Throws `StoreError` with
  /// kind `misuse` if it was changed since: within one transaction that is a fault of the program.
  @discardableResult
  package func put(
    _ content: Content, for record: Filed<Content>, by change: Int64
  ) throws -> Filed<Content> {
    let stored = content.stored.description
    try session.run(
      insertVersion,
      [
        .integer(change), .integer(record.id), .text(record.content.stored.description),
        .text(stored), .integer(record.lastChange),
      ])
    let changed = try session.run(
      updateRecord,
      [.integer(record.id), .text(stored), .integer(change), .integer(record.lastChange)])
    guard changed == 1 else { throw StoreError(.run, .misuse, detail: "record \(record.id)") }
    return Filed(
      id: record.id, campaign: record.campaign, subject: record.subject, content: content,
      lastChange: change)
  }

  private var kind: SQLValue { .text(Content.recordKind.rawValue) }

  private func read(_ row: borrowing SQLRow) throws -> Filed<Content> {
    let id = try row.integer(0)
    guard let content = Content(stored: try row.text(4)) else {
      throw StoreError(.read, .corrupt, detail: "record \(id)")
    }
    return Filed(
      id: id, campaign: try row.text(1), subject: try subject(row), content: content,
      lastChange: try row.integer(5))
  }

  private func subject(_ row: borrowing SQLRow) throws -> Subject? {
    guard let kind = row.optionalInteger(2) else { return nil }
    guard let subject = Subject(kindNumber: kind, number: try row.integer(3)) else {
      throw StoreError(.read, .corrupt, detail: "record.subject_kind \(kind)")
    }
    return subject
  }
}

private let columns = "id, campaign, subject_kind, subject, content, last_change"
private let selectOfCampaign = SQLStatement(
  "SELECT \(columns) FROM record WHERE campaign = $1 AND kind = $2 AND removed = 0 ORDER BY id")
private let selectFormer = SQLStatement(
  """
  SELECT r.id, r.campaign, r.subject_kind, r.subject,
    COALESCE(v.content_before, v.content_after), r.last_change
  FROM record_version v JOIN record r ON r.id = v.record
  WHERE r.campaign = $1 AND r.kind = $2 AND (v.content_before IS NOT NULL OR r.removed = 1)
  ORDER BY v.change
  """)
private let selectOfSubject = SQLStatement(
  """
  SELECT \(columns) FROM record
  WHERE subject = $1 AND subject_kind = $2 AND kind = $3 AND removed = 0 ORDER BY id
  """)
private let selectOne = SQLStatement(
  "SELECT \(columns) FROM record WHERE id = $1 AND kind = $2 AND removed = 0")
private let insertRecord = SQLStatement(
  """
  INSERT INTO record (id, kind, campaign, subject_kind, subject, content, last_change)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  """)
private let insertVersion = SQLStatement(
  """
  INSERT INTO record_version (change, record, content_before, content_after, change_before)
  VALUES ($1, $2, $3, $4, $5)
  """)
private let updateRecord = SQLStatement(
  "UPDATE record SET content = $2, last_change = $3 WHERE id = $1 AND last_change = $4")
