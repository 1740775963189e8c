import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct ParameterNamesTests {
  let store = TemporaryStore()
  let session: any WritingSession

  init() throws { session = try store.driver.openWriting() }

  @Test(arguments: [
    ("SELECT $2 || $1", "ba"),
    ("SELECT $1 || $1 || $2", "aab"),
    ("SELECT '$1' || $1 || $2", "$1ab"),
    ("SELECT 'it''s $2' || $1 || $2", "it's $2ab"),
    ("SELECT $2 -- $3\n || $1", "ba"),
    ("SELECT $2 /* $3 'x */ || $1", "ba"),
    ("SELECT $2 || \"$3\" || $1 FROM (SELECT '-' AS \"$3\")", "b-a"),
    ("SELECT $1 || '/*' || $2 || '*/'", "a/*b*/"),
  ])
  func parametersGoByTheirNumber(text: String, expected: String) throws {
    let found = try session.first(SQLStatement(text), ["a", "b"]) { row in try row.text(0) }
    #expect(found == expected)
  }

  @Test func moreThanNineParameters() throws {
    let values = (1...12).map { SQLValue($0) }
    let text = "SELECT $12, $1, $10 WHERE 1 < $2+$3+$4+$5+$6+$7+$8+$9+$11"
    let found = try session.first(SQLStatement(text), values) { row in
      [try row.int(0), try row.int(1), try row.int(2)]
    }
    #expect(found == [12, 1, 10])
  }
}
