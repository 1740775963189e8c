import CSQLite
import CampaignStore

extension StoreError {
  /// An error from SQLite's extended result code.
  init(_ act: Act, sqlite code: Int32, detail: String? = nil) {
    self.init(act, Kind(sqlite: code), code: Int(code), detail: detail)
  }

  /// An error that `connection` has just reported. Its words are kept where they consist of names
  /// of the schema only.
  init(_ act: Act, sqlite code: Int32, on connection: OpaquePointer) {
    let speaksOfNamesOnly = act == .prepare || code & 0xff == SQLITE_CONSTRAINT
    let words = speaksOfNamesOnly ? sqlite3_errmsg(connection).map { String(cString: $0) } : nil
    self.init(act, sqlite: code, detail: words)
  }
}

extension StoreError.Kind {
  fileprivate init(sqlite code: Int32) {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
    case SQLITE_CONSTRAINT: self = .constraint(StoreError.Constraint(sqlite: code))
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notAStore
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .denied
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_IOERR: self = .inputOutput
    case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE: self = .misuse
    default: self = .other
    }
  }
}

extension StoreError.Constraint {
  // The codes are macros of macros, which Swift does not import: SQLITE_CONSTRAINT | n << 8.
  fileprivate init(sqlite code: Int32) {
    switch code >> 8 {
    case 8, 6, 10: self = .unique  // UNIQUE, PRIMARYKEY, ROWID
    case 3: self = .foreignKey
    case 5: self = .notNull
    case 1: self = .check
    default: self = .other
    }
  }
}
