package import Campaigns
import CivilTime
import Wire

/// How people want to be reminded, in versions: the newest that was not taken back counts.
package struct ReminderSettingsTable {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// Of those who changed any.
  package func all() throws -> [PersonID: ReminderSettings] {
    var settings: [PersonID: ReminderSettings] = [:]
    try session.query(selectAll) { row in
      settings[try row.integer(0)] = try read(try row.text(1))
    }
    return settings
  }

  /// Like `all`, of these people.
  package func all(of people: [Person]) throws -> [PersonID: ReminderSettings] {
    var settings: [PersonID: ReminderSettings] = [:]
    for person in people {
      settings[person.id] = try session.first(selectOfPerson, [.integer(person.id)]) {
        try read(try $0.text(0))
      }
    }
    return settings
  }

  /// Of versions that came after `change`: their schedules, and the newest change. What came in
  /// between and counts no more is left out.
  package func schedules(
    after change: Int64
  ) throws -> (schedules: Set<ReminderSchedule>, newest: Int64) {
    var found: (schedules: Set<ReminderSchedule>, newest: Int64) = ([], change)
    try session.query(selectNewer, [.integer(change)]) { row in
      found.newest = max(found.newest, try row.integer(0))
      found.schedules.insert(try read(try row.text(1)).schedule)
    }
    return found
  }

  package func settings(of person: PersonID) throws -> ReminderSettings {
    try session.first(selectOfPerson, [.integer(person)]) { try read(try $0.text(0)) }
      ?? ReminderSettings()
  }

  /// Within the caller's transaction, after the change's row in the trail.
  package func put(_ settings: ReminderSettings, of person: PersonID, by change: Int64) throws {
    try session.run(
      insertVersion,
      [
        .integer(change), .integer(person), .text(settings.stored.description),
        SQLValue(settings.isOn ? settings.mail : nil),
      ])
  }

  /// Whether `change` was the newest of that person, and is now taken back.
  package func takeBack(_ change: Int64, of person: PersonID) throws -> Bool {
    try session.run(takeBackNewest, [.integer(change), .integer(person)]) > 0
  }

  private func read(_ text: String) throws -> ReminderSettings {
    guard let json = try? JSONReader.read(text) else {
      throw StoreError(.read, .corrupt, detail: "reminder_setting.content")
    }
    return ReminderSettings(json)
  }
}

// Keys are stored: add new ones, rename none.
extension ReminderSettings {
  fileprivate var stored: JSONValue {
    [
      "on": .bool(isOn), "paused": JSONValue(pausedThrough),
      "ahead": daysAhead.map { .integer(Int64($0)) } ?? .null, "hour": JSONValue(hour),
      "quiet_from": JSONValue(quiet?.start), "quiet_to": JSONValue(quiet?.end),
      "mail": JSONValue(mail),
    ]
  }

  fileprivate init(_ json: JSONValue) {
    let quiet: QuietHours? =
      if let start = json.time("quiet_from"), let end = json.time("quiet_to") {
        QuietHours(start: start, end: end)
      } else {
        nil
      }
    self.init(
      isOn: json["on"]?.boolValue ?? true, pausedThrough: json.day("paused"),
      daysAhead: json.integer("ahead").map { Int($0) }, hour: json.time("hour"), quiet: quiet,
      mail: json.text("mail"))
  }
}

extension JSONValue {
  /// In milliseconds since midnight.
  fileprivate init(_ time: TimeOfDay?) {
    self = time.map { .integer(Int64($0.milliseconds)) } ?? .null
  }

  fileprivate func time(_ key: String) -> TimeOfDay? {
    integer(key).flatMap { Int32(exactly: $0) }.map { TimeOfDay(milliseconds: $0) }
  }
}

private let selectAll = SQLStatement(
  """
  SELECT person, content FROM reminder_setting s WHERE taken_back = 0 AND change = (
    SELECT MAX(change) FROM reminder_setting n WHERE n.person = s.person AND n.taken_back = 0)
  """)
private let selectNewer = SQLStatement(
  """
  SELECT change, content FROM reminder_setting s
  WHERE change > $1 AND taken_back = 0 AND change = (
    SELECT MAX(change) FROM reminder_setting n WHERE n.person = s.person AND n.taken_back = 0)
  """)
private let selectOfPerson = SQLStatement(
  """
  SELECT content FROM reminder_setting WHERE person = $1 AND taken_back = 0
  ORDER BY change DESC LIMIT 1
  """)
private let insertVersion = SQLStatement(
  """
  INSERT INTO reminder_setting (change, person, content, mail, taken_back)
  VALUES ($1, $2, $3, $4, 0)
  """)
private let takeBackNewest = SQLStatement(
  """
  UPDATE reminder_setting SET taken_back = 1 WHERE change = $1 AND change = (
    SELECT MAX(change) FROM reminder_setting WHERE person = $2 AND taken_back = 0)
  """)
