import Vietnamese

/// What a model learns from: the features of every example, and what it is.
struct ExampleSet: Sendable {
  struct Label: Sendable {
    let lane: UInt8
    /// It is to be carried out.
    let isOrder: Bool
  }

  /// Places of features.
  private(set) var rows = KeyTable(capacity: 262_144)
  private(set) var labels: [Label] = []
  /// Rows of all examples, one after another.
  private var features: [Int32] = []
  private var starts: [Int32] = [0]
  /// How often each row was met.
  private var counts: [Int32] = []

  var count: Int { labels.count }

  @inline(__always)
  func features(of example: Int) -> ArraySlice<Int32> {
    features[Int(starts[example])..<Int(starts[example + 1])]
  }

  mutating func add(_ harvest: Harvest) {
    let before = Int32(features.count)
    features.reserveCapacity(features.count + harvest.features.count)
    for feature in harvest.features {
      if let row = rows[feature] {
        counts[Int(row)] += 1
        features.append(row)
      } else {
        rows.set(Int32(counts.count), for: feature)
        features.append(Int32(counts.count))
        counts.append(1)
      }
    }
    starts += harvest.ends.map { before + $0 }
    labels += harvest.labels
  }

  /// Forgets features of one or two examples, which are mostly the same sentence with its marks and
  /// without: they would teach nothing but that sentence.
  mutating func forgetRare() {
    var kept = KeyTable(capacity: counts.count { $0 > 2 })
    var places = [Int32](repeating: -1, count: counts.count)
    var next: Int32 = 0
    for row in counts.indices where counts[row] > 2 {
      places[row] = next
      next += 1
    }
    rows.visitEntries { feature, row in
      if places[Int(row)] >= 0 { kept.set(places[Int(row)], for: feature) }
    }
    rows = kept
    counts.removeAll { $0 < 3 }
    var keptStarts: [Int32] = [0]
    keptStarts.reserveCapacity(starts.count)
    var write = 0
    for example in labels.indices {
      for read in Int(starts[example])..<Int(starts[example + 1]) {
        let place = places[Int(features[read])]
        if place >= 0 {
          features[write] = place
          write += 1
        }
      }
      keptStarts.append(Int32(write))
    }
    features.removeSubrange(write...)
    starts = keptStarts
  }
}
