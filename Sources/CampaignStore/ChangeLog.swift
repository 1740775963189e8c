package import Campaigns
import CivilTime

/// The audit trail (nhật ký): one row for each change, never deleted. Its number is the receipt.
package struct ChangeLog {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  package func add(_ entry: ChangeEntry) throws {
    try session.run(
      insertChange,
      [
        .integer(entry.receipt.number), .integer(entry.receipt.at.milliseconds),
        SQLValue(entry.organization), SQLValue(entry.person), .text(entry.act.rawValue),
        .text(entry.detail), SQLValue(entry.undoes),
      ])
  }

  /// The newest change of that person that neither is an undo nor was undone. Votes are changed by
  /// voting again.
  package func lastChange(of person: PersonID) throws -> ChangeEntry? {
    try session.first(selectLast, [.integer(person)]) { row in
      ChangeEntry(
        receipt: Receipt(
          number: try row.integer(0), at: Instant(milliseconds: try row.integer(1))),
        organization: row.optionalText(2), person: person,
        act: ChangeAct(rawValue: try row.text(3)) ?? .other, detail: try row.text(4))
    }
  }

  /// The newest changes of one kind in an organization, newest first.
  package func newest(
    _ act: ChangeAct, in organization: OrganizationID, limit: Int
  ) throws -> [ChangeEntry] {
    try session.all(
      selectNewest, [.text(organization), .text(act.rawValue), .integer(Int64(limit))]
    ) { row in
      ChangeEntry(
        receipt: Receipt(
          number: try row.integer(0), at: Instant(milliseconds: try row.integer(1))),
        organization: organization, person: row.optionalInteger(2), act: act,
        detail: try row.text(3))
    }
  }

  /// The number of the newest change of anybody; 0 in a store without one.
  package func newest() throws -> Int64 {
    try session.first(selectNumber) { $0.optionalInteger(0) ?? 0 } ?? 0
  }

  package func markUndone(_ receipt: Int64, by undo: Int64) throws {
    try session.run(markUndoneStatement, [.integer(receipt), .integer(undo)])
  }
}

package struct ChangeEntry: Hashable, Sendable {
  package static let separator = " · "

  package let receipt: Receipt
  package let organization: OrganizationID?
  /// `nil` for changes made on the command line.
  package let person: PersonID?
  package let act: ChangeAct
  /// For people who read the trail: which campaign, which subject, which honour; no secrets. Facts are
  /// kept apart by `separator`.
  package let detail: String
  /// The receipt that this change takes back.
  package let undoes: Int64?

  package init(
    receipt: Receipt, organization: OrganizationID?, person: PersonID?, act: ChangeAct,
    detail: String, undoes: Int64? = nil
  ) {
    self.receipt = receipt
    self.organization = organization
    self.person = person
    self.act = act
    self.detail = detail
    self.undoes = undoes
  }
}

private let insertChange = SQLStatement(
  """
  INSERT INTO change_log (id, at, organization, person, act, detail, undoes)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  """)
private let selectLast = SQLStatement(
  """
  SELECT id, at, organization, act, detail FROM change_log
  WHERE person = $1 AND undoes IS NULL AND undone_by IS NULL
    AND act NOT IN ('account.password', 'council.vote')
  ORDER BY id DESC LIMIT 1
  """)
private let selectNewest = SQLStatement(
  """
  SELECT id, at, person, detail FROM change_log
  WHERE organization = $1 AND act = $2 AND undone_by IS NULL
  ORDER BY id DESC LIMIT $3
  """)
private let selectNumber = SQLStatement("SELECT MAX(id) FROM change_log")
private let markUndoneStatement = SQLStatement("UPDATE change_log SET undone_by = $2 WHERE id = $1")
