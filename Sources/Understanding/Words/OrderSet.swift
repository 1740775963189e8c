/// A set of the orders that may be carried out unasked, one bit each.
struct OrderSet: Sendable {
  var bits: Int32 = 0

  func contains(_ number: Int) -> Bool { bits & 1 << Int32(number) != 0 }

  mutating func insert(_ number: Int) { bits |= 1 << Int32(number) }
}

/// Numbers the orders that may be carried out unasked, for sets of them.
struct OrderNumbers: Sendable {
  /// The sign of the bits stays free.
  private static let most = 31

  private var numbers: [Int?]

  init(_ catalogue: IntentCatalogue) {
    var count = 0
    numbers = Intent.allCases.map { intent in
      guard let facts = catalogue.facts[intent], facts.isOrder, !facts.alwaysAsks else {
        return nil
      }
      // More than fit would share the last bit.
      defer { count = min(count + 1, OrderNumbers.most - 1) }
      return count
    }
  }

  /// `nil` for a question, and for an order that always asks.
  func number(of intent: Intent) -> Int? { numbers[intent.lane] }
}
