import Vietnamese

/// Learns sixteen lanes: what fills a cache line.
///
/// Dual coordinate descent for the squared hinge (Hsieh et al., A Dual Coordinate Descent Method for
/// Large-scale Linear SVM, 2008). A look at all examples moves all lanes in one step; after it each
/// lane is learned alone on the examples that pull at it, which are a few thousand of some seventy
/// thousand. That brings it so near the one solution that the order of the examples hardly matters.
struct LaneGroup {
  static let width = 16
  /// How often all examples are looked at, and how many rounds of single lanes follow each time.
  private static let rounds = [2, 4]

  private let examples: ExampleSet
  private let number: Int
  /// Of each feature.
  private var weights: [SIMD16<Float>]
  /// How much each example pulls at each lane.
  private var pulls: [SIMD16<Float>]

  /// Number `number` of all groups.
  init(_ examples: ExampleSet, _ number: Int) {
    self.examples = examples
    self.number = number
    weights = Array(repeating: .zero, count: examples.rows.count)
    pulls = Array(repeating: .zero, count: examples.examples.count)
  }

  /// The weights of all features for the first lane, then for the second …
  consuming func trained() -> [Float] {
    var lanes: [Float] = []
    for rounds in LaneGroup.rounds {
      if !lanes.isEmpty { setWeights(to: lanes) }
      look()
      lanes = weightsByLane
      learn(&lanes, rounds: rounds)
    }
    return lanes
  }

  // MARK: All lanes together

  /// One step for every example.
  private mutating func look() {
    for index in examples.examples.indices { look(at: index) }
  }

  private mutating func look(at index: Int) {
    let example = examples.examples[index]
    let features = examples.features(of: example)
    var score = SIMD16<Float>.zero
    for feature in features { score += weights[Int(feature)] }
    let pull = pulls[index]
    let sides = sides(of: example.label)
    let softness = LaneTrainer.softness / example.count
    let slope = sides * score * example.scale - 1 + pull * softness
    // `pointwiseMax` and `==` would go lane by lane, which takes longer than all the rest.
    let free = pull - slope * (1 / (1 + softness))
    let moved = free.replacing(with: 0, where: free .< 0)
    if all(moved .== pull) { return }
    pulls[index] = moved
    let step = (moved - pull) * sides * example.scale
    for feature in features { weights[Int(feature)] += step }
  }

  /// +1 for the lanes that should say yes to an example, -1 for the others.
  private func sides(of label: ExampleSet.Label) -> SIMD16<Float> {
    var sides = SIMD16<Float>(repeating: -1)
    if Int(label.lane) >> 4 == number { sides[Int(label.lane) & 15] = 1 }
    if label.isOrder, LinearModel.orderLane >> 4 == number {
      sides[LinearModel.orderLane & 15] = 1
    }
    return sides
  }

  // MARK: Each lane alone

  private mutating func learn(_ lanes: inout [Float], rounds: Int) {
    for (lane, pullers) in pullers().enumerated() where !pullers.isEmpty {
      var trainer = LaneTrainer(
        examples, pullers, seed: number * LaneGroup.width + lane, base: lane * weights.count)
      for _ in 0..<rounds { trainer.learn(&lanes) }
      for puller in pullers { pulls[Int(puller.example)][lane] = 0 }
      for puller in trainer.pullers { pulls[Int(puller.example)][lane] = puller.pull }
    }
  }

  /// The examples that pull at each lane.
  private func pullers() -> [[LaneTrainer.Puller]] {
    var pullers = [[LaneTrainer.Puller]](repeating: [], count: LaneGroup.width)
    for index in pulls.indices {
      let pull = pulls[index]
      if all(pull .== 0) { continue }
      let sides = sides(of: examples.examples[index].label)
      for lane in 0..<LaneGroup.width where pull[lane] > 0 {
        pullers[lane].append(
          LaneTrainer.Puller(example: Int32(index), side: sides[lane], pull: pull[lane]))
      }
    }
    return pullers
  }

  // MARK: Between the two

  private var weightsByLane: [Float] {
    let rowCount = weights.count
    return Array(unsafeUninitializedCapacity: rowCount * LaneGroup.width) { lanes, initialized in
      // A vector is sixteen floats side by side; taking them out through its subscript would store
      // all sixteen each time.
      weights.withUnsafeBytes { bytes in
        let floats = bytes.assumingMemoryBound(to: Float.self)
        for row in 0..<rowCount {
          for lane in 0..<LaneGroup.width {
            lanes[lane &* rowCount &+ row] = floats[row &* LaneGroup.width &+ lane]
          }
        }
      }
      initialized = rowCount * LaneGroup.width
    }
  }

  private mutating func setWeights(to lanes: [Float]) {
    let rowCount = weights.count
    // As in `weightsByLane`.
    weights.withUnsafeMutableBytes { bytes in
      let floats = bytes.assumingMemoryBound(to: Float.self)
      for row in 0..<rowCount {
        for lane in 0..<LaneGroup.width {
          floats[row &* LaneGroup.width &+ lane] = lanes[lane &* rowCount &+ row]
        }
      }
    }
  }
}
