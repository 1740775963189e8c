import Testing
import Vietnamese

@testable import Understanding

@Suite struct FeatureTableTests {
  private func table(_ features: [UInt64]) -> FeatureTable {
    var rows = KeyTable()
    for (row, feature) in features.enumerated() { rows.set(Int32(row), for: feature) }
    return FeatureTable(rows)
  }

  @Test(arguments: [0, 1, 16, 1_000])
  func findsEachAndNothingElse(count: Int) {
    let features = (0..<UInt64(count)).map { mixed($0) }
    let table = table(features)
    for (row, feature) in features.enumerated() { #expect(table.row(of: feature) == Int32(row)) }
    for other in 5_000..<UInt64(6_000) { #expect(table.row(of: mixed(other)) == nil) }
  }

  /// What the first look tells is true, or it says that it cannot tell.
  @Test func aGuessIsNeverWrong() {
    let features = (0..<UInt64(1_000)).map { mixed($0) }
    let table = table(features)
    for number in 0..<UInt64(2_000) {
      let guess = table.firstGuess(of: mixed(number))
      #expect(guess == -2 || guess == table.row(of: mixed(number)) ?? -1)
    }
  }

  @Test func isTheSameOutOfItsSlots() {
    let features = (0..<UInt64(100)).map { mixed($0) }
    let copy = FeatureTable(slots: table(features).slots)
    for (row, feature) in features.enumerated() { #expect(copy.row(of: feature) == Int32(row)) }
  }
}
