import Vietnamese

/// Learns the weights of a model by stochastic gradient descent.
///
/// Deterministic: examples come in a fixed order and are shuffled by a fixed generator.
struct ModelTrainer {
  private(set) var rows = KeyTable(capacity: 32_768)
  private(set) var weights: [SIMD8<Float>] = []
  /// Rows of all examples, one after another.
  private var features: [Int32] = []
  private var starts: [Int32] = [0]
  private var lanes: [UInt8] = []
  /// How often each row was met.
  private var counts: [Int32] = []

  private static let epochs = 12
  /// An example that is right with this probability has nothing more to teach.
  private static let certain: Float = 0.97
  /// "None" has every shape, so each of its examples counts for more.
  private static let noneWeight: Float = 2

  mutating func add(_ example: [UInt64], lane: Int) {
    for feature in example {
      if let row = rows[feature] {
        counts[Int(row)] += 1
        features.append(row)
      } else {
        rows.set(Int32(counts.count), for: feature)
        features.append(Int32(counts.count))
        counts.append(1)
      }
    }
    starts.append(Int32(features.count))
    lanes.append(UInt8(lane))
  }

  /// An example that is right with certainty rests until the last rounds, which see all again.
  mutating func train() {
    weights = Array(repeating: .zero, count: counts.count * LinearModel.vectorCount)
    var active = Array(lanes.indices)
    var dice = Dice(seed: 2022)
    for epoch in 0..<ModelTrainer.epochs {
      let rate = 2.0 / (1 + 0.2 * Float(epoch))
      if epoch == ModelTrainer.epochs - 2 { active = Array(lanes.indices) }
      for index in active.indices.reversed() where index > 0 {
        active.swapAt(index, dice.roll(index + 1))
      }
      active = active.filter { learn($0, rate) }
    }
    dropRare()
  }

  /// `false` if the example was right with certainty.
  private mutating func learn(_ example: Int, _ rate: Float) -> Bool {
    let range = Int(starts[example])..<Int(starts[example + 1])
    let lane = Int(lanes[example])
    var gradient = LinearModel.Sums(repeating: .zero)
    for index in range {
      let base = Int(features[index]) * LinearModel.vectorCount
      for vector in 0..<LinearModel.vectorCount { gradient[vector] += weights[base + vector] }
    }
    LinearModel.softmax(&gradient)
    if gradient[lane: lane] > ModelTrainer.certain { return false }
    let weight = lane == LinearModel.noneLane ? ModelTrainer.noneWeight : 1
    let step = weight * rate / Float(range.count).squareRoot()
    for vector in 0..<LinearModel.vectorCount { gradient[vector] *= -step }
    gradient[lane >> 3][lane & 7] += step
    for index in range where counts[Int(features[index])] > 1 {
      let base = Int(features[index]) * LinearModel.vectorCount
      for vector in 0..<LinearModel.vectorCount { weights[base + vector] += gradient[vector] }
    }
    return true
  }

  /// Forgets features that one example alone had: they learned nothing.
  private mutating func dropRare() {
    var kept = KeyTable(capacity: counts.count { $0 > 1 })
    var keptWeights: [SIMD8<Float>] = []
    keptWeights.reserveCapacity(counts.count { $0 > 1 } * LinearModel.vectorCount)
    rows.visitEntries { feature, row in
      guard counts[Int(row)] > 1 else { return }
      let base = Int(row) * LinearModel.vectorCount
      kept.set(Int32(keptWeights.count / LinearModel.vectorCount), for: feature)
      keptWeights += weights[base..<(base + LinearModel.vectorCount)]
    }
    rows = kept
    weights = keptWeights
  }
}
