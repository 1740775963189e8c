import CSQLite
import CampaignStore

/// The one owner of a `sqlite3_stmt` pointer, and the row it stands on.
///
/// It keeps its connection alive, so statements are always finalized before the connection closes.
final class PreparedStatement: SQLColumns {
  private let connection: Connection
  private let pointer: OpaquePointer
  private let parameterCount: Int

  /// Between the first step and the reset; such a statement cannot be bound again.
  private(set) var isRunning = false

  /// `keep` tells SQLite that the statement will live long.
  init(_ text: String, on connection: Connection, keep: Bool) throws(StoreError) {
    var text = numberedParameters(text)
    var prepared: OpaquePointer?
    var isWhole = true
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          connection.pointer, bytes.baseAddress, Int32(bytes.count),
          keep ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &prepared, &tail)
        if let tail, let start = bytes.baseAddress {
          isWhole = bytes[(tail - start)...].allSatisfy { $0 <= 32 }
        }
        return code
      }
    }
    guard code == SQLITE_OK else {
      throw StoreError(.prepare, sqlite: code, on: connection.pointer)
    }
    guard let prepared, isWhole else {
      sqlite3_finalize(prepared)
      throw StoreError(.prepare, .misuse, detail: "not exactly one statement")
    }
    pointer = prepared
    self.connection = connection
    parameterCount = Int(sqlite3_bind_parameter_count(prepared))
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  // MARK: Running

  /// Binds all parameters. Texts and blobs are copied.
  func bind(_ values: [SQLValue]) throws(StoreError) {
    guard values.count == parameterCount else {
      throw StoreError(
        .bind, .misuse, detail: "\(values.count) values for \(parameterCount) parameters")
    }
    var index: Int32 = 1
    for value in values {
      let code = bind(value, at: index)
      guard code == SQLITE_OK else { throw StoreError(.bind, sqlite: code, on: connection.pointer) }
      index += 1
    }
  }

  /// Goes to the next row; false at the end. After a failure the caller resets as after an end.
  func step() throws(StoreError) -> Bool {
    isRunning = true
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw StoreError(.run, sqlite: code, on: connection.pointer) }
    return false
  }

  /// Lets go of locks and of the snapshot. A statement left before its end can fail here, as when
  /// an inserted row breaks a foreign key.
  func reset() throws(StoreError) {
    isRunning = false
    let code = sqlite3_reset(pointer)
    guard code == SQLITE_OK else { throw StoreError(.run, sqlite: code, on: connection.pointer) }
  }

  /// The first column of the first row as text.
  func firstText() throws(StoreError) -> String? {
    defer { _ = sqlite3_reset(pointer) }
    return try step() ? text(0) : nil
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(pointer, index)
    case .integer(let number): sqlite3_bind_int64(pointer, index, number)
    case .real(let number): sqlite3_bind_double(pointer, index, number)
    case .text(var text): bind(&text, at: index)
    case .blob(let bytes): bind(bytes, at: index)
    }
  }

  private func bind(_ text: inout String, at index: Int32) -> Int32 {
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        csqlite_bind_text_copy(pointer, index, bytes.baseAddress, UInt64(bytes.count))
      }
    }
  }

  private func bind(_ blob: [UInt8], at index: Int32) -> Int32 {
    // A blob without a pointer would be NULL.
    if blob.isEmpty { return sqlite3_bind_zeroblob(pointer, index, 0) }
    return blob.withUnsafeBytes { bytes in
      csqlite_bind_blob_copy(pointer, index, bytes.baseAddress, UInt64(bytes.count))
    }
  }

  // MARK: Columns of the current row

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64? {
    let number = sqlite3_column_int64(pointer, Int32(column))
    // NULL reads as 0, so only a 0 has to be looked at twice.
    return number == 0 && isNull(column) ? nil : number
  }

  func real(_ column: Int) -> Double? {
    let number = sqlite3_column_double(pointer, Int32(column))
    return number == 0 && isNull(column) ? nil : number
  }

  func text(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(pointer, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard let start = sqlite3_column_blob(pointer, Int32(column)) else {
      return isNull(column) ? nil : []
    }
    let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
