import Vietnamese

/// Learns one lane on the examples that pull at it: the steps of `LaneGroup`, for one lane.
struct LaneTrainer {
  /// What keeps single examples from mattering too much: one over twice the cost of a mistake.
  static let softness: Float = 0.5

  /// A change of a pull that is not worth its time.
  private static let trifle: Float = 0.01

  /// An example that the lane leans on.
  struct Puller {
    let example: Int32
    /// +1 if the lane should say yes to it, -1 if no.
    let side: Float
    var pull: Float
  }

  /// Those that still pull.
  private(set) var pullers: [Puller]
  private let examples: ExampleSet
  private var dice: Dice
  /// Where the weights of the lane begin.
  private let base: Int

  init(_ examples: ExampleSet, _ pullers: [Puller], seed: Int, base: Int) {
    self.examples = examples
    self.pullers = pullers
    dice = Dice(seed: UInt64(seed))
    self.base = base
  }

  /// One round. Who stops pulling is left out of the next ones.
  mutating func learn(_ weights: inout [Float]) {
    shuffle()
    var kept = 0
    for index in pullers.indices {
      var puller = pullers[index]
      learn(&puller, &weights)
      if puller.pull > 0 {
        pullers[kept] = puller
        kept += 1
      }
    }
    pullers.removeSubrange(kept...)
  }

  private func learn(_ puller: inout Puller, _ weights: inout [Float]) {
    let example = examples.examples[Int(puller.example)]
    let features = examples.features(of: example)
    var score: Float = 0
    for feature in features { score += weights[base &+ Int(feature)] }
    let softness = LaneTrainer.softness / example.count
    let slope = puller.side * score * example.scale - 1 + puller.pull * softness
    let moved = max(puller.pull - slope / (1 + softness), 0)
    let step = (moved - puller.pull) * puller.side * example.scale
    if moved > 0, abs(moved - puller.pull) < LaneTrainer.trifle { return }
    puller.pull = moved
    for feature in features { weights[base &+ Int(feature)] += step }
  }

  private mutating func shuffle() {
    for index in pullers.indices.reversed() where index > 0 {
      pullers.swapAt(index, dice.roll(index + 1))
    }
  }
}
