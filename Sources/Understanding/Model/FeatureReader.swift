import Vietnamese

/// What the model sees of a message: words, neighbours, rules, values, and how it begins and ends.
struct FeatureReader {
  private static let mostFeatures = 220
  private static let mostItems = 48

  private enum Kind: UInt64 {
    case word = 1
    case marked, pair, skip, rule, value, rulePair, first, second, last, bias
  }

  /// What stands for all words that no sentence has.
  private static let unknownKey: UInt64 = 0x7fff_ffff_ffff_fe00

  let vocabulary: Vocabulary

  func features(of stream: Stream) -> [UInt64] {
    var features: [UInt64] = []
    features.reserveCapacity(96)
    features.append(FeatureReader.feature(.bias, 0))
    let sequence = appendWords(of: stream, to: &features)
    appendRules(of: stream, to: &features)
    appendPlaces(sequence, to: &features)
    return FeatureReader.unique(features)
  }

  /// The keys of what is not filler; long runs of free text tell nothing new.
  private func appendWords(of stream: Stream, to features: inout [UInt64]) -> [UInt64] {
    var sequence: [UInt64] = []
    sequence.reserveCapacity(FeatureReader.mostItems)
    for item in stream.items where !item.flags.contains(.filler) {
      if sequence.count == FeatureReader.mostItems { break }
      features.append(FeatureReader.feature(.word, item.key))
      if !item.isSymbol, !item.flags.contains(.unmarked) {
        features.append(FeatureReader.feature(.marked, combined(item.key, UInt64(item.marks.bits))))
      }
      let key = item.isSymbol || vocabulary.knows(item.key) ? item.key : FeatureReader.unknownKey
      if key == FeatureReader.unknownKey { features.append(FeatureReader.feature(.word, key)) }
      if let previous = sequence.last {
        features.append(FeatureReader.feature(.pair, combined(previous, key)))
      }
      if sequence.count > 1 {
        features.append(
          FeatureReader.feature(.skip, combined(sequence[sequence.count - 2], key)))
      }
      sequence.append(key)
    }
    return sequence
  }

  private func appendRules(of stream: Stream, to features: inout [UInt64]) {
    var previous: (concept: UInt64, last: Int)?
    for occurrence in stream.occurrences where occurrence.first < FeatureReader.mostItems {
      let concept = UInt64(occurrence.concept)
      features.append(FeatureReader.feature(.rule, concept))
      if occurrence.value >= 0 {
        features.append(FeatureReader.feature(.value, concept << 16 | UInt64(occurrence.value)))
      }
      if let previous, previous.last < occurrence.first {
        features.append(FeatureReader.feature(.rulePair, combined(previous.concept, concept)))
      }
      previous = (concept, occurrence.last)
    }
  }

  private func appendPlaces(_ sequence: [UInt64], to features: inout [UInt64]) {
    if let first = sequence.first { features.append(FeatureReader.feature(.first, first)) }
    if sequence.count > 1 {
      features.append(FeatureReader.feature(.second, combined(sequence[0], sequence[1])))
    }
    if let last = sequence.last { features.append(FeatureReader.feature(.last, last)) }
  }

  @inline(__always)
  private static func feature(_ kind: Kind, _ key: UInt64) -> UInt64 {
    combined(kind.rawValue, key)
  }

  private static func unique(_ features: [UInt64]) -> [UInt64] {
    var sorted = features.prefix(mostFeatures).sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }
}
