import CampaignStore
import StoreOnSQLite

/// The one table most tests work on: numbers, none twice.
enum Numbers {
  static let create = SQLStatement("CREATE TABLE number (n BIGINT PRIMARY KEY)")
  static let insert = SQLStatement("INSERT INTO number (n) VALUES ($1)")
  static let select = SQLStatement("SELECT n FROM number ORDER BY n")

  static func all(in session: any SQLSession) throws -> [Int64] {
    try session.all(select) { row in try row.integer(0) }
  }

  /// A job that inserts `numbers` and returns how many there are then.
  static func inserting(_ numbers: Int64...) -> @Sendable (any SQLSession) throws -> Int {
    { session in
      for number in numbers { try session.run(insert, [.integer(number)]) }
      return try all(in: session).count
    }
  }
}

extension TemporaryStore {
  /// A store with the empty table `number`.
  static func withNumbers(patienceInMilliseconds: Int = 10_000) throws -> TemporaryStore {
    let store = TemporaryStore(patienceInMilliseconds: patienceInMilliseconds)
    try store.driver.transaction { session in try session.run(Numbers.create) }
    return store
  }

  /// What is committed.
  var numbers: [Int64] {
    get throws { try Numbers.all(in: driver.openReading()) }
  }
}
