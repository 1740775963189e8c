import CSQLite
package import CampaignStore
import Glibc

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
    try makeFile()
    let connection = try connect(SQLITE_OPEN_READWRITE)
    try claim(connection)
    try connection.require("journal_mode", "WAL", answer: "wal")
    try connection.require("synchronous", "FULL", answer: "2")
    try connection.require("foreign_keys", "ON", answer: "1")
    return SQLiteWritingSession(connection)
  }

  package func openReading() throws(StoreError) -> sending any ReadingSession {
    guard access(path, F_OK) == 0 else { throw StoreError(.open, .missing, detail: path) }
    let connection = try connect(SQLITE_OPEN_READONLY)
    guard try isOurs(connection) else { throw StoreError(.open, .notAStore, detail: path) }
    return SQLiteReadingSession(connection)
  }

  private func connect(_ flags: Int32) throws(StoreError) -> Connection {
    let connection = try Connection(
      path: path, flags: flags, patience: LockWait(milliseconds: patience))
    // Sorting must not leave rows in files outside the store's folder.
    try connection.pragma("temp_store = MEMORY")
    return connection
  }

  private func isOurs(_ connection: Connection) throws(StoreError) -> Bool {
    try connection.pragmaNumber("application_id") == storeMark
  }

  /// Marks an empty database as ours and refuses any other that is not.
  private func claim(_ connection: Connection) throws(StoreError) {
    guard sqlite3_db_readonly(connection.pointer, "main") == 0 else {
      throw StoreError(.open, .readOnly, detail: path)
    }
    if try isOurs(connection) { return }
    guard try connection.pragmaNumber("application_id") == 0,
      try connection.pragmaNumber("schema_version") == 0
    else { throw StoreError(.open, .notAStore, detail: path) }
    try connection.pragma("application_id = \(storeMark)")
  }

  /// SQLite would make the file readable for everyone; its log and index take over its mode.
  private func makeFile() throws(StoreError) {
    guard access(path, F_OK) != 0 else { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    // Not `open`: to close a descriptor of the file would drop this process's locks on it.
    if mknod(path, S_IFREG | 0o600, 0) != 0 && errno != EEXIST { throw denied(path) }
  }

  private func makeFolder(_ folder: String) throws(StoreError) {
    if mkdir(folder, 0o700) != 0 && errno != EEXIST { throw denied(folder) }
  }

  private func denied(_ path: String) -> StoreError {
    let code = Int(errno)
    return StoreError(.open, errno == ENOSPC ? .full : .denied, code: code, detail: path)
  }
}

/// SQLite's `application_id` of our files: "ThiD".
private let storeMark = 0x5468_6944
