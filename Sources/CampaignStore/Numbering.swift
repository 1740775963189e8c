/// Numbers for new rows and receipts, from one counter: unique in the store, growing, with gaps
/// where a change was undone by its own failure.
package struct Numbering {
  private let session: any SQLSession

  package init(_ session: any SQLSession) {
    self.session = session
  }

  /// The first of `count` numbers that now belong to the caller.
  package func take(_ count: Int = 1) throws -> Int64 {
    let last = try session.first(advance, [.integer(Int64(count))]) { try $0.integer(0) }
    guard let last else { throw StoreError(.read, .corrupt, detail: "counter") }
    return last - Int64(count) + 1
  }
}

private let advance = SQLStatement(
  "UPDATE counter SET value = value + $1 WHERE name = 'number' RETURNING value")
