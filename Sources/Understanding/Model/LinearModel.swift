import Vietnamese

/// A softmax over the intents and "none", linear in features that are there or not.
///
/// Learned when the catalogue is loaded, from its own sentences; nothing is downloaded. One row of
/// weights per feature, added up lane by lane.
struct LinearModel: Sendable {
  /// Intents, then the lane of "none"; the rest of the last vector is padding.
  static let noneLane = Intent.allCases.count
  static let vectorCount = (noneLane + 1 + 7) / 8

  private var rows: KeyTable
  private var weights: [SIMD8<Float>]

  struct Scores {
    /// Per lane, after the softmax.
    var probabilities: [Float]
    /// Features of the message that the model has met.
    var knownFeatures: Int
  }

  struct Example {
    var features: [UInt64]
    var lane: Int
  }

  /// What a feature adds to the score of a lane; 0 if the model has not met it.
  func weight(of feature: UInt64, lane: Int) -> Float {
    guard let row = rows[feature] else { return 0 }
    return weights[Int(row) * LinearModel.vectorCount + lane >> 3][lane & 7]
  }

  /// Probabilities of all lanes for the features of a message.
  func scores(of features: [UInt64]) -> Scores {
    var sums = [SIMD8<Float>](repeating: .zero, count: LinearModel.vectorCount)
    var known = 0
    for feature in features {
      guard let row = rows[feature] else { continue }
      known += 1
      let base = Int(row) * LinearModel.vectorCount
      for vector in 0..<LinearModel.vectorCount { sums[vector] += weights[base + vector] }
    }
    return Scores(probabilities: LinearModel.softmax(sums), knownFeatures: known)
  }

  /// Learns by stochastic gradient descent; an example that is already right with certainty costs
  /// only its scoring. Deterministic: the order is shuffled by a fixed generator.
  init(examples: [Example], epochs: Int = 8) {
    var counts: [UInt64: Int32] = [:]
    for example in examples {
      for feature in example.features { counts[feature, default: 0] += 1 }
    }
    rows = KeyTable(capacity: counts.count)
    var next: Int32 = 0
    var flat: [Int32] = []
    var starts: [Int] = [0]
    for example in examples {
      for feature in example.features where (counts[feature] ?? 0) > 1 {
        if let row = rows[feature] {
          flat.append(row)
        } else {
          rows.set(next, for: feature)
          flat.append(next)
          next += 1
        }
      }
      starts.append(flat.count)
    }
    weights = Array(repeating: .zero, count: Int(next) * LinearModel.vectorCount)
    train(examples, flat: flat, starts: starts, epochs: epochs)
  }

  /// An example that is right with certainty rests until the last round, which sees all again.
  private mutating func train(
    _ examples: [Example], flat: [Int32], starts: [Int], epochs: Int
  ) {
    var active = Array(examples.indices)
    var dice = Dice(seed: 2022)
    for epoch in 0..<epochs {
      let rate = 0.8 / (1 + 0.4 * Float(epoch))
      if epoch == epochs - 2 { active = Array(examples.indices) }
      for index in active.indices.reversed() where index > 0 {
        active.swapAt(index, dice.roll(index + 1))
      }
      var unsure: [Int] = []
      for index in active {
        let range = starts[index]..<starts[index + 1]
        let lane = examples[index].lane
        let probabilities = probabilities(flat[range])
        if probabilities[lane] > 0.97 { continue }
        unsure.append(index)
        // "None" has every shape, so each of its examples counts for more.
        let weight: Float = lane == LinearModel.noneLane ? 1.6 : 1
        let step = weight * rate / Float(range.count).squareRoot()
        update(flat[range], probabilities, lane: lane, step: step)
      }
      active = unsure
    }
  }

  private func probabilities(_ rows: ArraySlice<Int32>) -> [Float] {
    var sums = [SIMD8<Float>](repeating: .zero, count: LinearModel.vectorCount)
    for row in rows {
      let base = Int(row) * LinearModel.vectorCount
      for vector in 0..<LinearModel.vectorCount { sums[vector] += weights[base + vector] }
    }
    return LinearModel.softmax(sums)
  }

  private mutating func update(
    _ rows: ArraySlice<Int32>, _ probabilities: [Float], lane: Int, step: Float
  ) {
    var gradient = [SIMD8<Float>](repeating: .zero, count: LinearModel.vectorCount)
    for index in 0...LinearModel.noneLane {
      gradient[index >> 3][index & 7] =
        step * ((index == lane ? 1 : 0) - probabilities[index])
    }
    for row in rows {
      let base = Int(row) * LinearModel.vectorCount
      for vector in gradient.indices { weights[base + vector] += gradient[vector] }
    }
  }

  private static func softmax(_ sums: [SIMD8<Float>]) -> [Float] {
    var result = [Float](repeating: 0, count: noneLane + 1)
    var highest = -Float.infinity
    for lane in 0...noneLane { highest = max(highest, sums[lane >> 3][lane & 7]) }
    var total: Float = 0
    for lane in 0...noneLane {
      let value = fastExp(sums[lane >> 3][lane & 7] - highest)
      result[lane] = value
      total += value
    }
    for lane in 0...noneLane { result[lane] /= total }
    return result
  }

  /// e^x for x ≤ 0 to four digits, without the C library: (1 + x/256)^256.
  @inline(__always)
  private static func fastExp(_ x: Float) -> Float {
    if x < -40 { return 0 }
    var value = 1 + x / 256
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    value *= value
    return value
  }
}
