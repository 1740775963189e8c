package import Actions
package import CampaignStore
package import Campaigns
package import CivilTime
package import Reminders

/// A commune's office on a real store: the people of `Cast`, a few campaigns, a clock moved by
/// hand.
///
/// Every change runs in a transaction of its own, as on the server.
package final class Office {
  package let store: TemporaryStore
  package let session: any WritingSession
  package var clock: HandClock
  /// The newest; read again with `reload` after people or campaigns changed.
  package private(set) var directory: Directory
  private let campaigns: [Campaign]
  private let honours: HonoursCatalogue
  private let calendar: WorkingCalendar

  /// With the plans, the laws and the days off that come with the program.
  package static func ofFiveCampaigns(at now: Instant) throws -> Office {
    try Office(
      at: now, campaigns: FiveCampaigns.campaigns(), honours: FiveCampaigns.honours(),
      calendar: FiveCampaigns.calendar())
  }

  /// - Parameter calendar: weekends only, unless given.
  package init(
    at now: Instant = "2022-01-10 09:00",
    campaigns: [Campaign] = [Plans.duongHoa, Plans.hongPhong],
    honours: HonoursCatalogue = Honours.catalogue, calendar: WorkingCalendar = WorkingCalendar()
  ) throws {
    store = TemporaryStore()
    session = try store.driver.openWriting()
    clock = HandClock(now)
    self.campaigns = campaigns
    self.honours = honours
    self.calendar = calendar
    try schema.apply(to: session)
    let rows = campaigns.map {
      CampaignFileRow(id: $0.id, organization: $0.organization.id, source: $0.title)
    }
    try session.transaction { session in
      let tables = DirectoryTables(session)
      for organization in Set(
        campaigns.map(\.organization) + Cast.people.map(\.organization))
      { try tables.put(organization) }
      for row in rows { try tables.put(row, at: now) }
      for cast in Cast.people {
        let unit = try cast.unit.map { try tables.unit(named: $0, in: cast.organization.id) }
        _ = try tables.addPerson(
          name: cast.name, unit: unit, role: cast.role, to: cast.organization.id)
      }
    }
    directory = try Office.read(session, campaigns, honours, calendar)
  }

  package var now: Instant { clock.now }

  package func reload() throws {
    directory = try Office.read(session, campaigns, honours, calendar)
  }

  private static func read(
    _ session: any SQLSession, _ campaigns: [Campaign], _ honours: HonoursCatalogue,
    _ calendar: WorkingCalendar
  ) throws -> Directory {
    let tables = DirectoryTables(session)
    return Directory(
      version: try tables.version(), organizations: try tables.organizations(),
      campaigns: try campaigns.map {
        $0.moving(try RecordTable<MilestoneMove>(session).all(in: $0.id).map(\.content))
      },
      honours: honours, calendar: calendar, reminderRules: try FiveCampaigns.reminderRules(),
      units: try tables.units(), people: try tables.people())
  }

  // MARK: Who

  package func person(_ cast: Cast) -> Person {
    let found = directory.people(of: cast.organization.id).first { $0.name == cast.name }
    guard let found else { preconditionFailure("\(cast) is not in the office") }
    return found
  }

  package func speaker(_ cast: Cast) -> Speaker {
    cast == .guest ? .guest : .person(person(cast))
  }

  package func subject(_ cast: Cast) -> Subject { .person(person(cast).id) }

  package func household(_ cast: Cast) -> Subject { .household(of: person(cast).id) }

  package func unit(_ name: String) -> UnitID {
    guard let unit = directory.units.values.first(where: { $0.name == name }) else {
      preconditionFailure("no unit \(name)")
    }
    return unit.id
  }

  // MARK: Doing

  /// In a transaction of its own. Throws `Refusal`, with nothing written.
  @discardableResult
  package func perform(_ change: Change, as cast: Cast) throws -> Performed {
    try session.transaction { session in
      try Clerk(directory, on: session, for: speaker(cast), at: now).perform(change)
    }
  }

  /// What came of it. Throws `RefusalWrote` if a refusal left something behind.
  package func attempt(_ change: Change, as cast: Cast) throws -> Result<Performed, Refusal> {
    let before = try contents()
    do {
      return .success(try perform(change, as: cast))
    } catch let refusal as Refusal {
      let changed = try contents().differences(from: before)
      guard changed.isEmpty else { throw RefusalWrote(refusal: refusal, tables: changed) }
      return .failure(refusal)
    }
  }

  /// `nil` if the change was made. Throws `RefusalWrote` if a refusal left something behind.
  package func refusal(of change: Change, as cast: Cast) throws -> Refusal? {
    if case .failure(let refusal) = try attempt(change, as: cast) { refusal } else { nil }
  }

  package func answer(_ question: Question, as cast: Cast) throws -> Outcome {
    try Clerk(directory, on: session, for: speaker(cast), at: now).answer(question)
  }

  /// `nil` if the question was answered.
  package func refusal(of question: Question, as cast: Cast) throws -> Refusal? {
    do {
      _ = try answer(question, as: cast)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  /// The server's reminder run at this moment, batch after batch.
  package func sendReminders(servingSince: Instant) throws -> [Push] {
    try runReminders(servingSince: servingSince).pushes
  }

  /// When the server would run the next time.
  package func nextReminders() throws -> Instant {
    try runReminders(servingSince: now).next
  }

  private func runReminders(servingSince: Instant) throws -> (pushes: [Push], next: Instant) {
    var pushes: [Push] = []
    var memory = ReminderMemory()
    while true {
      let sent = try sendBatch(servingSince: servingSince, remembering: memory)
      pushes += sent.pushes
      memory = sent.memory
      if case .at(let next) = sent.next { return (pushes, next) }
    }
  }

  /// One batch of a run, in a transaction of its own.
  ///
  /// - Parameters:
  ///   - size: how many people it deals with.
  ///   - memory: what the batch before came back with; an empty one after a restart.
  package func sendBatch(
    servingSince: Instant, of size: Int = 100, remembering memory: ReminderMemory = ReminderMemory()
  ) throws -> ReminderSender.Sent {
    try session.transaction { session in
      try ReminderSender(directory: directory, servingSince: servingSince, batch: size)
        .send(at: now, remembering: memory, on: session)
    }
  }

  package func waiting(for cast: Cast) throws -> [Push] {
    try Clerk(directory, on: session, for: speaker(cast), at: now).waitingPushes().current
  }

  /// What waited and has lost its point.
  package func pointless(for cast: Cast) throws -> [PushID] {
    try Clerk(directory, on: session, for: speaker(cast), at: now).waitingPushes().pointless
  }

  package func contents() throws -> StoreContents { try StoreContents(of: session) }
}

package struct RefusalWrote: Error {
  package let refusal: Refusal
  package let tables: [String]
}
