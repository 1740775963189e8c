import CSQLite
import CampaignStore

/// What writing and reading sessions share: a connection and its prepared statements.
class SQLiteSession: SQLSession {
  let connection: Connection

  /// By the slot of their statement.
  private var prepared: [PreparedStatement?] = []

  init(_ connection: Connection) {
    self.connection = connection
  }

  final var isInTransaction: Bool { sqlite3_get_autocommit(connection.pointer) == 0 }

  final func run(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int {
    try refuseAfterFailure()
    return try notingFailure { () throws(StoreError) in try execute(statement, values) }
  }

  final func query(
    _ statement: SQLStatement, _ values: [SQLValue], limit: Int,
    row: (borrowing SQLRow) throws -> Void
  ) throws {
    try refuseAfterFailure()
    let prepared = try notingFailure { () throws(StoreError) in try bound(statement, values) }
    let current = SQLRow(prepared)
    var count = 0
    do {
      while count < limit,
        try notingFailure({ () throws(StoreError) in try prepared.step() })
      {
        try row(current)
        count += 1
      }
    } catch {
      // Without the reset the snapshot would stay and the log could not be emptied.
      try? prepared.reset()
      throw error
    }
    try notingFailure { () throws(StoreError) in try prepared.reset() }
  }

  final func setSavepoint() throws(StoreError) {
    try refuseAfterFailure(.savepoint)
    try control(Control.savepoint, .savepoint)
  }

  final func releaseSavepoint() throws(StoreError) {
    try refuseAfterFailure(.savepoint)
    try control(Control.release, .savepoint)
  }

  final func undoSavepoint() throws(StoreError) {
    try control(Control.undo, .rollback)
    try control(Control.release, .savepoint)
    hasFailed = false
  }

  /// Runs a statement that steers transactions; its failure is told as `act`.
  final func control(_ statement: SQLStatement, _ act: StoreError.Act) throws(StoreError) {
    do {
      _ = try execute(statement, [])
    } catch {
      throw StoreError(act, error.kind, code: error.code, detail: error.detail)
    }
  }

  // MARK: A failed statement

  /// Whether a statement failed in the open transaction and was not undone to a savepoint.
  ///
  /// SQLite would go on and commit the rest; PostgreSQL would not. A rule must not differ between
  /// the two, so the stricter way holds for both.
  private var hasFailed = false

  final func refuseAfterFailure(_ act: StoreError.Act = .run) throws(StoreError) {
    guard hasFailed else { return }
    if isInTransaction {
      throw StoreError(act, .misuse, detail: "a statement before failed and was not undone")
    }
    hasFailed = false
  }

  /// For the begin and the end of a transaction.
  final func forgetFailure() { hasFailed = false }

  private func notingFailure<Value>(
    _ act: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    do { return try act() } catch {
      hasFailed = true
      throw error
    }
  }

  // MARK: Prepared statements

  private func execute(
    _ statement: SQLStatement, _ values: [SQLValue]
  ) throws(StoreError) -> Int {
    let prepared = try bound(statement, values)
    let before = sqlite3_total_changes64(connection.pointer)
    do {
      while try prepared.step() {}
    } catch {
      try? prepared.reset()
      throw error
    }
    try prepared.reset()
    // The total tells whether anything changed; it also counts what foreign keys did in passing.
    guard sqlite3_total_changes64(connection.pointer) != before else { return 0 }
    return Int(sqlite3_changes64(connection.pointer))
  }

  private func bound(
    _ statement: SQLStatement, _ values: [SQLValue]
  ) throws(StoreError) -> PreparedStatement {
    let prepared = try idle(statement)
    try prepared.bind(values)
    return prepared
  }

  /// The number in the first column of the first row; 0 if there is none.
  final func number(of statement: SQLStatement) throws(StoreError) -> Int64 {
    let prepared = try idle(statement)
    defer { try? prepared.reset() }
    return try prepared.step() ? prepared.integer(0) ?? 0 : 0
  }

  /// The prepared form of `statement`; a new one if the kept one is in the middle of its rows.
  private func idle(_ statement: SQLStatement) throws(StoreError) -> PreparedStatement {
    guard let slot = statement.slot else {
      return try PreparedStatement(statement.text, on: connection, keep: false)
    }
    if slot < prepared.count, let kept = prepared[slot] {
      if !kept.isRunning { return kept }
      return try PreparedStatement(statement.text, on: connection, keep: false)
    }
    let fresh = try PreparedStatement(statement.text, on: connection, keep: true)
    if slot >= prepared.count {
      prepared += repeatElement(nil, count: slot + 1 - prepared.count)
    }
    prepared[slot] = fresh
    return fresh
  }
}

/// The statements that steer transactions. Marks have one name: the innermost of that name counts.
enum Control {
  static let beginWriting = SQLStatement("BEGIN IMMEDIATE")
  static let beginReading = SQLStatement("BEGIN")
  static let commit = SQLStatement("COMMIT")
  static let rollback = SQLStatement("ROLLBACK")
  static let savepoint = SQLStatement("SAVEPOINT mark")
  static let release = SQLStatement("RELEASE mark")
  static let undo = SQLStatement("ROLLBACK TO mark")
}
