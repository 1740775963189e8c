/// The scores of all lanes, and the best of them in order.
///
/// A class, because to read one number of an inline array in a structure copies all of them.
final class Ranking: Sendable {
  /// About 1 where a lane says yes, -1 where it says no.
  private let scores: InlineArray<80, Float>
  /// The best lanes, best first; the lane of "none" among them.
  let best: InlineArray<4, Int8>

  init(_ sums: LinearModel.Sums) {
    // The same 80 numbers one by one: a lane of a vector by a variable index is slow.
    scores = unsafeBitCast(sums, to: InlineArray<80, Float>.self)
    var best = InlineArray<4, Int8>(repeating: 0)
    var values = InlineArray<4, Float>(repeating: -.infinity)
    for lane in 0...LinearModel.noneLane {
      let score = scores[lane]
      if score <= values[3] { continue }
      var place = 3
      while place > 0, values[place - 1] < score {
        values[place] = values[place - 1]
        best[place] = best[place - 1]
        place -= 1
      }
      values[place] = score
      best[place] = Int8(truncatingIfNeeded: lane)
    }
    self.best = best
  }

  /// The likeliest intent; `nil` if none of the best lanes is one.
  var bestIntent: Int? {
    for place in best.indices where best[place] != LinearModel.noneLane { return Int(best[place]) }
    return nil
  }

  func score(of lane: Int) -> Float { scores[lane] }

  /// How far an intent is before the best of the others.
  func lead(of lane: Int) -> Float {
    for place in best.indices {
      let rival = Int(best[place])
      if rival != lane, rival != LinearModel.noneLane { return scores[lane] - scores[rival] }
    }
    return 0
  }

  func leadOverNone(of lane: Int) -> Float { scores[lane] - scores[LinearModel.noneLane] }

  /// How much the model sees an order to be carried out now.
  var order: Float { scores[LinearModel.orderLane] }
}
