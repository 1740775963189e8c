import CampaignStore
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test func itIsAppliedOnce() throws {
    let store = TemporaryStore()
    let session = try store.driver.openWriting()
    #expect(try schema.apply(to: session) == [1, 2, 3, 4, 5, 6, 7, 8])
    let before = try StoreContents(of: session)
    #expect(try schema.apply(to: session) == [])
    #expect(try schema.missing(in: session) == 0)
    #expect(try StoreContents(of: session) == before)
  }

  @Test func itUsesOnlyWhatBothDatabasesShare() throws {
    let store = TemporaryStore()
    let session = try store.driver.openWriting()
    try schema.apply(to: session)
    let types = try session.all(
      SQLStatement(
        """
        SELECT DISTINCT c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' ORDER BY 1
        """)
    ) { try $0.text(0) }
    #expect(Set(types).subtracting(["BIGINT", "SMALLINT", "TEXT"]).isEmpty)
  }
}
