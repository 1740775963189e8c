import Vietnamese

/// Scores a message for every intent and for "none", and beside them for being an order to be carried
/// out now; linear in features that are there or not.
///
/// One row of weights per feature, added up lane by lane. Learned by `ModelTrainer` when the
/// catalogue is loaded, from its own sentences; nothing is downloaded.
final class LinearModel: Sendable {
  /// Intents, then the lane of "none", then the one of orders; the rest of the last vector is
  /// padding.
  static let noneLane = Intent.allCases.count
  static let orderLane = noneLane + 1
  static let vectorCount = 10

  /// The weights of a message added up, lane by lane.
  typealias Sums = InlineArray<10, SIMD8<Int16>>

  private static let unit: Float = 256

  let rows: SmallTable
  /// In steps of 1/256, which keeps a row within three cache lines; sums of a message stay far
  /// below the 128 that a lane can hold.
  let weights: [SIMD8<Int16>]

  init(rows: SmallTable, weights: [SIMD8<Int16>]) {
    precondition(LinearModel.orderLane < LinearModel.vectorCount * 8, "more intents than lanes")
    self.rows = rows
    self.weights = weights
  }

  static func steps(_ weight: Float) -> Int16 {
    Int16(max(-32_000, min(32_000, weight * unit)))
  }

  /// What a feature adds to the score of a lane; 0 if the model has not met it.
  func weight(of feature: UInt64, lane: Int) -> Float {
    guard let row = rows[feature] else { return 0 }
    return Float(weights[Int(row) * LinearModel.vectorCount + lane >> 3][lane & 7])
      / LinearModel.unit
  }

  /// How well every lane fits the features of a message.
  func ranking(of features: UnsafeBufferPointer<UInt64>) -> Ranking {
    // Both tables are larger than the caches: one loop waits for the places of all features, the
    // next for their rows, neither feature by feature.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: features.count) { found in
      for place in features.indices { found[place] = rows.firstGuess(of: features[place]) }
      var known = 0
      for place in features.indices {
        var row = found[place]
        if row < -1 { row = rows[features[place]] ?? -1 }
        found[known] = row
        known &+= row < 0 ? 0 : 1
      }
      return Ranking(
        sum(of: UnsafeBufferPointer(rebasing: found[..<known])),
        unit: 1 / (Float(max(1, known)).squareRoot() * LinearModel.unit))
    }
  }

  @inline(__always)
  private func sum(of rows: UnsafeBufferPointer<Int32>) -> Sums {
    // Without bounds checks, which would cost more than the additions: rows come out of the table
    // that was filled together with the weights.
    weights.withUnsafeBufferPointer { weights in
      var sums = Sums(repeating: .zero)
      for row in rows {
        let base = Int(row) &* LinearModel.vectorCount
        for vector in 0..<LinearModel.vectorCount { sums[vector] &+= weights[base &+ vector] }
      }
      return sums
    }
  }
}
