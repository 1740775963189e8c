package import CampaignStore

/// All rows of all tables, so that a test can say "nothing was written".
package struct StoreContents: Hashable, Sendable {
  /// Each row as its columns between bars, NULL as `∅`.
  package let rows: [String: [String]]

  package init(of session: any SQLSession) throws {
    var rows: [String: [String]] = [:]
    for (table, columns) in tables {
      let cells = columns.map { "COALESCE(CAST(\($0) AS TEXT), '∅')" }
      let select = SQLStatement(
        "SELECT \(cells.joined(separator: " || '|' || ")) FROM \(table) ORDER BY 1")
      rows[table] = try session.all(select) { try $0.text(0) }
    }
    self.rows = rows
  }

  package subscript(table: String) -> [String] { rows[table] ?? [] }

  /// The tables that hold something else than in `other`, by name.
  package func differences(from other: StoreContents) -> [String] {
    rows.keys.filter { rows[$0] != other.rows[$0] }.sorted()
  }
}

private let tables: [(String, [String])] = [
  ("counter", ["name", "value"]),
  ("organization", ["id", "name", "level", "superiors"]),
  ("campaign", ["id", "organization", "position", "source", "loaded_at"]),
  ("unit", ["id", "organization", "name"]),
  ("person", ["id", "organization", "unit", "name", "role"]),
  ("account", ["username", "person", "password", "code", "code_expires", "locked", "created_at"]),
  ("login_failure", ["username", "failures", "last_at"]),
  ("change_log", ["id", "at", "organization", "person", "act", "detail", "undoes", "undone_by"]),
  (
    "registration",
    [
      "id", "campaign", "subject_kind", "subject", "honour", "state", "late_reason",
      "registered_at", "registered_by", "last_change",
    ]
  ),
  (
    "registration_event",
    [
      "change", "registration", "event", "honour_before", "honour_after", "late_before",
      "change_before",
    ]
  ),
  (
    "record",
    [
      "id", "kind", "campaign", "subject_kind", "subject", "content", "removed", "last_change",
    ]
  ),
  (
    "record_version",
    ["change", "record", "content_before", "content_after", "change_before"]
  ),
  (
    "personal_reminder",
    [
      "id", "person", "text", "at", "campaign", "milestone", "days_before", "state", "set_by",
      "cancelled_by",
    ]
  ),
  ("ballot", ["sitting", "dossier", "person", "vote", "at"]),
  ("push", ["id", "recipient", "topic", "day", "content", "created_at", "acknowledged_at"]),
  ("reminder_progress", ["from_person", "through"]),
]
