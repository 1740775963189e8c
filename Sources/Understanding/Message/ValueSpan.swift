import Vietnamese

/// A value found in a message: what it is and which tokens say it.
///
/// Names are still places in the tables that have them, so that the candidates of a message are
/// plain values; `SlotFiller` looks up those that stand.
struct ValueSpan {
  enum Value {
    /// Honours of the catalogue.
    case honour(PayloadList)
    /// An entry of the lexicon's names: campaigns, units, also honours.
    case name(SlotSymbol, PayloadList)
    case person(PeopleIndex.Group)
    /// Households are known by the people they are named after.
    case household(PeopleIndex.Group?)
    /// A name that nobody of the lexicon has.
    case stranger
    case quantity(Quantity)
    /// In sentences of the catalogue, where only the kind is written.
    case placeholder(SlotSymbol)
  }

  var value: Value
  /// Tokens, both included.
  var first: Int
  var last: Int
  /// A slip was mended or a mark was missing.
  var isDoubtful = false
  /// The part that is the name, without a title before it: what a person's group was found by.
  var nameFirst: Int

  init(_ value: Value, _ first: Int, _ last: Int, isDoubtful: Bool = false, nameFirst: Int? = nil) {
    self.value = value
    self.first = first
    self.last = last
    self.isDoubtful = isDoubtful
    self.nameFirst = nameFirst ?? first
  }

  /// A name that nobody has.
  var isStranger: Bool { if case .stranger = value { true } else { false } }

  var count: Int { last - first + 1 }

  /// Whether it is a known unit that began before a token and has it.
  func isUnit(around index: Int) -> Bool { symbol == .unit && first < index && index <= last }

  var symbol: SlotSymbol {
    switch value {
    case .honour: .honour
    case .name(let symbol, _): symbol
    case .household: .household
    case .person: .person
    case .stranger: .stranger
    case .quantity(let quantity): quantity.symbol
    case .placeholder(let symbol): symbol
    }
  }
}

/// What a few phrases of a trie stand for: enough for all meanings that could be offered as a choice.
struct PayloadList {
  private var ranges = InlineArray<4, Range<Int32>>(repeating: 0..<0)
  private var count = 0

  mutating func removeAll() { count = 0 }

  mutating func append(_ range: Range<Int>) {
    guard count < 4 else { return }
    ranges[count] =
      Int32(
        truncatingIfNeeded: range.lowerBound)..<Int32(
        truncatingIfNeeded: range.upperBound)
    count += 1
  }

  /// Places of payloads in the trie.
  func visit(_ body: (Int) -> Void) {
    for index in 0..<count {
      for payload in ranges[index] { body(Int(payload)) }
    }
  }

  var first: Int { Int(ranges[0].lowerBound) }
}

extension Quantity {
  fileprivate var symbol: SlotSymbol {
    switch self {
    case .number: .number
    case .percent: .percent
    case .year: .year
    case .timeOfDay, .moment, .impossible(.noSuchTime), .impossible(.twoTimes): .time
    case .day, .span, .impossible: .date
    case .duration, .ahead, .lead, .ago: .duration
    }
  }
}
