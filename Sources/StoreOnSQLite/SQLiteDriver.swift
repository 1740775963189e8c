import CSQLite
package import CampaignStore

/// A store in one SQLite file, with its log (`-wal`) and its index (`-shm`) beside it.
///
/// Every commit is on disk before `commit` returns (WAL, synchronous=FULL). The file must lie on a
/// local disk: network file systems break SQLite's locks.
package struct SQLiteDriver: StoreDriver {
  package let path: String

  /// How long a session waits for the lock of another process.
  private let patience: Int

  package init(path: String, patienceInMilliseconds: Int = 10_000) {
    self.path = path
    patience = patienceInMilliseconds
  }

  /// Makes the folder (for its owner only, 0700) and the file (0600) if they are not there.
  package func openWriting() throws(StoreError) -> sending any WritingSession {
    try StoreFile(path).makeIfMissing()
    let connection = try connect(SQLITE_OPEN_READWRITE, patience: patience)
    try patiently { () throws(StoreError) in
      try claim(connection)
      try connection.require("journal_mode", "WAL", answer: "wal")
    }
    try connection.require("synchronous", "FULL", answer: "2")
    try connection.require("foreign_keys", "ON", answer: "1")
    // After a burst the log is cut back to this many bytes when it is next begun anew.
    try connection.pragma("journal_size_limit = 67108864")
    return SQLiteWritingSession(connection)
  }

  package func openReading() throws(StoreError) -> sending any ReadingSession {
    guard StoreFile(path).exists else { throw StoreError(.open, .missing, detail: path) }
    // A loop that reads cannot wait long for anything; only to open is waited for in full.
    let connection = try connect(SQLITE_OPEN_READONLY, patience: min(patience, 250))
    try patiently { () throws(StoreError) in try recognize(connection) }
    return SQLiteReadingSession(connection)
  }

  package func watch() -> any StoreWatch {
    FolderWatch(folder: StoreFile(path).folder ?? ".") ?? PollingWatch()
  }

  private func connect(_ flags: Int32, patience: Int) throws(StoreError) -> Connection {
    let connection = try Connection(
      path: path, flags: flags, patience: LockWait(milliseconds: patience))
    // Sorting must not leave rows in files outside the store's folder.
    try connection.pragma("temp_store = MEMORY")
    // At most 16 MB of pages, taken as they are needed.
    try connection.pragma("cache_size = -16000")
    return connection
  }

  /// Repeats `act` while the store is busy. Where two make a new store at once, SQLite answers
  /// busy without waiting.
  private func patiently(_ act: () throws(StoreError) -> Void) throws(StoreError) {
    let wait = LockWait(milliseconds: patience)
    var failures: Int32 = 0
    while true {
      do { return try act() } catch {
        failures += 1
        guard error.kind == .busy, wait.wait(after: failures) else { throw error }
      }
    }
  }

  private func recognize(_ connection: Connection) throws(StoreError) {
    let isEmpty = try isEmpty(connection)
    guard try !isOurs(connection) else { return }
    throw StoreError(.open, isEmpty ? .missing : .notAStore, detail: path)
  }

  /// Marks an empty database as ours and refuses any other that is not.
  private func claim(_ connection: Connection) throws(StoreError) {
    guard sqlite3_db_readonly(connection.pointer, "main") == 0 else {
      throw StoreError(.open, .readOnly, detail: path)
    }
    // In this order: what another process fills in between has got its mark before.
    let isEmpty = try isEmpty(connection)
    if try isOurs(connection) { return }
    guard isEmpty else { throw StoreError(.open, .notAStore, detail: path) }
    try connection.pragma("application_id = \(storeMark)")
  }

  /// Whether no program has put anything into the file.
  private func isEmpty(_ connection: Connection) throws(StoreError) -> Bool {
    guard try connection.pragmaNumber("schema_version") == 0 else { return false }
    return try connection.pragmaNumber("application_id") == 0
  }

  private func isOurs(_ connection: Connection) throws(StoreError) -> Bool {
    try connection.pragmaNumber("application_id") == storeMark
  }
}

/// SQLite's `application_id` of our files: "ThiD".
private let storeMark = 0x5468_6944
