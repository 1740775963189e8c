/// The scores of all lanes, and the best of them in order.
///
/// A class, because to read one number of an inline array in a structure copies all of them.
final class Ranking: Sendable {
  /// The sums of all lanes one by one: a lane of a vector by a variable index is slow.
  private let sums: InlineArray<80, Int16>
  /// What one step of a sum is worth: a score is about 1 where a lane says yes, -1 where it says no.
  private let unit: Float
  /// The best lanes, best first; the lane of "none" among them.
  let best: InlineArray<4, Int8>

  init(_ vectors: LinearModel.Sums, unit: Float) {
    sums = unsafeBitCast(vectors, to: InlineArray<80, Int16>.self)
    self.unit = unit
    var best = InlineArray<4, Int8>(repeating: 0)
    var values = InlineArray<4, Int16>(repeating: .min)
    var worst = Int16.min
    for lane in 0...LinearModel.noneLane {
      let sum = sums[lane]
      // Hardly any is one of the best.
      if sum <= worst { continue }
      var place = 3
      while place > 0, values[place - 1] < sum {
        values[place] = values[place - 1]
        best[place] = best[place - 1]
        place -= 1
      }
      values[place] = sum
      best[place] = Int8(truncatingIfNeeded: lane)
      worst = values[3]
    }
    self.best = best
  }

  /// The likeliest intent; `nil` if none of the best lanes is one.
  var bestIntent: Int? {
    for place in best.indices where best[place] != LinearModel.noneLane { return Int(best[place]) }
    return nil
  }

  func score(of lane: Int) -> Float { Float(sums[lane]) * unit }

  /// How far an intent is before the best of the others.
  func lead(of lane: Int) -> Float {
    for place in best.indices {
      let rival = Int(best[place])
      if rival != lane, rival != LinearModel.noneLane { return score(of: lane) - score(of: rival) }
    }
    return 0
  }

  func leadOverNone(of lane: Int) -> Float { score(of: lane) - score(of: LinearModel.noneLane) }

  /// How much the model sees an order to be carried out now.
  var order: Float { score(of: LinearModel.orderLane) }
}
