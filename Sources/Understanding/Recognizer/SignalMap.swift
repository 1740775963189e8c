/// Where the signals of a message stand: for each signal the items that say it.
struct SignalMap {
  /// One word for each signal, in place: a message makes two maps and should not allocate four
  /// arrays for them. A signal more than fits stops the first test.
  private typealias Bits = InlineArray<16, UInt64>

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
      if !occurrence.isDoubtful { sureBits[signal.rawValue] |= mask }
    }
    let covered = sureBits[Signal.notSignal.rawValue]
    for signal in [Signal.negator, .questionEnd, .questionWord, .hearsay, .past, .condition] {
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
