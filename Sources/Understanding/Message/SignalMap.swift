import Vietnamese

/// Where the signals of a message stand: for each signal the tokens that say it, one bit per token.
struct SignalMap {
  /// One word for each signal, in place. A signal more than fits stops the first test.
  private typealias Bits = InlineArray<48, UInt64>

  /// Without single words that lack their marks among marked ones.
  private var bits = Bits(repeating: 0)
  /// Negators and endings of questions also count without their marks: they stop an order.
  private var looseNegators: UInt64 = 0
  private var looseQuestionEnds: UInt64 = 0
  /// What belongs to a longer value.
  private var covered: UInt64 = 0

  /// The first `count` tokens.
  @inline(__always)
  static func below(_ count: Int) -> UInt64 {
    count >= 64 ? .max : count <= 0 ? 0 : 1 &<< UInt64(truncatingIfNeeded: count) &- 1
  }

  /// The tokens of a range.
  @inline(__always)
  static func mask(_ range: Range<Int>) -> UInt64 {
    below(range.upperBound) & ~below(range.lowerBound)
  }

  /// All tokens that are no part of a text.
  @inline(__always)
  static func outside(_ text: Range<Int>?) -> UInt64 { text.map { ~mask($0) } ?? .max }

  // MARK: While it is filled

  @inline(__always)
  mutating func add(_ signal: Int8, _ mask: UInt64, isSure: Bool) {
    guard signal >= 0 else { return }
    if isSure {
      bits[Int(signal)] |= mask
    } else if Int(signal) == Signal.negator.rawValue {
      looseNegators |= mask
    } else if Int(signal) == Signal.questionEnd.rawValue {
      looseQuestionEnds |= mask
    }
  }

  @inline(__always)
  mutating func cover(_ mask: UInt64) { covered |= mask }

  /// Words of longer compounds and values, in which other signals do not count.
  var hidden: UInt64 { covered | bits[Signal.notSignal.rawValue] }

  /// Whether a signal with these words is none: it shares a word with a compound, and does not hold all
  /// of the compound and more, as "nghe báo cáo" does.
  func hides(_ mask: UInt64) -> Bool {
    let compounds = bits[Signal.notSignal.rawValue]
    let shared = mask & compounds
    if shared == 0 { return mask & ~covered == 0 }
    let isCut = (shared &<< 1 | shared &>> 1) & compounds & ~mask != 0
    return isCut || mask & ~compounds == 0 || mask & ~covered == 0
  }

  mutating func removeYielding() {
    keepYielding(.zero)
    looseNegators = 0
    looseQuestionEnds = 0
  }

  /// Takes away the words of signals that stand inside of longer compounds and values.
  mutating func settle() {
    let hidden = hidden
    if hidden == 0 { return }
    keepYielding(~hidden)
    looseNegators &= ~hidden
    looseQuestionEnds &= ~hidden
  }

  /// Keeps of the yielding signals only these tokens.
  private mutating func keepYielding(_ mask: UInt64) {
    var rest = Signal.yielding
    while rest != 0 {
      bits[rest.trailingZeroBitCount] &= mask
      rest &= rest &- 1
    }
  }

  // MARK: Afterwards

  @inline(__always)
  func has(_ signal: Signal, at index: Int) -> Bool {
    index >= 0 && index < 64 && mask(signal) & 1 &<< UInt64(truncatingIfNeeded: index) != 0
  }

  /// A negator without its marks is still heeded; anything else only as it is written.
  @inline(__always)
  func mask(_ signal: Signal) -> UInt64 {
    switch signal {
    case .negator: bits[signal.rawValue] | looseNegators
    case .questionEnd: bits[signal.rawValue] | looseQuestionEnds
    default: bits[signal.rawValue]
    }
  }
}
