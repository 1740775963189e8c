/// The current row of a query, read by column number from 0.
///
/// It cannot be copied and so cannot outlive the closure it is lent to. A column that does not
/// exist reads as NULL.
package struct SQLRow: ~Copyable {
  private let columns: any SQLColumns

  /// For drivers: lends the row on which `columns` stands.
  package init(_ columns: any SQLColumns) {
    self.columns = columns
  }

  package func isNull(_ column: Int) -> Bool { columns.isNull(column) }

  package func optionalInteger(_ column: Int) -> Int64? { columns.integer(column) }
  package func optionalInt(_ column: Int) -> Int? { columns.integer(column).map { Int($0) } }
  package func optionalReal(_ column: Int) -> Double? { columns.real(column) }
  package func optionalText(_ column: Int) -> String? { columns.text(column) }
  package func optionalBlob(_ column: Int) -> [UInt8]? { columns.blob(column) }

  /// Throws `StoreError` with kind `unexpectedNull` for NULL, as do all readers below.
  package func integer(_ column: Int) throws(StoreError) -> Int64 {
    try present(columns.integer(column), column)
  }

  package func int(_ column: Int) throws(StoreError) -> Int {
    Int(try integer(column))
  }

  /// False for 0, true for every other number.
  package func flag(_ column: Int) throws(StoreError) -> Bool {
    try integer(column) != 0
  }

  package func real(_ column: Int) throws(StoreError) -> Double {
    try present(columns.real(column), column)
  }

  package func text(_ column: Int) throws(StoreError) -> String {
    try present(columns.text(column), column)
  }

  package func blob(_ column: Int) throws(StoreError) -> [UInt8] {
    try present(columns.blob(column), column)
  }

  private func present<Value>(_ value: Value?, _ column: Int) throws(StoreError) -> Value {
    guard let value else { throw StoreError(.read, .unexpectedNull(column: column)) }
    return value
  }
}

/// What a driver shows of the row it stands on. Each reader gives `nil` for NULL.
package protocol SQLColumns: AnyObject {
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64?
  func real(_ column: Int) -> Double?
  func text(_ column: Int) -> String?
  func blob(_ column: Int) -> [UInt8]?
}
