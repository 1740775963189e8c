import Testing
import Vietnamese

@Suite struct KeyTableTests {
  @Test func keepsTheLastValueOfEachKey() {
    var table = KeyTable(capacity: 1)
    for key: UInt64 in 0..<5_000 { table.set(Int32(key), for: mixed(key)) }
    for key: UInt64 in stride(from: 0, to: 5_000, by: 3) { table.set(7, for: mixed(key)) }
    #expect(table.count == 5_000)
    for key: UInt64 in 0..<5_000 {
      #expect(table[mixed(key)] == (key % 3 == 0 ? 7 : Int32(key)))
    }
    #expect(table[mixed(5_001)] == nil)
  }

  @Test func visitsEveryEntryOnce() {
    var table = KeyTable()
    for key: UInt64 in 1...100 { table.set(Int32(key * 2), for: key) }
    var seen: [UInt64: Int32] = [:]
    table.visitEntries { seen[$0] = $1 }
    #expect(seen.count == 100)
    #expect(seen.allSatisfy { Int32($0 * 2) == $1 })
  }

  @Test func theOrderOfAPairCounts() {
    #expect(combined(1, 2) != combined(2, 1))
    #expect(combined(1, 2) == combined(1, 2))
  }
}
