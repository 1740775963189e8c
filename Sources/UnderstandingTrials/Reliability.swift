/// Whether stated confidence is true, and what refusing below a threshold would cost and gain.
package struct Reliability: Sendable {
  /// Readings of like confidence.
  package struct Bin: Sendable {
    /// Their lowest confidence.
    package let from: Double
    package let count: Int
    /// How sure they were on average, and how many of them were right.
    package let confidence: Double
    package let accuracy: Double
  }

  /// What remains when readings below a threshold are refused.
  package struct Point: Sendable {
    package let threshold: Double
    /// Of all readings, the share that remains.
    package let coverage: Double
    /// Of those, the share that is wrong.
    package let risk: Double
  }

  package let bins: [Bin]
  package let curve: [Point]
  /// How far confidence is from the truth on average, weighted by how many readings there are.
  package let error: Double

  package init(_ trials: [(confidence: Double, isRight: Bool)]) {
    var bins: [Bin] = []
    for tenth in 0..<10 {
      let inside = trials.filter { min(9, Int($0.confidence * 10)) == tenth }
      guard !inside.isEmpty else { continue }
      bins.append(
        Bin(
          from: Double(tenth) / 10, count: inside.count,
          confidence: inside.map(\.confidence).reduce(0, +) / Double(inside.count),
          accuracy: Double(inside.count(where: \.isRight)) / Double(inside.count)))
    }
    self.bins = bins
    error = bins.reduce(0) {
      $0 + abs($1.confidence - $1.accuracy) * Double($1.count) / Double(max(1, trials.count))
    }
    curve = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98].map { threshold in
      let kept = trials.filter { $0.confidence >= threshold }
      let wrong = kept.count { !$0.isRight }
      return Point(
        threshold: threshold, coverage: Double(kept.count) / Double(max(1, trials.count)),
        risk: Double(wrong) / Double(max(1, kept.count)))
    }
  }
}
