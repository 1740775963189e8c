import Vietnamese

/// A value found in a message: what it is and which items say it.
struct ValueSpan {
  enum Value {
    case honour([String])
    case campaign([String])
    case unit([Int64])
    case household([Int64])
    case person([Int64])
    /// A name that nobody of the lexicon has.
    case stranger
    case quantity(Quantity)
  }

  var value: Value
  /// Items, both included.
  var first: Int
  var last: Int
  /// A slip was mended or a mark was missing.
  var isDoubtful = false
  /// The part that is the name, without a title before it.
  var nameFirst: Int

  init(_ value: Value, _ first: Int, _ last: Int, isDoubtful: Bool = false, nameFirst: Int? = nil) {
    self.value = value
    self.first = first
    self.last = last
    self.isDoubtful = isDoubtful
    self.nameFirst = nameFirst ?? first
  }

  /// A name that nobody has.
  var isStranger: Bool { symbol == .stranger }

  var count: Int { last - first + 1 }

  var symbol: SlotSymbol {
    switch value {
    case .honour: .honour
    case .campaign: .campaign
    case .unit: .unit
    case .household: .household
    case .person: .person
    case .stranger: .stranger
    case .quantity(let quantity): quantity.symbol
    }
  }
}

extension Quantity {
  fileprivate var symbol: SlotSymbol {
    switch self {
    case .number: .number
    case .percent: .percent
    case .year: .year
    case .day, .span, .impossibleDate: .date
    case .timeOfDay, .moment: .time
    case .duration, .ahead, .lead, .ago: .duration
    }
  }
}
