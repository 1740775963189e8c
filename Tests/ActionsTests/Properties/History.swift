import CampaignStore
import Testing

/// All that happened to all registrations, as the store keeps it.
struct History {
  struct Row {
    let id: Int64
    /// Campaign, kind and number of the subject.
    let owner: String
    let honour: String
    let isActive: Bool
    let lastChange: Int64
  }

  struct Event {
    let change: Int64
    let before: String?
    let after: String?
    let changeBefore: Int64?
    /// The change is an undo, or was taken back.
    let isUndo: Bool
    let wasUndone: Bool
  }

  let rows: [Row]
  let events: [Int64: [Event]]

  init(_ session: any SQLSession) throws {
    rows = try session.all(selectRows) { row in
      Row(
        id: try row.integer(0), owner: try row.text(1), honour: try row.text(2),
        isActive: try row.flag(3), lastChange: try row.integer(4))
    }
    let all = try session.all(selectEvents) { row in
      (
        try row.integer(0),
        Event(
          change: try row.integer(1), before: row.optionalText(2), after: row.optionalText(3),
          changeBefore: row.optionalInteger(4), isUndo: !row.isNull(5), wasUndone: !row.isNull(6))
      )
    }
    events = Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Replaying the events gives the rows; nothing is active twice; the last change is the newest
  /// that stands.
  func expectComplete() {
    let active = rows.filter(\.isActive).map { $0.owner + " " + $0.honour }
    #expect(Set(active).count == active.count)
    for row in rows {
      let events = events[row.id] ?? []
      #expect(!events.isEmpty)
      #expect(events.first?.before == nil)
      #expect(events.first?.changeBefore == nil)
      for (one, next) in zip(events, events.dropFirst()) { #expect(next.before == one.after) }
      #expect(events.last?.after == (row.isActive ? row.honour : nil))
      if let standing = events.last(where: { !$0.isUndo && !$0.wasUndone }) {
        #expect(row.lastChange == standing.change)
      } else {
        #expect(!row.isActive)
      }
    }
  }
}

private let selectRows = SQLStatement(
  """
  SELECT id, campaign || ' ' || subject_kind || ' ' || subject, honour, state, last_change
  FROM registration ORDER BY id
  """)
private let selectEvents = SQLStatement(
  """
  SELECT e.registration, e.change, e.honour_before, e.honour_after, e.change_before, c.undoes,
    c.undone_by
  FROM registration_event e JOIN change_log c ON c.id = e.change
  ORDER BY e.registration, e.change
  """)
