/// Where the signals of a message stand: for each signal the items that say it.
struct SignalMap {
  /// One word for each signal, in place: a message makes two maps and should not allocate four
  /// arrays for them. A signal more than fits stops the first test.
  private typealias Bits = InlineArray<24, UInt64>

  /// One bit per item (the first 64 of them) and signal; enough for the clauses that decide.
  private var bits: Bits
  /// The same without doubtful occurrences.
  private var sureBits: Bits

  init(_ occurrences: [Grammar.Occurrence], _ grammar: Grammar) {
    bits = Bits(repeating: 0)
    sureBits = Bits(repeating: 0)
    for occurrence in occurrences {
      guard let signal = grammar.concepts[Int(occurrence.concept)].signal, occurrence.last < 64
      else { continue }
      var mask: UInt64 = 0
      for index in occurrence.first...occurrence.last { mask |= 1 << UInt64(index) }
      bits[signal.rawValue] |= mask
      if !occurrence.lacksMarks { sureBits[signal.rawValue] |= mask }
    }
    clear(sureBits[Signal.notSignal.rawValue] | SignalMap.values(occurrences))
    // A negator without its marks is still heeded; anything else only as it is written.
    for signal in Signal.allCases where signal != .negator && signal != .questionEnd {
      bits[signal.rawValue] = sureBits[signal.rawValue]
    }
  }

  /// The first `count` items.
  static func below(_ count: Int) -> UInt64 {
    count >= 64 ? .max : count <= 0 ? 0 : (1 << UInt64(count)) - 1
  }

  /// What belongs to a value of two words or more ("không đồng ý") signals nothing.
  private static func values(_ occurrences: [Grammar.Occurrence]) -> UInt64 {
    var mask: UInt64 = 0
    for occurrence in occurrences
    where occurrence.value >= 0 && occurrence.count > 1 && occurrence.last < 64 {
      mask |= below(occurrence.last + 1) & ~below(occurrence.first)
    }
    return mask
  }

  private mutating func clear(_ covered: UInt64) {
    for signal in [
      Signal.negator, .questionEnd, .questionWord, .questionFrame, .hearsay, .past, .pastBefore,
      .pastEnd, .condition,
    ] {
      bits[signal.rawValue] &= ~covered
      sureBits[signal.rawValue] &= ~covered
    }
  }

  func has(_ signal: Signal, at index: Int) -> Bool {
    index >= 0 && index < 64 && bits[signal.rawValue] & 1 << UInt64(index) != 0
  }

  func hasSure(_ signal: Signal, at index: Int) -> Bool {
    index >= 0 && index < 64 && sureBits[signal.rawValue] & 1 << UInt64(index) != 0
  }

  func mask(_ signal: Signal) -> UInt64 { bits[signal.rawValue] }
}
