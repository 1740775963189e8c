package import Campaigns
package import CivilTime

/// The outbox: what is said unasked, kept from its cause to its acknowledgement.
package struct PushTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// Not yet acknowledged, oldest first.
  package func waiting(for recipient: PersonID) throws -> [Push] {
    try session.all(selectWaiting, [.integer(recipient)]) { row in
      Push(
        id: try row.integer(0), recipient: recipient,
        content: try PushContent(stored: try row.text(1)),
        createdAt: Instant(milliseconds: try row.integer(2)))
    }
  }

  /// Puts a row into the outbox. A reminder for a person and day that already has one is not
  /// added: the answer is then `nil`.
  package func add(
    _ content: PushContent, to recipient: PersonID, at now: Instant
  ) throws -> Push? {
    let id = try Numbering(session).take()
    let added = try session.run(
      insertPush,
      [
        .integer(id), .integer(recipient), .text(content.topic.rawValue),
        SQLValue(content.onceADay?.iso), .text(content.stored), .integer(now.milliseconds),
      ])
    guard added == 1 else { return nil }
    try MailTable(session).add(id, to: recipient, at: now)
    return Push(id: id, recipient: recipient, content: content, createdAt: now)
  }

  /// False if the recipient has no such push waiting: acknowledged before, or another's.
  package func acknowledge(_ id: PushID, by recipient: PersonID, at now: Instant) throws -> Bool {
    try session.run(
      acknowledgeOne, [.integer(id), .integer(recipient), .integer(now.milliseconds)]) > 0
  }

  /// How many were waiting.
  package func acknowledgeAll(of recipient: PersonID, at now: Instant) throws -> Int {
    try session.run(acknowledgeEvery, [.integer(recipient), .integer(now.milliseconds)])
  }

  /// Whether the recipient ever had a push with that number.
  package func exists(_ id: PushID, for recipient: PersonID) throws -> Bool {
    try session.first(selectOne, [.integer(id), .integer(recipient)]) { _ in true } ?? false
  }
}

extension PushContent {
  /// The day of which the recipient gets at most one push of this topic.
  fileprivate var onceADay: CivilDate? {
    switch self {
    case .reminder(let digest): digest.day
    case .registrationNotice, .caseNotice, .personal: nil
    }
  }
}

private let selectWaiting = SQLStatement(
  """
  SELECT id, content, created_at FROM push
  WHERE recipient = $1 AND acknowledged_at IS NULL ORDER BY id
  """)
private let insertPush = SQLStatement(
  """
  INSERT INTO push (id, recipient, topic, day, content, created_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
  """)
private let acknowledgeOne = SQLStatement(
  """
  UPDATE push SET acknowledged_at = $3
  WHERE id = $1 AND recipient = $2 AND acknowledged_at IS NULL
  """)
private let acknowledgeEvery = SQLStatement(
  "UPDATE push SET acknowledged_at = $2 WHERE recipient = $1 AND acknowledged_at IS NULL")
private let selectOne = SQLStatement("SELECT 1 FROM push WHERE id = $1 AND recipient = $2")
