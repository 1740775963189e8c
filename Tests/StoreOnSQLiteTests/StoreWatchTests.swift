import CampaignStore
import Dispatch
import StoreOnSQLite
import Testing

@Suite struct StoreWatchTests {
  private let store = TemporaryStore()

  @Test func aProgramThatChangedTheStoreAndClosedItEndsTheWait() throws {
    try store.driver.transaction { try $0.run(SQLStatement("CREATE TABLE one (n BIGINT)")) }
    let watch = store.driver.watch()
    let reader = try store.driver.openReading()
    _ = try reader.storeChangedSinceLastAsked()
    try store.driver.transaction { try $0.run(SQLStatement("INSERT INTO one (n) VALUES (1)")) }
    #expect(milliseconds { watch.wait() } < 1000)
    // What ended the wait can be seen.
    #expect(try reader.storeChangedSinceLastAsked())
  }

  @Test func aRingEndsTheWaitUnderWayOrTheNext() {
    let watch = store.driver.watch()
    watch.ring()
    watch.ring()
    #expect(milliseconds { watch.wait() } < 1000)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { watch.ring() }
    #expect(milliseconds { watch.wait() } < 1000)
  }

  @Test func whereTheSystemHasNoWatchesItIsAskedAgainAndAgain() {
    let watch = SQLiteDriver(path: "/nowhere/at/all.db").watch()
    #expect(watch is PollingWatch)
    #expect(milliseconds { watch.wait() } < 1000)
  }

  private func milliseconds(_ body: () -> Void) -> Int {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Int((DispatchTime.now().uptimeNanoseconds - start) / 1_000_000)
  }
}
