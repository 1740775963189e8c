import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct SQLiteSessionTests {
  let store = TemporaryStore()

  @Test(arguments: [
    SQLValue.null,
    .integer(0), .integer(1), .integer(-1), .integer(.max), .integer(.min),
    .real(0), .real(-0.5), .real(1e300),
    .text(""), .text("Nguyễn Thị Ánh"), .text("Nguye\u{302}\u{303}n"), .text("🏅 đ"),
    .blob([]), .blob([0]), .blob([255, 0, 1]),
  ])
  func aValueComesBackAsItWentIn(value: SQLValue) throws {
    let session = try store.driver.openWriting()
    try session.run(SQLStatement("CREATE TABLE kept (value BLOB)"))
    try session.run(SQLStatement("INSERT INTO kept (value) VALUES ($1)"), [value])
    let kept = try session.all(SQLStatement("SELECT value FROM kept")) { row -> SQLValue in
      switch value {
      case .null: row.isNull(0) ? .null : "not null"
      case .integer: SQLValue(row.optionalInteger(0))
      case .real: SQLValue(row.optionalReal(0))
      case .text: SQLValue(row.optionalText(0))
      case .blob: .blob(try row.blob(0))
      }
    }
    #expect(kept == [value])
  }
}
