package import Campaigns
package import CivilTime

/// The outbox: what is said unasked, kept from its cause to its acknowledgement.
package struct PushTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// Not yet acknowledged and not without point, oldest first.
  package func waiting(for recipient: PersonID) throws -> [Push] {
    try session.all(selectWaiting, [.integer(recipient)]) { row in
      Push(
        id: try row.integer(0), recipient: recipient,
        content: try PushContent(stored: try row.text(1)),
        createdAt: Instant(milliseconds: try row.integer(2)))
    }
  }

  /// Puts a row into the outbox. A reminder for a person and day that already has one is not
  /// added, nor is a second nudge of a day for the same duty: the answer is then `nil`.
  ///
  /// - Parameter cause: the change that says it, where it will be asked who has seen it.
  package func add(
    _ content: PushContent, to recipient: PersonID, at now: Instant, cause: Receipt? = nil
  ) throws -> Push? {
    let id = try Numbering(session).take()
    guard try insert(content, as: content.stored, id, to: recipient, at: now, cause: cause) else {
      return nil
    }
    try MailTable(session).add(id, to: recipient, at: now)
    return Push(id: id, recipient: recipient, content: content, createdAt: now)
  }

  /// Like `add` for each. People of an office mostly hear the same: equal digests are put into their
  /// stored form once, and only those whose `settings` name an address are looked up for mail.
  package func add(
    _ digests: [(recipient: Person, digest: ReminderDigest)],
    settings: [PersonID: ReminderSettings], at now: Instant
  ) throws -> [Push] {
    if digests.isEmpty { return [] }
    let first = try Numbering(session).take(digests.count)
    var texts = StoredDigests()
    return try zip(first..., digests).compactMap { id, one in
      let content = PushContent.reminder(one.digest)
      let text = texts.text(of: one.digest, as: content)
      let recipient = one.recipient.id
      guard try insert(content, as: text, id, to: recipient, at: now) else { return nil }
      if settings[recipient]?.mail != nil {
        try MailTable(session).add(id, to: recipient, at: now)
      }
      return Push(id: id, recipient: recipient, content: content, createdAt: now)
    }
  }

  /// False if it is there already.
  private func insert(
    _ content: PushContent, as text: String, _ id: PushID, to recipient: PersonID, at now: Instant,
    cause: Receipt? = nil
  ) throws -> Bool {
    try session.run(
      insertPush,
      [
        .integer(id), .integer(recipient), .text(content.topic.rawValue),
        SQLValue(content.onceKey(on: now.date)), .text(text), .integer(now.milliseconds),
        SQLValue(cause?.number),
      ]) == 1
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

  /// What they say has been done before it was seen: they come no more. The rows stay, with when.
  package func markPointless(
    _ ids: [PushID], of recipient: PersonID, at now: Instant
  ) throws {
    for id in ids {
      try session.run(
        markWithoutPoint, [.integer(id), .integer(recipient), .integer(now.milliseconds)])
    }
  }

  // MARK: Who has seen it

  /// Everybody whom a change was told, with the moment of the acknowledgement.
  package func seen(cause: Int64) throws -> [(recipient: PersonID, at: Instant?)] {
    try session.all(selectSeen, [.integer(cause)]) { row in
      (try row.integer(0), row.optionalInteger(1).map { Instant(milliseconds: $0) })
    }
  }

  /// What a change told, as the first of its recipients has it.
  package func content(cause: Int64) throws -> PushContent? {
    try session.first(selectContent, [.integer(cause)]) {
      try PushContent(stored: try $0.text(0))
    }
  }

  /// The recipient's digest of that day: when it was sent, and acknowledged; `nil` if there was none.
  package func digest(
    of day: CivilDate, for recipient: PersonID
  ) throws -> (sent: Instant, seen: Instant?)? {
    try session.first(
      selectDigest,
      [.integer(recipient), .text(PushTopic.reminder.rawValue), .text(day.iso)]
    ) { row in
      (
        Instant(milliseconds: try row.integer(0)),
        row.optionalInteger(1).map { Instant(milliseconds: $0) }
      )
    }
  }
}

/// The last few digests in their stored form. A list: equal ones share their texts, which are compared
/// at a glance, where a table would have to read and normalize every letter.
private struct StoredDigests {
  private var kept: [(digest: ReminderDigest, text: String)] = []
  private static let limit = 8

  mutating func text(of digest: ReminderDigest, as content: PushContent) -> String {
    if let same = kept.last(where: { $0.digest == digest }) { return same.text }
    let text = content.stored
    if kept.count == StoredDigests.limit { kept.removeFirst() }
    kept.append((digest, text))
    return text
  }
}

extension PushContent {
  /// Of pushes with the same topic and key a recipient gets at most one.
  fileprivate func onceKey(on today: CivilDate) -> String? {
    switch self {
    case .reminder(let digest): digest.day.iso
    case .nudge(let nudge): "\(today.iso) \(nudge.duty.campaign) \(nudge.duty.milestone)"
    case .registrationNotice, .caseNotice, .personal: nil
    }
  }
}

private let selectWaiting = SQLStatement(
  """
  SELECT id, content, created_at FROM push
  WHERE recipient = $1 AND acknowledged_at IS NULL AND pointless_at IS NULL ORDER BY id
  """)
private let insertPush = SQLStatement(
  """
  INSERT INTO push (id, recipient, topic, day, content, created_at, cause)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
  """)
private let selectSeen = SQLStatement(
  "SELECT recipient, acknowledged_at FROM push WHERE cause = $1")
private let selectContent = SQLStatement(
  "SELECT content FROM push WHERE cause = $1 ORDER BY id LIMIT 1")
private let selectDigest = SQLStatement(
  """
  SELECT created_at, acknowledged_at FROM push
  WHERE recipient = $1 AND topic = $2 AND day = $3
  """)
private let acknowledgeOne = SQLStatement(
  """
  UPDATE push SET acknowledged_at = $3
  WHERE id = $1 AND recipient = $2 AND acknowledged_at IS NULL
  """)
private let markWithoutPoint = SQLStatement(
  """
  UPDATE push SET pointless_at = $3
  WHERE id = $1 AND recipient = $2 AND acknowledged_at IS NULL
  """)
private let acknowledgeEvery = SQLStatement(
  "UPDATE push SET acknowledged_at = $2 WHERE recipient = $1 AND acknowledged_at IS NULL")
private let selectOne = SQLStatement("SELECT 1 FROM push WHERE id = $1 AND recipient = $2")
