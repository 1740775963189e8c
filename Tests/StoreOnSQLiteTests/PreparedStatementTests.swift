import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct PreparedStatementTests {
  let store = TemporaryStore()
  let session: any WritingSession

  init() throws { session = try store.driver.openWriting() }

  // MARK: Values

  @Test(arguments: [
    SQLValue.null,
    .integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min),
    .real(0), .real(-0.5), .real(1e300),
    .text(""), .text("a\0b"), .text("Nguyễn Thị Ánh"), .text("Nguye\u{302}\u{303}n"), .text("🏅 đ"),
    .blob([]), .blob([0]), .blob([255, 0, 1]),
  ])
  func aValueComesBackAsItWentIn(value: SQLValue) throws {
    #expect(try roundTrip(value) == value)
  }

  @Test func largeValuesComeBackAsTheyWentIn() throws {
    for value in [
      SQLValue.text(String(repeating: "Đặng ", count: 200_000)),
      .blob([UInt8](repeating: 255, count: 1_000_000)),
    ] {
      let isEqual = try roundTrip(value) == value
      #expect(isEqual)
    }
  }

  @Test func everyColumnIsReadByItsNumber() throws {
    try session.query(SQLStatement("SELECT 1, 'hai', 3.5, NULL, x'0405', 0")) { row in
      let numbers = [try row.int(0), try row.int(5)]
      #expect(numbers == [1, 0])
      let text = try row.text(1)
      #expect(text == "hai")
      let real = try row.real(2)
      #expect(real == 3.5)
      let blob = try row.blob(4)
      #expect(blob == [4, 5])
      let flags = [try row.flag(0), try row.flag(5)]
      #expect(flags == [true, false])
      let nulls = (0...6).filter { row.isNull($0) }
      #expect(nulls == [3, 6])
    }
  }

  @Test func nullWhereAValueIsNeededIsAnError() throws {
    let error = #expect(throws: StoreError.self) {
      try session.first(SQLStatement("SELECT 'a', NULL")) { row in try row.text(1) }
    }
    #expect(error == StoreError(.read, .unexpectedNull(column: 1)))
  }

  // MARK: Texts

  @Test(arguments: [[], ["a"], ["a", "b", "c"]] as [[SQLValue]])
  func aWrongNumberOfValuesIsAFault(values: [SQLValue]) throws {
    #expect(failure { try session.run(SQLStatement("SELECT $1, $2"), values) }?.kind == .misuse)
  }

  @Test(arguments: [
    "", "-- nothing", "SELEC 1", "SELECT 1; SELECT 2", "SELECT n FROM nowhere",
    // Text in double quotes is a name, as in PostgreSQL.
    "SELECT \"text\"",
  ])
  func whatIsNoStatementIsAFault(text: String) throws {
    let error = failure { try session.run(SQLStatement(text)) }
    #expect(error?.act == .prepare)
    #expect(error?.kind == .misuse)
  }

  @Test func aStatementSurvivesAChangeOfTheSchema() throws {
    try session.run(Numbers.create)
    try session.run(Numbers.insert, [1])
    let whole = SQLStatement("SELECT * FROM number")
    #expect(try session.first(whole) { row in row.isNull(1) } == true)
    let other = try store.driver.openWriting()
    try other.run(SQLStatement("ALTER TABLE number ADD COLUMN note TEXT DEFAULT 'mới'"))
    #expect(try session.first(whole) { row in try row.text(1) } == "mới")
  }

  private func roundTrip(_ value: SQLValue) throws -> SQLValue? {
    try session.run(SQLStatement("CREATE TABLE IF NOT EXISTS kept (value BLOB)"))
    try session.run(SQLStatement("DELETE FROM kept"))
    try session.run(SQLStatement("INSERT INTO kept (value) VALUES ($1)"), [value])
    return try session.first(SQLStatement("SELECT value FROM kept")) { row -> SQLValue in
      switch value {
      case .null: row.isNull(0) ? .null : "not null"
      case .integer: SQLValue(row.optionalInteger(0))
      case .real: SQLValue(row.optionalReal(0))
      case .text: SQLValue(row.optionalText(0))
      case .blob: .blob(try row.blob(0))
      }
    }
  }
}
