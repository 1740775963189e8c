package import Campaigns
package import CivilTime

/// What goes out by mail beside the socket: one row for each push of somebody who wants mail, written
/// with it.
package struct MailTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// As stored; never renumbered.
  private enum State: Int64 {
    case waiting = 1
    case sent = 2
    /// The mail server refused it for good.
    case refused = 3
    /// It was seen in the chat before its time, or all that it says was done.
    case seen = 4
  }

  package struct Due: Sendable {
    package let push: Push
    package let address: String
    package let attempts: Int
  }

  /// Somebody who is online sees it there first; only what is not acknowledged by then is mailed.
  package static let patience: Int64 = 120_000
  /// Minutes until the next attempt, by the number of attempts; then it is given up.
  private static let pauses: [Int64] = [2, 10, 30, 120, 480, 1440]

  /// Within the transaction of the push: a row if its recipient wants mail.
  func add(_ push: PushID, to recipient: PersonID, at now: Instant) throws {
    try session.run(
      insertMail,
      [
        .integer(push), .integer(recipient), .integer(State.waiting.rawValue),
        .integer(now.milliseconds + MailTable.patience),
      ])
  }

  /// Those that are to go now, oldest first. What was acknowledged in the chat is not among them.
  package func due(at now: Instant, atMost count: Int) throws -> [Due] {
    try session.all(
      selectDue,
      [.integer(State.waiting.rawValue), .integer(now.milliseconds), .integer(Int64(count))]
    ) { row in
      Due(
        push: Push(
          id: try row.integer(0), recipient: try row.integer(1),
          content: try PushContent(stored: try row.text(2)),
          createdAt: Instant(milliseconds: try row.integer(3))),
        address: try row.text(4), attempts: Int(try row.integer(5)))
    }
  }

  /// Marks what was acknowledged in the chat; how many there were.
  @discardableResult
  package func settleSeen() throws -> Int {
    try session.run(
      settleAcknowledged, [.integer(State.waiting.rawValue), .integer(State.seen.rawValue)])
  }

  package func markSent(_ push: PushID) throws {
    try session.run(updateState, [.integer(push), .integer(State.sent.rawValue), nil])
  }

  package func markRefused(_ push: PushID, because problem: String) throws {
    try session.run(
      updateState, [.integer(push), .integer(State.refused.rawValue), .text(problem)])
  }

  /// Later once more, or given up after the last pause.
  package func postpone(
    _ push: PushID, attempts: Int, at now: Instant, because problem: String
  ) throws {
    guard attempts < MailTable.pauses.count else {
      return try markRefused(push, because: problem)
    }
    try session.run(
      updateNext,
      [
        .integer(push), .integer(Int64(attempts + 1)),
        .integer(now.milliseconds + MailTable.pauses[attempts] * 60_000), .text(problem),
      ])
  }
}

private let insertMail = SQLStatement(
  """
  INSERT INTO mail (push, address, state, attempts, next_at)
  SELECT $1, mail, $3, 0, $4 FROM reminder_setting
  WHERE person = $2 AND taken_back = 0 AND mail IS NOT NULL AND change = (
    SELECT MAX(change) FROM reminder_setting WHERE person = $2 AND taken_back = 0)
  """)
private let selectDue = SQLStatement(
  """
  SELECT p.id, p.recipient, p.content, p.created_at, m.address, m.attempts
  FROM mail m JOIN push p ON p.id = m.push
  WHERE m.state = $1 AND m.next_at <= $2 AND p.acknowledged_at IS NULL
    AND p.pointless_at IS NULL
  ORDER BY m.next_at, p.id LIMIT $3
  """)
private let settleAcknowledged = SQLStatement(
  """
  UPDATE mail SET state = $2 WHERE state = $1 AND push IN (
    SELECT id FROM push WHERE acknowledged_at IS NOT NULL OR pointless_at IS NOT NULL)
  """)
private let updateState = SQLStatement("UPDATE mail SET state = $2, problem = $3 WHERE push = $1")
private let updateNext = SQLStatement(
  "UPDATE mail SET attempts = $2, next_at = $3, problem = $4 WHERE push = $1")
