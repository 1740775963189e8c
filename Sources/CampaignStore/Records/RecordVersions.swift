package import Campaigns
import CivilTime

/// What changes made of records, of whatever kind: for the history and for taking back.
package struct RecordVersions {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  package struct Version: Hashable, Sendable {
    package let record: Int64
    package let kind: RecordKind
    package let campaign: CampaignID
    package let subject: Subject?
    /// `nil` for the record's first version.
    let contentBefore: String?
    let changeBefore: Int64?
    /// Receipt of the record's last change that was not taken back: if it is another than this one,
    /// somebody built on it.
    package let lastChange: Int64
  }

  /// What one change made, by record.
  package func versions(of change: Int64) throws -> [Version] {
    try session.all(selectVersions, [.integer(change)]) { row in
      let kind = try row.text(1)
      return Version(
        record: try row.integer(0), kind: RecordKind(rawValue: kind) ?? .other,
        campaign: try row.text(2),
        subject: try row.optionalInteger(3).flatMap { kind in
          Subject(kindNumber: kind, number: try row.integer(4))
        },
        contentBefore: row.optionalText(5), changeBefore: row.optionalInteger(6),
        lastChange: try row.integer(7))
    }
  }

  /// How often a record was changed, its making included.
  package func count(of record: Int64) throws -> Int {
    try session.first(countVersions, [.integer(record)]) { Int(try $0.integer(0)) } ?? 0
  }

  /// Makes the record what it was before; the change before that is its last again.
  package func takeBack(_ version: Version, by undo: Int64) throws {
    try session.run(
      insertTakenBack,
      [
        .integer(undo), .integer(version.record), SQLValue(version.contentBefore),
      ])
    try session.run(
      restore,
      [
        .integer(version.record), SQLValue(version.contentBefore),
        SQLValue(version.contentBefore == nil), .integer(version.changeBefore ?? undo),
      ])
  }

  /// Who changed a record, when and how, oldest first.
  package func history(of record: Int64) throws -> [Entry] {
    try session.all(selectHistory, [.integer(record)], read)
  }

  /// The same for all that is kept about a subject, registrations too.
  ///
  /// - Parameter includesBars: discipline and complaints too, and undos of them.
  package func history(of subject: Subject, includesBars: Bool) throws -> [Entry] {
    try session.all(
      selectHistoryOfSubject,
      [
        .integer(subject.number), .integer(subject.kindNumber), SQLValue(includesBars),
      ], read)
  }

  private func read(_ row: borrowing SQLRow) throws -> Entry {
    Entry(
      receipt: Receipt(number: try row.integer(0), at: Instant(milliseconds: try row.integer(1))),
      person: row.optionalInteger(2), act: ChangeAct(rawValue: try row.text(3)) ?? .other,
      detail: try row.text(4))
  }

  package struct Entry: Hashable, Sendable {
    package let receipt: Receipt
    package let person: PersonID?
    package let act: ChangeAct
    private let detail: String

    fileprivate init(receipt: Receipt, person: PersonID?, act: ChangeAct, detail: String) {
      self.receipt = receipt
      self.person = person
      self.act = act
      self.detail = detail
    }

    /// The campaign, the subject, and what else the trail keeps of it.
    package var facts: [String] {
      detail.split(separator: ChangeEntry.separator).map(String.init)
    }
  }
}

private let countVersions = SQLStatement(
  "SELECT COUNT(*) FROM record_version WHERE record = $1")
private let selectVersions = SQLStatement(
  """
  SELECT r.id, r.kind, r.campaign, r.subject_kind, r.subject, v.content_before, v.change_before,
    r.last_change
  FROM record_version v JOIN record r ON r.id = v.record WHERE v.change = $1 ORDER BY r.id
  """)
private let insertTakenBack = SQLStatement(
  """
  INSERT INTO record_version (change, record, content_before, content_after, change_before)
  SELECT $1, id, content, $3, last_change FROM record WHERE id = $2
  """)
private let restore = SQLStatement(
  """
  UPDATE record SET content = COALESCE($2, content), removed = $3, last_change = $4 WHERE id = $1
  """)
private let selectHistoryOfSubject = SQLStatement(
  """
  SELECT id, at, person, act, detail FROM change_log WHERE id IN (
    SELECT v.change FROM record_version v JOIN record r ON r.id = v.record
    WHERE r.subject = $1 AND r.subject_kind = $2 AND ($3 = 1 OR r.kind <> 'bar')
    UNION
    SELECT e.change FROM registration_event e JOIN registration g ON g.id = e.registration
    WHERE g.subject = $1 AND g.subject_kind = $2
  ) ORDER BY id
  """)
private let selectHistory = SQLStatement(
  """
  SELECT c.id, c.at, c.person, c.act, c.detail
  FROM record_version v JOIN change_log c ON c.id = v.change WHERE v.record = $1 ORDER BY c.id
  """)
