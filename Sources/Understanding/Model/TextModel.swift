import Vietnamese

/// Finds the free text in a message: which run of tokens is what somebody wants to say, and which
/// are the command around it.
///
/// Every token speaks for being inside or outside, every gap for being a border; the run with the
/// highest sum wins, or none. Learned by `TextTrainer` from the sentences that mark their `{text: …}`.
struct TextModel: Sendable {
  static let sizeLog2: UInt64 = 19
  let weights: [Float]

  @inline(__always)
  static func place(of feature: UInt64) -> Int {
    Int(truncatingIfNeeded: spread(feature) &>> (64 - sizeLog2))
  }

  /// The tokens of the text for an intent; `nil` if nothing is one.
  func range(in view: TextView) -> Range<Int>? {
    let count = view.count
    guard count > 0 else { return nil }
    var best = view.sum(of: .none, at: 0, weights)
    var bestRange: Range<Int>?
    // The best beginning so far, with what lies before it taken off.
    var begin = -Float.infinity
    var beginIndex = 0
    var inside: Float = 0
    for index in 0..<count {
      let start = view.sum(of: .start, at: index, weights) - inside
      if start > begin {
        begin = start
        beginIndex = index
      }
      inside += view.sum(of: .inside, at: index, weights)
      let total = begin + inside + view.sum(of: .end, at: index + 1, weights)
      if total > best {
        best = total
        bestRange = beginIndex..<(index + 1)
      }
    }
    return bestRange
  }
}

/// What the text model sees of a message, for one intent.
struct TextView: Sendable {
  enum Place: UInt64 {
    case inside = 1
    case start
    /// At the token behind the text.
    case end
    /// There is no text.
    case none
  }

  /// What is seen of a token.
  private struct Word {
    let key: UInt64
    let kind: UInt8
    let sign: UInt8

    static let border = Word(key: 1, kind: 0, sign: 0)
  }

  private let lane: UInt64
  /// One for each token, with two for the borders on either side.
  private var words: [Word] = []
  let count: Int

  private static let pad = 2

  init(_ stream: Stream, lane: Int, slots: SlotSet) {
    self.lane = UInt64(lane)
    count = stream.tokens.count
    words.reserveCapacity(count + 2 * TextView.pad)
    for _ in 0..<TextView.pad { words.append(.border) }
    for index in stream.tokens.indices {
      let token = stream.tokens[index]
      let kind = stream.isFiller(index) ? TextView.filler : TextView.kind(of: token, slots)
      // A value that the intent has no slot for is a word of the text like any other.
      words.append(
        Word(
          key: token.isSymbol && kind == TextView.word
            ? FeatureReader.unknownKey : FeatureReader.key(of: token),
          kind: kind, sign: token.gap.sign == UInt8(ascii: " ") ? 0 : token.gap.sign))
    }
    for _ in 0..<TextView.pad { words.append(.border) }
  }

  private static let word: UInt8 = 1
  private static let filler: UInt8 = 2

  /// What kind of value fills a slot of the intent; all others are words.
  private static func kind(of token: Token, _ slots: SlotSet) -> UInt8 {
    guard let symbol = token.symbol else { return word }
    switch symbol {
    case .honour: return slots.contains(.honour) ? 3 : word
    case .person, .household, .stranger: return slots.contains(.subject) ? 4 : word
    case .unit: return slots.contains(.unit) || slots.contains(.subject) ? 5 : word
    case .campaign: return slots.contains(.campaign) ? 6 : word
    case .year: return slots.contains(.year) ? 7 : word
    case .date: return slots.contains(.date) || slots.contains(.time) ? 8 : word
    case .time: return slots.contains(.time) ? 9 : word
    case .duration: return slots.contains(.duration) ? 10 : word
    case .number: return slots.contains(.number) ? 11 : word
    case .percent: return slots.contains(.percent) ? 12 : word
    }
  }

  /// What speaks for a place, as places of weights.
  @inline(__always)
  func visitFeatures(of place: Place, at index: Int, _ body: (Int) -> Void) {
    let at = index + TextView.pad
    let kind = place.rawValue << 8
    func give(_ number: UInt64, _ key: UInt64, isShared: Bool = false) {
      let own = kind | number << 16 | (isShared ? 0xff : lane)
      body(TextModel.place(of: combined(own, key)))
    }
    switch place {
    case .inside:
      let (previous, key, next) = (words[at - 1].key, words[at].key, words[at + 1].key)
      give(1, key)
      give(2, combined(previous, key))
      give(3, combined(key, next))
      give(1, key, isShared: true)
      give(2, combined(previous, key), isShared: true)
      give(4, UInt64(words[at].kind))
      give(5, UInt64(words[at - 1].kind) << 8 | UInt64(words[at].kind))
    case .start, .end:
      let (before, previous) = (words[at - 2].key, words[at - 1].key)
      let (key, next) = (words[at].key, words[at + 1].key)
      let sign = UInt64(words[at].sign)
      give(1, previous)
      give(2, combined(before, previous))
      give(3, key)
      give(4, combined(previous, key))
      give(5, combined(key, next))
      give(6, sign)
      give(6, sign, isShared: true)
      give(7, UInt64(words[at - 1].kind) << 8 | UInt64(words[at].kind))
      give(1, previous, isShared: true)
      give(3, key, isShared: true)
    case .none:
      give(1, 0)
      give(2, UInt64(min(count, 12)))
    }
  }

  @inline(__always)
  func sum(of place: Place, at index: Int, _ weights: [Float]) -> Float {
    var sum: Float = 0
    visitFeatures(of: place, at: index) { sum += weights[$0] }
    return sum
  }
}

/// Learns a text model as an averaged perceptron over whole messages.
struct TextTrainer: Sendable {
  struct Example: Sendable {
    let view: TextView
    let range: Range<Int>?
  }

  private var examples: [Example] = []
  private static let rounds = 8

  mutating func add(_ more: [Example]) { examples += more }

  func trained() -> TextModel {
    let size = 1 << Int(TextModel.sizeLog2)
    var weights = [Float](repeating: 0, count: size)
    var totals = [Float](repeating: 0, count: size)
    var order = Array(examples.indices)
    var dice = Dice(seed: 42)
    var time: Float = 1
    for _ in 0..<TextTrainer.rounds {
      for index in order.indices.reversed() where index > 0 {
        order.swapAt(index, dice.roll(index + 1))
      }
      for index in order {
        let view = examples[index].view
        let range = examples[index].range
        let found = TextModel(weights: weights).range(in: view)
        if found != range {
          TextTrainer.move(range, view, by: 1, time, &weights, &totals)
          TextTrainer.move(found, view, by: -1, time, &weights, &totals)
        }
        time += 1
      }
    }
    for index in weights.indices { weights[index] -= totals[index] / time }
    return TextModel(weights: weights)
  }

  private static func move(
    _ range: Range<Int>?, _ view: TextView, by step: Float, _ time: Float,
    _ weights: inout [Float], _ totals: inout [Float]
  ) {
    func move(_ place: TextView.Place, _ index: Int) {
      view.visitFeatures(of: place, at: index) {
        weights[$0] += step
        totals[$0] += step * time
      }
    }
    guard let range else { return move(.none, 0) }
    move(.start, range.lowerBound)
    for index in range { move(.inside, index) }
    move(.end, range.upperBound)
  }
}
