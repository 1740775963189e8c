import CampaignStore
import StoreOnSQLite
import Synchronization

/// A real store whose transactions are written down, and whose next commit can be made to fail.
final class ObservedDriver: StoreDriver {
  private let driver: SQLiteDriver
  fileprivate let log = Mutex<[String]>([])
  fileprivate let commitFailure = Mutex<StoreError?>(nil)

  init(_ driver: SQLiteDriver) { self.driver = driver }

  var acts: [String] { log.withLock { $0 } }

  func forgetAll() { log.withLock { $0 = [] } }

  /// Takes away the acts of what was done to prepare a test.
  func forgetFirst(_ acts: [String]) {
    log.withLock { log in
      precondition(log.starts(with: acts))
      log.removeFirst(acts.count)
    }
  }

  func failNextCommit(with error: StoreError) { commitFailure.withLock { $0 = error } }

  func openWriting() throws(StoreError) -> sending any WritingSession {
    ObservedSession(try driver.openWriting(), self)
  }

  func openReading() throws(StoreError) -> sending any ReadingSession {
    try driver.openReading()
  }
}

private final class ObservedSession: WritingSession {
  private let session: any WritingSession
  private let observer: ObservedDriver

  init(_ session: any WritingSession, _ observer: ObservedDriver) {
    self.session = session
    self.observer = observer
  }

  var isInTransaction: Bool { session.isInTransaction }

  func run(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int {
    try session.run(statement, values)
  }

  func query(
    _ statement: SQLStatement, _ values: [SQLValue], limit: Int,
    row: (borrowing SQLRow) throws -> Void
  ) throws {
    try session.query(statement, values, limit: limit, row: row)
  }

  func begin() throws(StoreError) {
    note("begin")
    try session.begin()
  }

  func commit() throws(StoreError) {
    note("commit")
    if let failure = observer.commitFailure.withLock({ $0.take() }) { throw failure }
    try session.commit()
  }

  func rollback() throws(StoreError) {
    note("rollback")
    try session.rollback()
  }

  func setSavepoint() throws(StoreError) {
    note("set")
    try session.setSavepoint()
  }

  func releaseSavepoint() throws(StoreError) {
    note("release")
    try session.releaseSavepoint()
  }

  func undoSavepoint() throws(StoreError) {
    note("undo")
    try session.undoSavepoint()
  }

  private func note(_ act: String) { observer.log.withLock { $0.append(act) } }
}
