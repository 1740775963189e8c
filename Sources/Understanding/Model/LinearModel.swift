import Vietnamese

/// A softmax over the intents and "none", linear in features that are there or not.
///
/// One row of weights per feature, added up lane by lane. Learned by `ModelTrainer` when the
/// catalogue is loaded, from its own sentences; nothing is downloaded.
final class LinearModel: Sendable {
  /// Intents, then the lane of "none"; the rest of the last vector is padding.
  static let noneLane = Intent.allCases.count
  static let vectorCount = 9

  /// The scores of all lanes.
  typealias Sums = InlineArray<9, SIMD8<Float>>

  private let rows: KeyTable
  /// In steps of 1/256, which keeps a row within three cache lines; sums of a message stay far
  /// below the 128 that a lane can hold.
  private let weights: [SIMD8<Int16>]

  init(_ trainer: ModelTrainer) {
    precondition(LinearModel.noneLane < LinearModel.vectorCount * 8, "more intents than lanes")
    rows = trainer.rows
    weights = trainer.weights.map { vector in
      var steps = SIMD8<Int16>.zero
      for lane in 0..<8 { steps[lane] = Int16(max(-32_000, min(32_000, vector[lane] * 256))) }
      return steps
    }
  }

  /// What a feature adds to the score of a lane; 0 if the model has not met it.
  func weight(of feature: UInt64, lane: Int) -> Float {
    guard let row = rows[feature] else { return 0 }
    return Float(weights[Int(row) * LinearModel.vectorCount + lane >> 3][lane & 7]) / 256
  }

  /// Probabilities of all lanes for the features of a message.
  func probabilities(of features: [UInt64]) -> Sums {
    var steps = InlineArray<9, SIMD8<Int16>>(repeating: .zero)
    for feature in features {
      guard let row = rows[feature] else { continue }
      let base = Int(row) * LinearModel.vectorCount
      for vector in 0..<LinearModel.vectorCount { steps[vector] &+= weights[base + vector] }
    }
    var sums = Sums(repeating: .zero)
    for vector in 0..<LinearModel.vectorCount {
      sums[vector] = SIMD8<Float>(steps[vector]) * (1 / 256)
    }
    LinearModel.softmax(&sums)
    return sums
  }

  /// Turns scores into probabilities; padding lanes get none.
  static func softmax(_ sums: inout Sums) {
    for lane in (noneLane + 1)..<(vectorCount * 8) { sums[lane >> 3][lane & 7] = -1000 }
    var highest = sums[0]
    for vector in 1..<vectorCount { highest = pointwiseMax(highest, sums[vector]) }
    let top = SIMD8<Float>(repeating: highest.max())
    var total = SIMD8<Float>.zero
    for vector in 0..<vectorCount {
      sums[vector] = exponential(pointwiseMax(sums[vector] - top, SIMD8(repeating: -60)))
      total += sums[vector]
    }
    let scale = SIMD8<Float>(repeating: 1 / total.sum())
    for vector in 0..<vectorCount { sums[vector] *= scale }
  }

  /// e^x for x ≤ 0 to three digits: (1 + x/256)^256.
  @inline(__always)
  private static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
    var value = 1 + x * (1 / 256)
    for _ in 0..<8 { value *= value }
    return value
  }
}

extension LinearModel.Sums {
  @inline(__always)
  subscript(lane lane: Int) -> Float { self[lane >> 3][lane & 7] }
}
