import Vietnamese

/// What the model sees of a message: words, neighbours, rules, values, and how it begins and ends.
struct FeatureReader {
  private static let mostItems = 48
  /// What stands for all words that no sentence has.
  private static let unknownKey: UInt64 = 0x7fff_ffff_ffff_fe00

  private enum Kind: UInt64 {
    case word = 1
    case marked, pair, skip, rule, value, rulePair, first, second, last, bias, askedRule, askedValue
  }

  /// Words that some sentence has.
  let knownWords: KeyTable

  func features(of stream: Stream) -> [UInt64] {
    sink(of: stream, isExplaining: false).features
  }

  /// Every feature with words for it, for explanations.
  func described(_ stream: Stream, _ grammar: Grammar) -> [(feature: UInt64, label: String)] {
    let sink = sink(of: stream, isExplaining: true)
    return zip(sink.features, sink.labels).map { feature, label in
      (feature, FeatureReader.words(label, stream, grammar))
    }
  }

  private func sink(of stream: Stream, isExplaining: Bool) -> FeatureSink {
    var sink = FeatureSink(isExplaining: isExplaining)
    sink.add(FeatureReader.feature(.bias, 0), .other("bias"))
    let sequence = appendWords(of: stream, to: &sink)
    appendRules(of: stream, isAsking: stream.isAsking, to: &sink)
    appendValues(of: stream, isAsking: stream.isAsking, to: &sink)
    appendPlaces(sequence, to: &sink)
    return sink
  }

  /// The keys of what is not filler; long runs of free text tell nothing new.
  private func appendWords(
    of stream: Stream, to sink: inout FeatureSink
  ) -> [(key: UInt64, index: Int)] {
    var sequence: [(key: UInt64, index: Int)] = []
    sequence.reserveCapacity(FeatureReader.mostItems)
    for (index, item) in stream.items.enumerated() where !item.flags.contains(.filler) {
      if sequence.count == FeatureReader.mostItems { break }
      sink.add(FeatureReader.feature(.word, item.key), .word(index))
      if !item.isSymbol, !item.flags.contains(.unmarked) {
        sink.add(
          FeatureReader.feature(.marked, combined(item.key, UInt64(item.marks.bits))), .word(index))
      }
      let isKnown = item.isSymbol || knownWords[item.key] != nil
      let key = isKnown ? item.key : FeatureReader.unknownKey
      if !isKnown { sink.add(FeatureReader.feature(.word, key), .other("?")) }
      if let previous = sequence.last {
        sink.add(
          FeatureReader.feature(.pair, combined(previous.key, key)), .pair(previous.index, index))
      }
      if sequence.count > 1 {
        let other = sequence[sequence.count - 2]
        sink.add(FeatureReader.feature(.skip, combined(other.key, key)), .pair(other.index, index))
      }
      sequence.append((key, index))
    }
    return sequence
  }

  /// What is asked about and what is not: "chị Hoa đăng ký LĐTT" registers, "… chưa" asks.
  private func appendValues(of stream: Stream, isAsking: Bool, to sink: inout FeatureSink) {
    for (index, item) in stream.items.enumerated() where item.isSymbol {
      sink.add(
        FeatureReader.feature(.askedValue, item.key << 1 | (isAsking ? 1 : 0)), .word(index))
    }
  }

  private func appendRules(of stream: Stream, isAsking: Bool, to sink: inout FeatureSink) {
    var previous: Grammar.Occurrence?
    var seen = ConceptSet()
    for occurrence in stream.occurrences where occurrence.first < FeatureReader.mostItems {
      let concept = UInt64(occurrence.concept)
      if seen.insert(occurrence.concept) {
        sink.add(FeatureReader.feature(.rule, concept), .rule(occurrence.concept))
        sink.add(
          FeatureReader.feature(.askedRule, concept << 1 | (isAsking ? 1 : 0)),
          .rule(occurrence.concept))
      }
      if occurrence.value >= 0 {
        sink.add(
          FeatureReader.feature(.value, concept << 16 | UInt64(occurrence.value)),
          .rule(occurrence.concept))
      }
      if let previous, previous.last < occurrence.first {
        sink.add(
          FeatureReader.feature(.rulePair, combined(UInt64(previous.concept), concept)),
          .rules(previous.concept, occurrence.concept))
      }
      previous = occurrence
    }
  }

  private func appendPlaces(
    _ sequence: [(key: UInt64, index: Int)], to sink: inout FeatureSink
  ) {
    if let first = sequence.first {
      sink.add(FeatureReader.feature(.first, first.key), .word(first.index))
    }
    if sequence.count > 1 {
      sink.add(
        FeatureReader.feature(.second, combined(sequence[0].key, sequence[1].key)),
        .pair(sequence[0].index, sequence[1].index))
    }
    if let last = sequence.last {
      sink.add(FeatureReader.feature(.last, last.key), .word(last.index))
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
    case .rules(let first, let second):
      "<\(grammar.concepts[Int(first)].name)> <\(grammar.concepts[Int(second)].name)>"
    case .other(let text): text
    }
  }
}

/// Collects features, and labels only where somebody reads them.
private struct FeatureSink {
  enum Label {
    case word(Int)
    case pair(Int, Int)
    case rule(Int32)
    case rules(Int32, Int32)
    case other(String)
  }

  private(set) var features: [UInt64] = []
  private(set) var labels: [Label] = []
  private let isExplaining: Bool

  init(isExplaining: Bool) {
    self.isExplaining = isExplaining
    features.reserveCapacity(128)
  }

  @inline(__always)
  mutating func add(_ feature: UInt64, _ label: @autoclosure () -> Label) {
    features.append(feature)
    if isExplaining { labels.append(label()) }
  }
}
