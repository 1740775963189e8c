/// Where the signals of a message stand: for each signal the items that say it.
struct SignalMap {
  /// One word for each signal, in place: a message makes two maps and should not allocate four
  /// arrays for them. A signal more than fits stops the first test.
  private typealias Bits = InlineArray<20, UInt64>

  /// One bit per item (the first 64 of them) and signal; enough for the clauses that decide.
  private var bits: Bits
  /// The same without single words that lack their marks among marked ones.
  private var sureBits: Bits

  init(_ occurrences: [Grammar.Occurrence], _ grammar: Grammar) {
    bits = Bits(repeating: 0)
    sureBits = Bits(repeating: 0)
    var values: UInt64 = 0
    for occurrence in occurrences where occurrence.last < 64 {
      let mask = SignalMap.below(occurrence.last + 1) & ~SignalMap.below(occurrence.first)
      // What belongs to a value of two words or more ("không đồng ý") signals nothing.
      if occurrence.value >= 0, occurrence.count > 1 { values |= mask }
      guard let signal = grammar.concepts[Int(occurrence.concept)].signal else { continue }
      bits[signal.rawValue] |= mask
      if !occurrence.lacksMarks { sureBits[signal.rawValue] |= mask }
    }
    clear(sureBits[Signal.notSignal.rawValue] | values)
  }

  /// The first `count` items.
  static func below(_ count: Int) -> UInt64 {
    count >= 64 ? .max : count <= 0 ? 0 : (1 << UInt64(count)) - 1
  }

  private mutating func clear(_ covered: UInt64) {
    if covered == 0 { return }
    for signal in Signal.allCases where signal.yieldsToCompounds {
      bits[signal.rawValue] &= ~covered
      sureBits[signal.rawValue] &= ~covered
    }
  }

  func has(_ signal: Signal, at index: Int) -> Bool {
    index >= 0 && index < 64 && mask(signal) & 1 << UInt64(index) != 0
  }

  func hasSure(_ signal: Signal, at index: Int) -> Bool {
    index >= 0 && index < 64 && sureBits[signal.rawValue] & 1 << UInt64(index) != 0
  }

  /// A negator without its marks is still heeded; anything else only as it is written.
  func mask(_ signal: Signal) -> UInt64 {
    signal == .negator || signal == .questionEnd ? bits[signal.rawValue] : sureBits[signal.rawValue]
  }
}

extension Signal {
  /// Its words inside of a longer compound or value are no signal.
  fileprivate var yieldsToCompounds: Bool {
    switch self {
    case .negator, .questionEnd, .questionWord, .questionFrame, .hearsay, .past, .pastBefore,
      .pastEnd, .condition:
      true
    default: false
    }
  }
}
