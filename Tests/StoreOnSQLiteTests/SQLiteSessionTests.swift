import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct SQLiteSessionTests {
  let store = TemporaryStore()
  let session: any WritingSession

  init() throws { session = try store.driver.openWriting() }

  // MARK: Statements

  @Test func runCountsTheRowsItChanged() throws {
    try session.run(Numbers.create)
    try session.run(
      SQLStatement("CREATE TABLE child (n BIGINT REFERENCES number (n) ON DELETE CASCADE)"))
    let counts = try [
      "INSERT INTO number (n) VALUES (1), (2), (3)",
      "INSERT INTO child (n) VALUES (3), (3)",
      "UPDATE number SET n = n + 10 WHERE n < 3",
      "UPDATE number SET n = 0 WHERE n = 99",
      "INSERT INTO number (n) VALUES (11) ON CONFLICT DO NOTHING",
      "SELECT n FROM number",
      "CREATE TABLE other (n BIGINT)",
      // What goes with the row is not counted.
      "DELETE FROM number WHERE n = 3",
    ].map { try session.run(SQLStatement($0)) }
    #expect(counts == [3, 2, 2, 0, 0, 0, 0, 1])
  }

  @Test func theSameStatementMayRunInsideItsOwnRows() throws {
    let count = SQLStatement(
      "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < $1) SELECT n FROM c"
    )
    var pairs: [[Int]] = []
    try session.query(count, [3]) { outer in
      let outer = try outer.int(0)
      try session.query(count, [2]) { inner in pairs.append([outer, try inner.int(0)]) }
    }
    #expect(pairs == [[1, 1], [1, 2], [2, 1], [2, 2], [3, 1], [3, 2]])
  }

  @Test(arguments: [(0, []), (1, [1]), (2, [1, 2]), (9, [1, 2, 3])] as [(Int, [Int64])])
  func aQueryGivesAtMostSoManyRows(limit: Int, expected: [Int64]) throws {
    try fillNumbers(1, 2, 3)
    var found: [Int64] = []
    try session.query(Numbers.select, [], limit: limit) { row in found.append(try row.integer(0)) }
    #expect(found == expected)
  }

  @Test func firstOfNoRowsIsNil() throws {
    try session.run(Numbers.create)
    #expect(try session.first(Numbers.select) { row in try row.integer(0) } == nil)
  }

  @Test func aReturningStatementIsKeptWhenOnlyItsFirstRowIsRead() throws {
    try session.run(Numbers.create)
    let inserted = try session.first(
      SQLStatement("INSERT INTO number (n) VALUES ($1), ($2) RETURNING n"), [4, 5]
    ) { row in try row.integer(0) }
    #expect(inserted == 4)
    #expect(try Numbers.all(in: session) == [4, 5])
  }

  // MARK: Broken rules

  @Test(arguments: [
    ("INSERT INTO person (id, name, age) VALUES (1, 'An', 1)", StoreError.Constraint.unique),
    ("INSERT INTO person (id, name, age) VALUES (2, 'Ánh', 1)", .unique),
    ("INSERT INTO person (id, name, age) VALUES (2, NULL, 1)", .notNull),
    ("INSERT INTO person (id, name, age) VALUES (2, 'An', -1)", .check),
    ("INSERT INTO post (person) VALUES (77)", .foreignKey),
    ("INSERT INTO post (person) VALUES (77) RETURNING person", .foreignKey),
    ("DELETE FROM person", .foreignKey),
  ])
  func aBrokenRuleIsToldByItsKind(text: String, constraint: StoreError.Constraint) throws {
    for text in [
      "CREATE TABLE person (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INT CHECK (age > 0))",
      "CREATE TABLE post (person BIGINT NOT NULL REFERENCES person (id))",
      "INSERT INTO person (id, name, age) VALUES (1, 'Ánh', 30)",
      "INSERT INTO post (person) VALUES (1)",
    ] { try session.run(SQLStatement(text)) }
    let run = failure { try session.run(SQLStatement(text)) }
    #expect(run?.kind == .constraint(constraint))
    #expect(run?.act == .run)
    // A reader of the first row learns of it too, though the row comes before the rule is checked.
    let first = failure { _ = try session.first(SQLStatement(text)) { row in row.isNull(0) } }
    #expect(first?.kind == .constraint(constraint))
  }

  @Test func anErrorNamesTheColumnAndNeverTheValue() throws {
    try session.run(SQLStatement("CREATE TABLE person (name TEXT UNIQUE)"))
    let insert = SQLStatement("INSERT INTO person (name) VALUES ($1)")
    try session.run(insert, ["Nguyễn Thị Ánh"])
    let error = try #require(failure { try session.run(insert, ["Nguyễn Thị Ánh"]) })
    #expect("\(error)".contains("person.name"))
    #expect(!"\(error)".contains("Ánh"))
  }

  @Test func afterAFailureTheStatementWorksAgain() throws {
    try fillNumbers(1)
    #expect(failure { try session.run(Numbers.insert, [1]) } != nil)
    try session.run(Numbers.insert, [2])
    struct Enough: Error {}
    #expect(throws: Enough.self) { try session.query(Numbers.select) { _ in throw Enough() } }
    #expect(try Numbers.all(in: session) == [1, 2])
  }

  @Test func afterAFailureATransactionTakesNothingMore() throws {
    try fillNumbers(1)
    let insert = { [session] (number: SQLValue) in
      failure { try session.run(Numbers.insert, [number]) }?.kind
    }
    try session.begin()
    #expect(insert(2) == nil)
    #expect(insert(1) == .constraint(.unique))
    #expect(insert(3) == .misuse)
    #expect(failure { _ = try Numbers.all(in: session) }?.kind == .misuse)
    #expect(failure { try session.setSavepoint() }?.kind == .misuse)
    #expect(failure { try session.commit() } != nil)
    try session.rollback()
    #expect(insert(4) == nil)
    #expect(try Numbers.all(in: session) == [1, 4])
  }

  // MARK: Savepoints

  @Test func aSavepointUndoesItselfAndNothingBefore() throws {
    try session.run(Numbers.create)
    try session.transaction { session in
      try session.run(Numbers.insert, [1])
      _ = failure {
        try session.withSavepoint {
          try session.run(Numbers.insert, [2])
          try session.run(Numbers.insert, [1])
        }
      }
      try session.withSavepoint {
        try session.run(Numbers.insert, [3])
        _ = failure {
          try session.withSavepoint {
            try session.run(Numbers.insert, [4])
            throw StoreError(.run, .other)
          }
        }
        try session.run(Numbers.insert, [5])
      }
    }
    #expect(try Numbers.all(in: session) == [1, 3, 5])
  }

  // MARK: The subset shared with PostgreSQL

  @Test(arguments: [
    "INSERT INTO t (a, b) VALUES (1, 'x') ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING b",
    "INSERT INTO t (a, b) VALUES (1, 'x') ON CONFLICT DO NOTHING RETURNING a",
    "UPDATE t SET b = u.b FROM (SELECT 1 AS a, 'y' AS b) AS u WHERE t.a = u.a RETURNING t.b",
    "DELETE FROM t WHERE a IN (SELECT a FROM t ORDER BY a LIMIT 1) RETURNING *",
    "SELECT a, row_number() OVER (PARTITION BY b ORDER BY a) FROM t WHERE (a, b) > (0, 'a')",
    "SELECT count(*) FILTER (WHERE b IS NOT DISTINCT FROM NULL) FROM t",
    "SELECT b FROM t ORDER BY b DESC NULLS LAST",
    "SELECT CAST('{\"k\": 5}' ->> 'k' AS BIGINT)",
    "CREATE UNIQUE INDEX t_open ON t (b) WHERE a > 3",
    "ALTER TABLE t ADD COLUMN d JSONB",
  ])
  func theSharedSubsetIsUnderstood(text: String) throws {
    try session.run(SQLStatement("CREATE TABLE t (a BIGINT PRIMARY KEY, b TEXT, c SMALLINT)"))
    #expect(failure { try session.run(SQLStatement(text)) } == nil)
  }

  private func fillNumbers(_ numbers: Int64...) throws {
    try session.run(Numbers.create)
    for number in numbers { try session.run(Numbers.insert, [.integer(number)]) }
  }
}
