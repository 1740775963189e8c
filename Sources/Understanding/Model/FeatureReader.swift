import Vietnamese

/// What the model sees of a message: words, neighbours, rules, values, and how it begins and ends.
enum FeatureReader {
  private static let mostTokens = 48
  /// What stands for all words that hardly any sentence has.
  static let unknownKey: UInt64 = 0x7fff_ffff_ffff_fe00

  private enum Kind: UInt64 {
    case word = 1
    case marked, pair, skip, rule, value, first, last, bias, length, opening
  }

  /// What a feature was read from, for explanations.
  private enum Label {
    case word(Int)
    case pair(Int, Int)
    case rule(Int16)
    case whole(StaticString)

    func words(_ grammar: Grammar) -> String {
      switch self {
      case .word(let index): "#\(index)"
      case .pair(let first, let second): "#\(first) #\(second)"
      case .rule(let concept): "<\(grammar.concepts[Int(concept)].name)>"
      case .whole(let what): "\(what)"
      }
    }
  }

  /// The key that a token is counted by: of the words that hardly any sentence has each stands for
  /// all.
  @inline(__always)
  static func key(of token: Token) -> UInt64 {
    token.flags.isDisjoint(with: [.frequent, .number]) ? unknownKey : token.key
  }

  static func features(of stream: Stream) -> [UInt64] {
    withFeatures(of: stream) { features in Array(features) }
  }

  /// The features for the time of a call; no memory is asked for.
  @inline(__always)
  static func withFeatures<Result>(
    of stream: Stream, _ body: (UnsafeBufferPointer<UInt64>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: most(of: stream)) { buffer in
      var count = 0
      visit(stream) { feature, _ in
        // Within the capacity, for the reason that `most(of:)` gives.
        buffer.initializeElement(at: count, to: feature)
        count &+= 1
      }
      return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// At most so many features has a message: of a token its word, its marks, a pair, another over one
  /// word, and that it begins a clause or all; of an occurrence its rule and its value; and of the
  /// whole that it is one, its last word and its length.
  private static func most(of stream: Stream) -> Int {
    5 * min(stream.tokens.count, mostTokens) + 2 * stream.occurrences.count + 3
  }

  /// Every feature with words for it, for explanations.
  static func described(
    _ stream: Stream, _ grammar: Grammar
  ) -> [(feature: UInt64, label: String)] {
    var described: [(feature: UInt64, label: String)] = []
    visit(stream) { feature, label in described.append((feature, label.words(grammar))) }
    return described
  }

  @inline(__always)
  private static func visit(_ stream: Stream, _ body: (UInt64, Label) -> Void) {
    body(feature(.bias, 0), .whole("bias"))
    visitWords(of: stream, body)
    visitRules(of: stream, body)
  }

  /// The words, their pairs, and what they are one word apart; long runs of free text tell nothing
  /// new.
  @inline(__always)
  private static func visitWords(of stream: Stream, _ body: (UInt64, Label) -> Void) {
    var count = 0
    var previous: (key: UInt64, index: Int) = (0, 0)
    var before: (key: UInt64, index: Int) = (0, 0)
    for index in stream.tokens.indices {
      if stream.isFiller(index) { continue }
      let token = stream.tokens[index]
      if count == mostTokens { break }
      let key = key(of: token)
      body(feature(.word, key), .word(index))
      if !token.isSymbol, !token.flags.contains(.unmarked) {
        body(feature(.marked, combined(key, UInt64(token.marks.bits))), .word(index))
      }
      if count == 0 {
        body(feature(.first, key), .word(index))
      } else {
        body(feature(.pair, combined(previous.key, key)), .pair(previous.index, index))
        if token.flags.contains(.startsClause) { body(feature(.opening, key), .word(index)) }
      }
      if count > 1 {
        body(feature(.skip, combined(before.key, key)), .pair(before.index, index))
      }
      before = previous
      previous = (key, index)
      count += 1
    }
    body(feature(.last, previous.key), .word(previous.index))
    let length = count < 5 ? count : count < 8 ? 5 : count < 13 ? 6 : 7
    body(feature(.length, UInt64(length)), .whole("length"))
  }

  @inline(__always)
  private static func visitRules(of stream: Stream, _ body: (UInt64, Label) -> Void) {
    var seen = ConceptSet()
    for occurrence in stream.occurrences where occurrence.first < mostTokens {
      let concept = UInt64(occurrence.concept)
      if seen.insert(occurrence.concept) {
        body(feature(.rule, concept), .rule(occurrence.concept))
      }
      if occurrence.value >= 0 {
        body(
          feature(.value, concept << 16 | UInt64(occurrence.value)), .rule(occurrence.concept))
      }
    }
  }

  @inline(__always)
  private static func feature(_ kind: Kind, _ key: UInt64) -> UInt64 {
    combined(kind.rawValue, key)
  }
}
