import CampaignStore

/// A session that cannot write: the file is opened read-only.
final class SQLiteReadingSession: SQLiteSession, ReadingSession {
  private var lastVersion: Int64?

  func beginSnapshot() throws(StoreError) {
    try control(Control.beginReading, .begin)
    forgetFailure()
  }

  func endSnapshot() throws(StoreError) {
    guard isInTransaction else { return }
    try control(Control.commit, .commit)
  }

  func storeChangedSinceLastAsked() throws(StoreError) -> Bool {
    let version = try number(of: Self.dataVersion)
    defer { lastVersion = version }
    return version != lastVersion
  }

  private static let dataVersion = SQLStatement("PRAGMA data_version")
}
