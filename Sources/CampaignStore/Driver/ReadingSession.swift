/// A session that cannot change anything: one for each event loop, on the loop's own thread.
///
/// It sees what is committed. Outside a snapshot every query sees the newest commit; inside one
/// all queries see the same.
package protocol ReadingSession: SQLSession {
  /// Holds the state that the first query from now on sees, until `endSnapshot`. Costs well under
  /// a microsecond; saves each query of a loop turn its own locking. Must not be held between
  /// turns: a held snapshot keeps the log of changes from being emptied.
  func beginSnapshot() throws(StoreError)

  /// Without a snapshot it does nothing.
  func endSnapshot() throws(StoreError)

  /// Whether anything was committed by another session since this was last asked; true the first
  /// time. May be true without need, never false when something changed. Costs what a query by
  /// key does. Inside a snapshot it speaks of what the snapshot shows, so that a loop turn asks
  /// it first and then reads the very state the answer is about.
  func storeChangedSinceLastAsked() throws(StoreError) -> Bool
}

extension ReadingSession {
  /// Runs `body` over one state of the store. Inside a snapshot it joins it.
  package func withSnapshot<Value>(_ body: (any SQLSession) throws -> Value) throws -> Value {
    if isInTransaction { return try body(self) }
    try beginSnapshot()
    do {
      let value = try body(self)
      try endSnapshot()
      return value
    } catch {
      try? endSnapshot()
      throw error
    }
  }
}
