import CampaignStore

/// The session that writes. At its end it moves the log into the database file.
final class SQLiteWritingSession: SQLiteSession, WritingSession {
  func begin() throws(StoreError) {
    try control(Control.beginWriting, .begin)
    forgetFailure()
  }

  func commit() throws(StoreError) {
    try refuseAfterFailure(.commit)
    try control(Control.commit, .commit)
  }

  func rollback() throws(StoreError) {
    forgetFailure()
    guard isInTransaction else { return }
    try control(Control.rollback, .rollback)
  }

  deinit {
    if isInTransaction { try? rollback() }
    // Waits for nobody: what readers hold back, the next opening moves.
    _ = try? connection.pragma("wal_checkpoint(PASSIVE)")
  }
}
