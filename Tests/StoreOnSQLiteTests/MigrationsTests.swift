import CampaignStore
import StoreOnSQLite
import Synchronization
import Testing

@Suite struct MigrationsTests {
  let store = TemporaryStore()

  @Test(arguments: 0...3)
  func aStoreIsBroughtUpFromWhereverItStands(done: Int) throws {
    let session = try store.driver.openWriting()
    try migrations(done).apply(to: session)
    #expect(try migrations(3).missing(in: session) == 3 - done)
    #expect(try migrations(3).apply(to: session) == Array(1...3).suffix(3 - done))
    #expect(try migrations(3).apply(to: session) == [])
    #expect(try migrations(3).missing(in: try store.driver.openReading()) == 0)
    #expect(try session.first(SQLStatement("SELECT count(*) FROM one")) { try $0.int(0) } == 1)
  }

  @Test func aNewerStoreIsRefusedAndLeftAlone() throws {
    let session = try store.driver.openWriting()
    try migrations(3).apply(to: session)
    let error = failure { try migrations(2).apply(to: session) }
    #expect(error == StoreError(.migrate, .newerThanProgram(store: 3, program: 2)))
    #expect(try migrations(3).missing(in: session) == 0)
  }

  @Test func anEditedStepIsRefused() throws {
    let session = try store.driver.openWriting()
    try migrations(2).apply(to: session)
    let edited = Migrations([steps[0], Migration(2, ["SELECT 2"]), steps[2]])
    let error = failure { try edited.apply(to: session) }
    #expect(error == StoreError(.migrate, .migrationDiffers(number: 2)))
    #expect(try migrations(3).missing(in: session) == 1)
  }

  @Test func aStepThatFailsLeavesTheStepsBeforeIt() throws {
    let session = try store.driver.openWriting()
    let broken = Migrations([
      steps[0], Migration(2, [steps[1].statements[0], "INSERT INTO nowhere VALUES (1)"]),
    ])
    #expect(failure { try broken.apply(to: session) }?.kind == .misuse)
    #expect(try migrations(3).apply(to: session) == [2, 3])
  }

  @Test func aStoreNeverMigratedLacksEverything() throws {
    let session = try store.driver.openWriting()
    #expect(failure { _ = try migrations(3).missing(in: session) }?.kind == .misuse)
  }

  @Test func ofManyAtOnceOneAppliesEachStep() throws {
    let applied = Mutex<[Int]>([])
    let failures = Failures()
    let store = store
    concurrently(6) { _ in
      failures.note {
        let done = try migrations(3).apply(to: store.driver.openWriting())
        applied.withLock { $0 += done }
      }
    }
    #expect(failures.all == [])
    #expect(applied.withLock { $0.sorted() } == [1, 2, 3])
  }
}

private let steps = [
  Migration(1, ["CREATE TABLE one (n BIGINT)", "CREATE INDEX one_n ON one (n)"]),
  Migration(2, ["ALTER TABLE one ADD COLUMN note TEXT", "INSERT INTO one (n) VALUES (2)"]),
  Migration(3, ["CREATE TABLE three (n BIGINT)"]),
]

/// The program that knows the first `count` steps.
private func migrations(_ count: Int) -> Migrations {
  Migrations(Array(steps.prefix(count)))
}
