import Testing
import Vietnamese

@testable import Understanding

@Suite struct SmallTableTests {
  private func table(_ keys: [UInt64]) -> SmallTable {
    var rows = KeyTable()
    for (row, key) in keys.enumerated() { rows.set(Int32(row), for: key) }
    return SmallTable(rows)
  }

  @Test(arguments: [0, 1, 16, 1_000])
  func findsEachAndNothingElse(count: Int) {
    let keys = (0..<UInt64(count)).map { mixed($0) }
    let table = table(keys)
    for (row, key) in keys.enumerated() { #expect(table[key] == Int32(row)) }
    for other in 5_000..<UInt64(6_000) { #expect(table[mixed(other)] == nil) }
  }

  /// What the first look tells is true, or it says that it cannot tell.
  @Test func aGuessIsNeverWrong() {
    let keys = (0..<UInt64(1_000)).map { mixed($0) }
    let table = table(keys)
    for number in 0..<UInt64(2_000) {
      let guess = table.firstGuess(of: mixed(number))
      #expect(guess == -2 || guess == table[mixed(number)] ?? -1)
    }
  }

  @Test func isTheSameOutOfItsSlots() {
    let keys = (0..<UInt64(100)).map { mixed($0) }
    let copy = SmallTable(slots: table(keys).slots)
    for (row, key) in keys.enumerated() { #expect(copy[key] == Int32(row)) }
  }
}
