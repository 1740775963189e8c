import Testing

@testable import Understanding

@Suite struct OrderSetTests {
  @Test func ordersThatAlwaysAskHaveNoNumber() throws {
    let numbers = OrderNumbers(try IntentCatalogue(directory: TestWorld.folder))
    #expect(numbers.number(of: .registrationCreate) != nil)
    #expect(numbers.number(of: .registrationWithdraw) == nil)
    #expect(numbers.number(of: .campaignDeadlines) == nil)
  }

  /// Two orders with one number would lend each other their words.
  @Test func noTwoShareANumber() throws {
    let numbers = OrderNumbers(try IntentCatalogue(directory: TestWorld.folder))
    let given = Intent.allCases.compactMap { numbers.number(of: $0) }
    #expect(Set(given).count == given.count)
  }

  @Test func holdsWhatWasPutIn() {
    var orders = OrderSet()
    orders.insert(0)
    orders.insert(30)
    #expect((0..<31).filter { orders.contains($0) } == [0, 30])
    #expect(orders.bits >= 0)
  }
}
