import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct SQLiteReadingSessionTests {
  let store: TemporaryStore
  let writer: any WritingSession
  let reader: any ReadingSession

  init() throws {
    store = try .withNumbers()
    writer = try store.driver.openWriting()
    reader = try store.driver.openReading()
  }

  @Test func onlyWhatIsCommittedIsSeen() throws {
    try writer.begin()
    try writer.run(Numbers.insert, [1])
    #expect(try Numbers.all(in: reader) == [])
    try writer.commit()
    #expect(try Numbers.all(in: reader) == [1])
  }

  @Test func aSnapshotStaysWhatItsFirstQuerySaw() throws {
    try writer.run(Numbers.insert, [1])
    try reader.beginSnapshot()
    try writer.run(Numbers.insert, [2])
    #expect(try Numbers.all(in: reader) == [1, 2])
    try writer.run(Numbers.insert, [3])
    #expect(try Numbers.all(in: reader) == [1, 2])
    try reader.endSnapshot()
    #expect(try Numbers.all(in: reader) == [1, 2, 3])
  }

  @Test func aSnapshotInsideASnapshotIsTheSame() throws {
    let counts = try reader.withSnapshot { session in
      let before = try Numbers.all(in: session).count
      try writer.run(Numbers.insert, [1])
      return [before, try reader.withSnapshot { try Numbers.all(in: $0).count }]
    }
    #expect(counts == [0, 0])
    #expect(!reader.isInTransaction)
  }

  @Test func aSnapshotEndsWithAnErrorToo() throws {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try reader.withSnapshot { session in
        _ = try Numbers.all(in: session)
        throw Enough()
      }
    }
    try writer.run(Numbers.insert, [1])
    #expect(try Numbers.all(in: reader) == [1])
  }

  @Test func aQueryLeftInTheMiddleHoldsNothing() throws {
    struct Enough: Error {}
    for number in 1...3 as ClosedRange<Int64> { try writer.run(Numbers.insert, [.integer(number)]) }
    _ = try reader.first(Numbers.select) { row in try row.integer(0) }
    #expect(throws: Enough.self) { try reader.query(Numbers.select) { _ in throw Enough() } }
    try writer.run(Numbers.insert, [4])
    #expect(try Numbers.all(in: reader) == [1, 2, 3, 4])
    // Nobody stands in the log, so all of it can be moved into the file: "0 busy".
    let busy = try writer.first(SQLStatement("PRAGMA wal_checkpoint(TRUNCATE)")) { row in
      try row.int(0)
    }
    #expect(busy == 0)
  }

  @Test func changesOfOthersAreNoticedOnce() throws {
    #expect(try reader.storeChangedSinceLastAsked())
    #expect(try !reader.storeChangedSinceLastAsked())
    _ = try Numbers.all(in: reader)
    #expect(try !reader.storeChangedSinceLastAsked())
    try writer.begin()
    try writer.run(Numbers.insert, [1])
    #expect(try !reader.storeChangedSinceLastAsked())
    try writer.commit()
    #expect(try reader.storeChangedSinceLastAsked())
    #expect(try !reader.storeChangedSinceLastAsked())
  }

  @Test func aChangeDuringASnapshotIsNoticedAfterIt() throws {
    _ = try reader.storeChangedSinceLastAsked()
    try reader.beginSnapshot()
    #expect(try !reader.storeChangedSinceLastAsked())
    try writer.run(Numbers.insert, [1])
    #expect(try !reader.storeChangedSinceLastAsked())
    try reader.endSnapshot()
    #expect(try reader.storeChangedSinceLastAsked())
  }

  @Test(arguments: ["INSERT INTO number (n) VALUES (1)", "DELETE FROM number", "DROP TABLE number"])
  func nothingCanBeChanged(text: String) throws {
    #expect(failure { try reader.run(SQLStatement(text)) }?.kind == .readOnly)
  }

  @Test func aReaderOutlivesTheWriter() throws {
    let store = try TemporaryStore.withNumbers()
    let reader = try store.driver.openReading()
    try store.driver.transaction { session in try session.run(Numbers.insert, [1]) }
    #expect(try Numbers.all(in: reader) == [1])
    try store.driver.transaction { session in try session.run(Numbers.insert, [2]) }
    #expect(try Numbers.all(in: reader) == [1, 2])
  }
}
