/// The likeliest lanes of a message with their scores, and those of "none" and of being an order.
struct Ranking: Sendable {
  /// A lane with the sum of its weights.
  private struct Entry {
    var lane: Int8 = 0
    var sum = Int16.min
  }

  /// Best first; the lane of "none" may be among them.
  private var entries = InlineArray<4, Entry>(repeating: Entry())
  private let none: Int16
  private let orderSum: Int16
  /// What one step of a sum is worth: a score is about 1 where a lane says yes, -1 where it says no.
  private let unit: Float

  init(_ vectors: LinearModel.Sums, unit: Float) {
    self.unit = unit
    // One by one: a lane of a vector by a variable index is slow.
    let sums = unsafeBitCast(vectors, to: InlineArray<80, Int16>.self)
    none = sums[LinearModel.noneLane]
    orderSum = sums[LinearModel.orderLane]
    for lane in 0...LinearModel.noneLane {
      let sum = sums[lane]
      // Hardly any is one of the best.
      if sum <= entries[3].sum { continue }
      var place = 3
      while place > 0, entries[place - 1].sum < sum {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = Entry(lane: Int8(truncatingIfNeeded: lane), sum: sum)
    }
  }

  /// Places of the best lanes, best first.
  var places: Range<Int> { entries.indices }

  func lane(at place: Int) -> Int { Int(entries[place].lane) }

  func score(at place: Int) -> Float { Float(entries[place].sum) * unit }

  /// The place of the likeliest intent that is wanted; `nil` if none of the best lanes is one.
  @inline(__always)
  func bestIntent(where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
    for place in places where lane(at: place) != LinearModel.noneLane {
      if isWanted(lane(at: place)) { return place }
    }
    return nil
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
