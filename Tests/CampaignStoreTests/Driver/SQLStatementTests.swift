import CampaignStore
import Testing

@Suite struct SQLStatementTests {
  @Test func equalTextsShareASlot() {
    let one = SQLStatement("SELECT 'equalTextsShareASlot'")
    let other = SQLStatement("SELECT 'equalTextsShareASlot'")
    #expect(one.slot != nil)
    #expect(one.slot == other.slot)
  }

  @Test func differentTextsHaveDifferentSlots() {
    let slots = (0..<100).map { SQLStatement("SELECT \($0), 'differentSlots'").slot }
    #expect(Set(slots).count == 100)
  }

  @Test func aTextForOneUseTakesNoSlot() {
    #expect(SQLStatement(once: "CREATE TABLE t (n BIGINT)").slot == nil)
  }

  @Test func aListHasOneStatementForEachLength() {
    let statements = SQLStatement.list(upTo: 3, firstParameter: 2) { "n = $1 AND id IN (\($0))" }
    #expect(
      statements.map(\.text) == [
        "n = $1 AND id IN ($2)", "n = $1 AND id IN ($2, $3)", "n = $1 AND id IN ($2, $3, $4)",
      ])
  }
}
