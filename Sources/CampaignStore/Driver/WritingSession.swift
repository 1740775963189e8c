/// A session that may change the store, one transaction at a time.
///
/// It is opened with durable commits: when `commit` returns, the transaction survives `kill -9`
/// and loss of power. The server has one, in its `StoreWriter`; commands of the command line open
/// their own for a moment, in another process, so `begin` may have to wait.
package protocol WritingSession: SQLSession {
  /// Opens a transaction as the only writer of the database. Waits for another process's
  /// transaction and throws kind `busy` when that takes too long.
  func begin() throws(StoreError)

  /// Makes the transaction durable. If it throws, the transaction may still be open: call
  /// `rollback`.
  func commit() throws(StoreError)

  /// Undoes the open transaction; without one it does nothing.
  func rollback() throws(StoreError)
}

extension WritingSession {
  /// Runs `body` in one transaction, which is committed when it returns and undone when it throws.
  @discardableResult
  package func transaction<Value>(_ body: (any SQLSession) throws -> Value) throws -> Value {
    try begin()
    do {
      let value = try body(self)
      try commit()
      return value
    } catch {
      // The cause matters more than a rollback that fails after it; the session's end undoes too.
      try? rollback()
      throw error
    }
  }
}
