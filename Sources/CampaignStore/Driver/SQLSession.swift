/// A conversation with the database: what the SQL of this room speaks to.
///
/// A session belongs to one thread at a time and is not `Sendable`; it ends with its last
/// reference. Every function throws `StoreError`, or what the closure it was given threw.
///
/// When a statement has failed inside a transaction, every further one is refused (kind `misuse`)
/// and so is the commit, until the transaction or a savepoint set before the failure is undone:
/// so it is in PostgreSQL. What may fail and be survived belongs into `withSavepoint`; better is a
/// statement that cannot fail, such as `INSERT … ON CONFLICT DO NOTHING`.
package protocol SQLSession: AnyObject {
  /// Runs a statement to its end, passing over any rows, and returns how many rows it inserted,
  /// changed or deleted (0 for anything but such a statement). There must be exactly as many
  /// `values` as the statement has parameters.
  @discardableResult
  func run(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int

  /// Lends each row to `row`, in order, at most `limit` of them, and then lets go of the query
  /// in every case. Inside `row` other statements may be run, the same one too.
  func query(
    _ statement: SQLStatement, _ values: [SQLValue], limit: Int,
    row: (borrowing SQLRow) throws -> Void) throws

  /// Whether a transaction is open. Some failures (disk full, I/O) end it on their own.
  var isInTransaction: Bool { get }

  /// Sets a mark in the open transaction; marks nest.
  func setSavepoint() throws(StoreError)

  /// Takes the innermost mark away and keeps what was done since.
  func releaseSavepoint() throws(StoreError)

  /// Takes the innermost mark away and undoes what was done since.
  func undoSavepoint() throws(StoreError)
}

extension SQLSession {
  @discardableResult
  package func run(_ statement: SQLStatement) throws(StoreError) -> Int {
    try run(statement, [])
  }

  package func query(
    _ statement: SQLStatement, _ values: [SQLValue] = [], row: (borrowing SQLRow) throws -> Void
  ) throws {
    try query(statement, values, limit: .max, row: row)
  }

  /// What `read` makes of the first row; `nil` if there is none.
  package func first<Value>(
    _ statement: SQLStatement, _ values: [SQLValue] = [],
    _ read: (borrowing SQLRow) throws -> Value
  ) throws -> Value? {
    var found: Value?
    try query(statement, values, limit: 1) { row in found = try read(row) }
    return found
  }

  /// What `read` makes of every row, in order.
  package func all<Value>(
    _ statement: SQLStatement, _ values: [SQLValue] = [],
    _ read: (borrowing SQLRow) throws -> Value
  ) throws -> [Value] {
    var found: [Value] = []
    try query(statement, values) { row in found.append(try read(row)) }
    return found
  }

  /// Runs `body` so that its failure undoes what it did and nothing before. Only inside a
  /// transaction.
  @discardableResult
  package func withSavepoint<Value>(_ body: () throws -> Value) throws -> Value {
    try setSavepoint()
    do {
      let value = try body()
      try releaseSavepoint()
      return value
    } catch {
      // A transaction that ended with the failure has taken its marks along.
      if isInTransaction { try undoSavepoint() }
      throw error
    }
  }
}
