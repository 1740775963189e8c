/// The likeliest lanes of a message with their scores, and those of "none" and of being an order.
struct Ranking: Sendable {
  /// The best lanes, best first; the one of "none" may be among them.
  private let lanes: InlineArray<4, Int8>
  /// Of each of them the sum of its weights.
  private let sums: InlineArray<4, Int16>
  private let none: Int16
  private let orderSum: Int16
  /// What one step of a sum is worth: a score is about 1 where a lane says yes, -1 where it says no.
  private let unit: Float

  init(_ vectors: LinearModel.Sums, unit: Float) {
    var lanes = InlineArray<4, Int8>(repeating: 0)
    var sums = InlineArray<4, Int16>(repeating: .min)
    // One by one out of their bytes: a lane of a vector by a variable index is slow.
    (none, orderSum) = withUnsafeBytes(of: vectors) { bytes in
      func sum(of lane: Int) -> Int16 { bytes.load(fromByteOffset: lane &* 2, as: Int16.self) }
      var worst = Int16.min
      for lane in 0...LinearModel.noneLane {
        let sum = sum(of: lane)
        // Hardly any is one of the best.
        if sum <= worst { continue }
        var place = 3
        while place > 0, sums[place - 1] < sum {
          sums[place] = sums[place - 1]
          lanes[place] = lanes[place - 1]
          place -= 1
        }
        sums[place] = sum
        lanes[place] = Int8(truncatingIfNeeded: lane)
        worst = sums[3]
      }
      return (sum(of: LinearModel.noneLane), sum(of: LinearModel.orderLane))
    }
    self.lanes = lanes
    self.sums = sums
    self.unit = unit
  }

  /// Places of the best lanes, best first.
  var places: Range<Int> { lanes.indices }

  func lane(at place: Int) -> Int { Int(lanes[place]) }

  func score(at place: Int) -> Float { Float(sums[place]) * unit }

  /// The place of the likeliest intent that is wanted; `nil` if none of the best lanes is one.
  @inline(__always)
  func bestIntent(where isWanted: (_ lane: Int) -> Bool = { _ in true }) -> Int? {
    places.first { lane(at: $0) != LinearModel.noneLane && isWanted(lane(at: $0)) }
  }

  /// How far an intent is before the best of the others.
  func lead(at place: Int) -> Float {
    for rival in places where rival != place && lane(at: rival) != LinearModel.noneLane {
      return score(at: place) - score(at: rival)
    }
    return 0
  }

  func leadOverNone(at place: Int) -> Float { score(at: place) - Float(none) * unit }

  /// How much the model sees an order to be carried out now.
  var order: Float { Float(orderSum) * unit }
}
