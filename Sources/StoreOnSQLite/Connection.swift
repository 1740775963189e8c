import CSQLite
import CampaignStore
import Glibc

/// The one owner of a `sqlite3` pointer: opens it, sets it up, closes it.
///
/// Opened without SQLite's own mutex, so it and its statements belong to one thread at a time.
final class Connection {
  let path: String
  let pointer: OpaquePointer
  private let waiting: LockWait

  /// `flags` as `sqlite3_open_v2` wants them.
  init(path: String, flags: Int32, patience: LockWait) throws(StoreError) {
    _ = libraryIsSetUp
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    // SQLite gives a connection even when it fails, to ask for the reason.
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw StoreError(.open, sqlite: code, detail: path)
    }
    self.path = path
    pointer = opened
    waiting = patience
    patience.install(on: opened)
    // Text in double quotes is then always a name, as in PostgreSQL, and never a slip that works.
    set(SQLITE_DBCONFIG_DQS_DML, 0)
    set(SQLITE_DBCONFIG_DQS_DDL, 0)
    // SQL, even a wrong one, cannot damage the file.
    set(SQLITE_DBCONFIG_DEFENSIVE, 1)
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
  }

  deinit {
    sqlite3_close_v2(pointer)
  }

  /// Runs a PRAGMA and returns its answer, nil if it gives none.
  @discardableResult
  func pragma(_ text: String) throws(StoreError) -> String? {
    do {
      return try PreparedStatement("PRAGMA \(text)", on: self, keep: false).firstText()
    } catch {
      throw StoreError(.open, error.kind, code: error.code, detail: path)
    }
  }

  func pragmaNumber(_ name: String) throws(StoreError) -> Int {
    try pragma(name).flatMap { Int($0) } ?? 0
  }

  /// Sets a PRAGMA and makes sure that it holds: SQLite passes over what it cannot do.
  func require(_ name: String, _ value: String, answer: String) throws(StoreError) {
    try pragma("\(name) = \(value)")
    let held = try pragma(name)
    guard held == answer else {
      throw StoreError(.open, .other, detail: "\(name) is \(held ?? "unknown"), not \(answer)")
    }
  }

  private func set(_ option: Int32, _ value: Int32) {
    _ = csqlite_db_config(pointer, option, value)
  }
}

/// Done once, before the first connection. Saves a reader a quarter of its time while another
/// thread writes.
private let libraryIsSetUp = csqlite_forget_memory_statistics() == SQLITE_OK
