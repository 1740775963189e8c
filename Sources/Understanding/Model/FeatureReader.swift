import Vietnamese

/// What the model sees of a message: words, neighbours, rules, values, and how it begins and ends.
struct FeatureReader: Sendable {
  private static let mostTokens = 48
  /// What stands for all words that hardly any sentence has.
  static let unknownKey: UInt64 = 0x7fff_ffff_ffff_fe00

  private enum Kind: UInt64 {
    case word = 1
    case marked, pair, skip, rule, value, first, last, bias, length, opening
  }

  /// The key that a token is counted by: of the words that hardly any sentence has each stands for
  /// all.
  @inline(__always)
  static func key(of token: Token) -> UInt64 {
    token.flags.isDisjoint(with: [.frequent, .number]) ? unknownKey : token.key
  }

  func features(of stream: Stream) -> [UInt64] {
    var sink = FeatureSink(isExplaining: false, capacity: FeatureReader.most(of: stream))
    read(stream, into: &sink)
    return sink.features
  }

  /// At most so many features has a message.
  private static func most(of stream: Stream) -> Int {
    5 * min(stream.tokens.count, mostTokens) + 2 * stream.occurrences.count + 4
  }

  /// Every feature with words for it, for explanations.
  func described(_ stream: Stream, _ grammar: Grammar) -> [(feature: UInt64, label: String)] {
    var sink = FeatureSink(isExplaining: true, capacity: FeatureReader.most(of: stream))
    read(stream, into: &sink)
    return zip(sink.features, sink.labels).map { feature, label in
      (feature, FeatureReader.words(label, stream, grammar))
    }
  }

  @inline(__always)
  private func read(_ stream: Stream, into sink: inout FeatureSink) {
    sink.add(FeatureReader.feature(.bias, 0), .other("bias"))
    appendWords(of: stream, to: &sink)
    appendRules(of: stream, to: &sink)
  }

  /// The words, their pairs, and what they are one word apart; long runs of free text tell nothing
  /// new.
  @inline(__always)
  private func appendWords(of stream: Stream, to sink: inout FeatureSink) {
    var count = 0
    var previous: (key: UInt64, index: Int) = (0, 0)
    var before: (key: UInt64, index: Int) = (0, 0)
    for index in stream.tokens.indices {
      if stream.isFiller(index) { continue }
      let token = stream.tokens[index]
      if count == FeatureReader.mostTokens { break }
      let key = FeatureReader.key(of: token)
      sink.add(FeatureReader.feature(.word, key), .word(index))
      if !token.isSymbol, !token.flags.contains(.unmarked) {
        sink.add(
          FeatureReader.feature(.marked, combined(key, UInt64(token.marks.bits))), .word(index))
      }
      if count == 0 {
        sink.add(FeatureReader.feature(.first, key), .word(index))
      } else {
        sink.add(
          FeatureReader.feature(.pair, combined(previous.key, key)), .pair(previous.index, index))
        if token.flags.contains(.startsClause) {
          sink.add(FeatureReader.feature(.opening, key), .word(index))
        }
      }
      if count > 1 {
        sink.add(
          FeatureReader.feature(.skip, combined(before.key, key)), .pair(before.index, index))
      }
      before = previous
      previous = (key, index)
      count += 1
    }
    sink.add(FeatureReader.feature(.last, previous.key), .word(previous.index))
    let length = count < 5 ? count : count < 8 ? 5 : count < 13 ? 6 : 7
    sink.add(FeatureReader.feature(.length, UInt64(length)), .other("length"))
  }

  @inline(__always)
  private func appendRules(of stream: Stream, to sink: inout FeatureSink) {
    var seen = ConceptSet()
    for occurrence in stream.occurrences where occurrence.first < FeatureReader.mostTokens {
      let concept = UInt64(occurrence.concept)
      if seen.insert(occurrence.concept) {
        sink.add(FeatureReader.feature(.rule, concept), .rule(occurrence.concept))
      }
      if occurrence.value >= 0 {
        sink.add(
          FeatureReader.feature(.value, concept << 16 | UInt64(occurrence.value)),
          .rule(occurrence.concept))
      }
    }
  }

  @inline(__always)
  private static func feature(_ kind: Kind, _ key: UInt64) -> UInt64 {
    combined(kind.rawValue, key)
  }

  private static func words(
    _ label: FeatureSink.Label, _ stream: Stream, _ grammar: Grammar
  ) -> String {
    switch label {
    case .word(let index): "#\(index)"
    case .pair(let first, let second): "#\(first) #\(second)"
    case .rule(let concept): "<\(grammar.concepts[Int(concept)].name)>"
    case .other(let text): text
    }
  }
}

/// Collects features, and labels only where somebody reads them.
private struct FeatureSink {
  enum Label {
    case word(Int)
    case pair(Int, Int)
    case rule(Int16)
    case other(String)
  }

  private(set) var features: [UInt64] = []
  private(set) var labels: [Label] = []
  private let isExplaining: Bool

  init(isExplaining: Bool, capacity: Int) {
    self.isExplaining = isExplaining
    features.reserveCapacity(capacity)
  }

  @inline(__always)
  mutating func add(_ feature: UInt64, _ label: @autoclosure () -> Label) {
    features.append(feature)
    if isExplaining { labels.append(label()) }
  }
}
