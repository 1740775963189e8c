import Actions
import CampaignStore
import Campaigns
import CivilTime
import Reminders
import TestSupport
import Testing

/// A round of digests in batches: whatever happens between two of them, nobody is told twice, and
/// nobody is left out.
@Suite struct BatchTests {
  let start: Instant = "2021-12-31 07:00"
  let office: Office

  init() throws {
    office = try Office(at: "2021-12-31 07:00")
    _ = try office.sendReminders(servingSince: start)
    office.clock.now = "2021-12-31 08:00"
  }

  private let owing = [Cast.hoa, .binh, .lan, .minh, .son].map(\.name)

  // MARK: The same as at once

  @Test(arguments: 1...7)
  func batchesOfEverySizeSayTheSame(size: Int) throws {
    let other = try Office(at: start)
    _ = try other.sendReminders(servingSince: start)
    for moment: Instant in ["2021-12-31 08:00", "2022-01-13 08:00", "2022-01-14 08:00"] {
      office.clock.now = moment
      other.clock.now = moment
      let batches = try runInBatches(of: size)
      #expect(batches.allSatisfy { $0.count <= size })
      let expected = try other.sendReminders(servingSince: start)
      #expect(batches.joined().inOrder == expected.inOrder)
    }
  }

  @Test("Killed at random and with the clock a little off, it ends as if nothing had been")
  func killedAtRandom() throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let (office, other) = (try Office(at: start), try Office(at: start))
      _ = try office.sendReminders(servingSince: start)
      _ = try other.sendReminders(servingSince: start)
      for day in ["2021-12-31", "2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14"] {
        let morning = Instant(CivilDate(iso: day) ?? "2022-01-01", eight)
        other.clock.now = morning
        let expected = try other.sendReminders(servingSince: start)
        var sent: [Push] = []
        var memory = ReminderMemory()
        while true {
          office.clock.now = morning.adding(milliseconds: .random(in: 0...900, using: &random))
          let batch = try office.sendBatch(
            servingSince: start, of: .random(in: 1...3, using: &random), remembering: memory)
          sent += batch.pushes
          memory = Bool.random(using: &random) ? batch.memory : ReminderMemory()
          if case .at = batch.next { break }
        }
        #expect(sent.inOrder == expected.inOrder, "\(seed) \(day)")
      }
    }
  }

  // MARK: Between two batches

  @Test func aServerThatIsKilledGoesOnWhereItWas() throws {
    let before = try office.sendBatch(servingSince: start, of: 2)
    #expect(names(before.pushes) == Array(owing[..<2]))
    #expect(before.next == .atOnce)
    office.clock.now = "2021-12-31 08:05"
    let after = try office.sendReminders(servingSince: "2021-12-31 08:05")
    #expect(names(after) == Array(owing[2...]))
    #expect(before.pushes.compactMap(\.digest).allSatisfy { !$0.isLate })
    #expect(after.compactMap(\.digest).allSatisfy { $0.isLate })
    #expect(try office.sendReminders(servingSince: "2021-12-31 08:05").isEmpty)
  }

  @Test func aTransactionThatWasNotCommittedWasNotSent() throws {
    struct Killed: Error {}
    let first = try office.sendBatch(servingSince: start, of: 2)
    #expect(throws: Killed.self) {
      try office.session.transaction { session in
        _ = try ReminderSender(directory: office.directory, servingSince: start, batch: 2)
          .send(at: office.now, remembering: first.memory, on: session)
        throw Killed()
      }
    }
    #expect(names(try office.sendReminders(servingSince: start)) == Array(owing[2...]))
  }

  @Test func whoDidItMeanwhileIsNotReminded() throws {
    let first = try office.sendBatch(servingSince: start, of: 2)
    try office.perform(office.register("LDTT", for: .minh), as: .minh)
    let rest = try runInBatches(of: 2, after: first).joined()
    #expect(names(rest) == [Cast.lan, .son].map(\.name))
  }

  @Test func whoWithdrewMeanwhileIsReminded() throws {
    try office.perform(office.register("LDTT", for: .minh), as: .minh)
    let first = try office.sendBatch(servingSince: start, of: 2)
    try office.perform(office.withdraw(for: .minh), as: .minh)
    let rest = try runInBatches(of: 2, after: first).joined()
    #expect(names(rest) == [Cast.lan, .minh, .son].map(\.name))
  }

  @Test func whoTurnedThemOffMeanwhileIsNotReminded() throws {
    let first = try office.sendBatch(servingSince: start, of: 2)
    try office.perform(.changeSettings(.turn(on: false)), as: .lan)
    let nine = TimeOfDay(milliseconds: 9 * 3_600_000)
    try office.perform(.changeSettings(.quiet(QuietHours(start: eight, end: nine))), as: .minh)
    #expect(names(Array(try runInBatches(of: 2, after: first).joined())) == [Cast.son.name])
    // The quiet hours over, his comes.
    office.clock.now = try office.nextReminders()
    #expect(office.now == "2021-12-31 09:00")
    #expect(names(try office.sendReminders(servingSince: start)) == [Cast.minh.name])
  }

  @Test func whoWasEnteredMeanwhileIsReminded() throws {
    let first = try office.sendBatch(servingSince: start, of: 2)
    let namesake = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let rest = try runInBatches(of: 2, after: first).joined()
    #expect(rest.last?.recipient == namesake)
    #expect(rest.count == owing.count - 2 + 1)
  }

  @Test func aCaseThatWasSettledMeanwhileIsNotToldOf() throws {
    let office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: Campaigns.Quota.none)])
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.handIn("LDTT", for: office.subject(.binh), as: .lan)
    _ = try office.sendReminders(servingSince: office.now)
    office.clock.now = "2022-06-03 08:00"
    var batch = try office.sendBatch(servingSince: start, of: 1)
    // The officer's batch has read the cases; the secretary's comes after the change.
    try office.perform(.appraiseDossier(office.dossier(.hoa), .accept), as: .secretary)
    var pushes = batch.pushes
    while batch.next == .atOnce {
      batch = try office.sendBatch(servingSince: start, of: 1, remembering: batch.memory)
      pushes += batch.pushes
    }
    let cases = pushes.compactMap(\.digest).flatMap(\.cases)
    #expect(cases.map(\.about) == [Cast.binh.name])
  }

  // MARK: Days between two batches

  @Test func daysLater_whoWasNotReachedHearsOfBothDaysInOneMessage() throws {
    _ = try office.sendBatch(servingSince: start, of: 2)
    let back: Instant = "2022-01-07 09:00"
    office.clock.now = back
    // Killed again, with three different marks in the store.
    let second = try office.sendBatch(servingSince: back, of: 1).pushes
    office.clock.now = "2022-01-07 09:05"
    let rest = try office.sendReminders(servingSince: "2022-01-07 09:05")
    #expect(names(second + rest) == owing)
    for digest in (second + rest).compactMap(\.digest) {
      #expect(digest.day == "2022-01-07")
      #expect(digest.isLate)
      #expect(digest.duties.map(\.milestone) == ["registration"])
    }
    #expect(try office.sendReminders(servingSince: "2022-01-07 09:05").isEmpty)
    office.clock.now = "2022-01-11 08:00"
    #expect(names(try office.sendReminders(servingSince: "2022-01-07 09:05")) == owing)
  }

  @Test func daysLater_whatWasToldIsNotToldAgain() throws {
    // Only the one who was not reached has something of that day left; the last day is over.
    office.clock.now = "2022-01-14 08:00"
    _ = try office.sendReminders(servingSince: start)
    office.clock.now = "2022-01-15 08:00"
    let day = try office.sendBatch(servingSince: start, of: 5)
    #expect(day.pushes.isEmpty)
    office.clock.now = "2022-01-17 10:00"
    let late = try office.sendReminders(servingSince: "2022-01-17 10:00")
    #expect(names(late) == [Cast.secretary.name])
    #expect(late.first?.digest?.day == "2022-01-15")
    #expect(try office.sendReminders(servingSince: "2022-01-17 10:00").isEmpty)
  }

  @Test func aClockSetBackInTheMiddleDoublesNothing() throws {
    let first = try office.sendBatch(servingSince: start, of: 2)
    office.clock.now = "2021-12-31 07:30"
    let early = try runInBatches(of: 2, after: first).joined()
    office.clock.now = "2021-12-31 08:00"
    let late = try runInBatches(of: 2).joined()
    #expect(names(first.pushes + early + late).sorted() == owing.sorted())
  }

  // MARK: Personal reminders

  @Test func personalRemindersComeInBatchesToo() throws {
    for cast in [Cast.hoa, .binh, .lan] {
      try office.perform(
        .remind(.at("2021-12-31 10:00"), about: "họp"), as: cast)
    }
    _ = try office.sendReminders(servingSince: start)
    office.clock.now = "2021-12-31 10:00"
    let first = try office.sendBatch(servingSince: start, of: 2)
    #expect(first.pushes.count == 2)
    #expect(first.next == .at("2021-12-31 10:00"))
    #expect(try office.sendBatch(servingSince: start, of: 2).pushes.count == 1)
  }

  private let eight = TimeOfDay(milliseconds: 8 * 3_600_000)

  /// Until nothing is left, with the memory that a server keeps.
  private func runInBatches(
    of size: Int, after first: ReminderSender.Sent? = nil
  ) throws -> [[Push]] {
    var batches: [[Push]] = []
    var memory = first?.memory ?? ReminderMemory()
    while true {
      let batch = try office.sendBatch(servingSince: start, of: size, remembering: memory)
      batches.append(batch.pushes)
      memory = batch.memory
      if case .at = batch.next { return batches }
    }
  }

  private func names(_ pushes: some Sequence<Push>) -> [String] {
    pushes.map { office.directory.people[$0.recipient]?.name ?? "?" }
  }
}

extension Sequence<Push> {
  /// In an order that does not depend on who came first.
  fileprivate var inOrder: [String] {
    map { "\($0.recipient): \($0.digest, default: "")" }.sorted()
  }
}
