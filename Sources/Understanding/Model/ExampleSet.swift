import Vietnamese

/// What a model learns from: the features of every example, and what it is.
///
/// Equal examples are one that counts as often. Examples stand in the order of a hash of what they
/// are, so that neither the files nor their order matter, and rows in the order of how often they were
/// met, so that those that nearly every example has lie side by side.
struct ExampleSet: Sendable {
  struct Label: Sendable {
    let lane: UInt8
    /// It is to be carried out.
    let isOrder: Bool
  }

  struct Example: Sendable {
    let label: Label
    /// Where its features stand.
    fileprivate let start: Int32
    fileprivate let end: Int32
    /// How often it was met.
    fileprivate(set) var count: Float
    /// What makes examples of many features weigh as much as those of few.
    let scale: Float
  }

  /// Places of features.
  let rows: KeyTable
  private(set) var examples: [Example] = []
  /// Rows of all examples, one after another.
  private var features: [Int32] = []

  /// Features of fewer examples, which are mostly one sentence or two with their marks and without,
  /// are left out: they would teach nothing but those sentences.
  private static let fewest: Int32 = 5

  init(_ draft: ExampleSetDraft) {
    let (rows, places) = ExampleSet.rows(of: draft)
    self.rows = rows
    examples.reserveCapacity(draft.count)
    features.reserveCapacity(draft.featureCount)
    var previous: UInt64?
    for (hash, index) in draft.order {
      // Of a hundred thousand examples no two that differ have the same 64 bits.
      if hash == previous {
        examples[examples.count - 1].count += 1
      } else {
        append(draft, Int(index), places)
        previous = hash
      }
    }
  }

  @inline(__always)
  func features(of example: Example) -> ArraySlice<Int32> {
    features[Int(example.start)..<Int(example.end)]
  }

  private mutating func append(_ draft: ExampleSetDraft, _ index: Int, _ places: [Int32]) {
    let start = Int32(features.count)
    for feature in draft.features(of: index) where places[Int(feature)] >= 0 {
      features.append(places[Int(feature)])
    }
    let end = Int32(features.count)
    examples.append(
      Example(
        label: draft.labels[index], start: start, end: end, count: 1,
        scale: 1 / Float(max(1, end - start)).squareRoot()))
  }

  /// The rows of the features that were met often enough, and for each row of the draft its place
  /// among them, -1 for none.
  private static func rows(of draft: ExampleSetDraft) -> (KeyTable, [Int32]) {
    let kept = draft.counts.indices.filter { draft.counts[$0] >= fewest }.sorted { one, other in
      draft.counts[one] != draft.counts[other]
        ? draft.counts[one] > draft.counts[other] : draft.keys[one] < draft.keys[other]
    }
    var rows = KeyTable(capacity: kept.count)
    var places = [Int32](repeating: -1, count: draft.counts.count)
    for (place, row) in kept.enumerated() {
      rows.set(Int32(place), for: draft.keys[row])
      places[row] = Int32(place)
    }
    return (rows, places)
  }
}

/// Examples while they are gathered.
struct ExampleSetDraft: Sendable {
  private var rows = KeyTable(capacity: 131_072)
  /// The feature of each row, and how often it was met.
  private(set) var keys: [UInt64] = []
  private(set) var counts: [Int32] = []
  private(set) var labels: [ExampleSet.Label] = []
  /// Of each example, out of its label and all of its features.
  private var hashes: [UInt64] = []
  /// Rows of all examples, one after another.
  private var features: [Int32] = []
  private var starts: [Int32] = [0]

  var count: Int { labels.count }
  var featureCount: Int { features.count }

  /// All examples in the order of their hashes.
  var order: [(hash: UInt64, index: Int32)] {
    zip(hashes, 0..<Int32(count)).map { ($0, $1) }.sorted { $0.hash < $1.hash }
  }

  func features(of example: Int) -> ArraySlice<Int32> {
    features[Int(starts[example])..<Int(starts[example + 1])]
  }

  mutating func add(_ example: [UInt64], _ label: ExampleSet.Label) {
    var hash = UInt64(label.lane) << 1 | (label.isOrder ? 1 : 0)
    for feature in example {
      features.append(met(feature, times: 1))
      hash = combined(hash, feature)
    }
    hashes.append(mixed(hash))
    labels.append(label)
    starts.append(Int32(features.count))
  }

  /// Adds the examples of another draft.
  mutating func add(_ other: ExampleSetDraft) {
    let places = other.keys.indices.map { met(other.keys[$0], times: other.counts[$0]) }
    let before = Int32(features.count)
    features += other.features.lazy.map { places[Int($0)] }
    starts += other.starts.dropFirst().lazy.map { before + $0 }
    labels += other.labels
    hashes += other.hashes
  }

  /// The row of a feature.
  private mutating func met(_ feature: UInt64, times: Int32) -> Int32 {
    if let row = rows[feature] {
      counts[Int(row)] += times
      return row
    }
    let row = Int32(counts.count)
    rows.set(row, for: feature)
    keys.append(feature)
    counts.append(times)
    return row
  }
}
