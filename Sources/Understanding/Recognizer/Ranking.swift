/// The best lanes of the model, in order.
struct Ranking {
  let probabilities: LinearModel.Sums
  /// At most four, best first; the lane of "none" included.
  private(set) var best: [Int] = []

  init(_ probabilities: LinearModel.Sums) {
    self.probabilities = probabilities
    best.reserveCapacity(5)
    var least: Float = 0
    for vector in 0..<LinearModel.vectorCount where probabilities[vector].max() > least {
      for lane in (vector * 8)..<min(vector * 8 + 8, LinearModel.noneLane + 1)
      where probabilities[lane: lane] > least {
        var position = best.count
        while position > 0, probabilities[lane: best[position - 1]] < probabilities[lane: lane] {
          position -= 1
        }
        best.insert(lane, at: position)
        if best.count > 4 { best.removeLast() }
        if best.count == 4 { least = probabilities[lane: best[3]] }
      }
    }
  }
}
