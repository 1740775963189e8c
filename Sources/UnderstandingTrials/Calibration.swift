import Glibc
package import Understanding

/// Fits a logistic curve to trials: which weights of the terms make the stated confidence true.
package struct Calibration {
  /// One reading: what spoke for it, and whether it was right.
  package struct Trial: Sendable {
    let terms: [Double]
    let isRight: Bool

    package init(_ evidence: Evidence, isRight: Bool) {
      let terms = evidence.terms
      self.terms = terms.indices.map { terms[$0] }
      self.isRight = isRight
    }
  }

  private static let rounds = 30
  /// Draws the weights towards 0, so that a rare term gets no wild one.
  private static let softness = 0.3

  /// Newton's method on the likelihood; terms that never vary get the weight 0.
  package static func weights(of trials: [Trial]) -> [Double] {
    let count = Evidence.termCount
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<rounds {
      var slope = weights.map { -softness * $0 }
      var curvature = (0..<count).map { row in
        (0..<count).map { $0 == row ? softness : 0 }
      }
      for trial in trials {
        let odds = zip(weights, trial.terms).reduce(0) { $0 + $1.0 * $1.1 }
        let likely = 1 / (1 + exp(-odds))
        for row in 0..<count where trial.terms[row] != 0 {
          slope[row] += trial.terms[row] * ((trial.isRight ? 1 : 0) - likely)
          for column in 0..<count {
            curvature[row][column] += trial.terms[row] * trial.terms[column] * likely * (1 - likely)
          }
        }
      }
      for (index, step) in solved(curvature, slope).enumerated() { weights[index] += step }
    }
    return weights
  }

  /// Gaussian elimination; the matrix is positive definite.
  private static func solved(_ matrix: [[Double]], _ values: [Double]) -> [Double] {
    var rows = zip(matrix, values).map { $0 + [$1] }
    for pivot in rows.indices {
      for row in rows.indices where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...rows.count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }
}
