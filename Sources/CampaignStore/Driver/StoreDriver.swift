/// A database behind this room: opens sessions on one store and knows nothing of campaigns.
///
/// A driver is a value that may be used from every thread; the sessions it opens may not.
package protocol StoreDriver: Sendable {
  /// Opens the store for writing and makes an empty one if there is none. Throws kinds `busy`,
  /// `notAStore`, `corrupt`, `denied`, … and never touches a file that is not a store.
  func openWriting() throws(StoreError) -> sending any WritingSession

  /// Opens an existing store for reading; kind `missing` if there is none.
  func openReading() throws(StoreError) -> sending any ReadingSession

  /// Sees what other programs do to the store from now on.
  func watch() -> any StoreWatch
}

extension StoreDriver {
  package func watch() -> any StoreWatch { PollingWatch() }

  /// Opens the store, runs `body` in one durable transaction and closes it again: for commands,
  /// which may run while a server has the same store open. Waits for the server's transaction,
  /// then throws kind `busy`. Until `body` returns all of the server's writes wait: read and check
  /// files before.
  @discardableResult
  package func transaction<Value>(_ body: (any SQLSession) throws -> Value) throws -> Value {
    try openWriting().transaction(body)
  }
}
