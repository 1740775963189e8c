import Dispatch
import Synchronization
import Vietnamese

/// Learns the models: for each lane a support vector machine that tells its sentences from all
/// others, and the borders of free text.
///
/// Deterministic: examples are shuffled by a fixed generator, and lanes do not know of each other, so
/// that some of them can be learned on another processor.
struct ModelTrainer {
  /// The rows of all features, one after another, lanes in steps of `LinearModel`.
  let weights: [SIMD8<Int16>]
  let texts: TextModel

  init(_ examples: ExampleSet, _ texts: TextTrainer) {
    let count = LinearModel.vectorCount
    let shares = (count + 1) / 2
    let rows = Mutex<[SIMD8<Int16>]>(Array(repeating: .zero, count: examples.rows.count * count))
    let textModel = Mutex<TextModel>(TextModel(weights: []))
    // The texts first: they take longest.
    DispatchQueue.concurrentPerform(iterations: 1 + shares) { share in
      if share == 0 {
        let trained = texts.trained()
        textModel.withLock { $0 = trained }
      } else {
        let first = 2 * (share - 1)
        let weights = LaneTrainer(examples, share - 1).trained()
        rows.withLock { rows in
          for row in weights.indices {
            rows[row * count + first] = LinearModel.steps(weights[row].lowHalf)
            if first + 1 < count {
              rows[row * count + first + 1] = LinearModel.steps(weights[row].highHalf)
            }
          }
        }
      }
    }
    self.texts = textModel.withLock { $0 }
    weights = rows.withLock { $0 }
  }
}

/// Learns sixteen lanes: what fills a cache line.
///
/// Dual coordinate descent for the squared hinge (Hsieh et al., A Dual Coordinate Descent Method for
/// Large-scale Linear SVM, 2008), all lanes in one step. A dozen rounds bring it so near
/// the one solution that the order of the sentences hardly matters.
private struct LaneTrainer {
  private let examples: ExampleSet
  private let vector: Int
  /// Of each feature.
  private var weights: [SIMD16<Float>]
  /// How much each example pulls at each lane.
  private var pulls: [SIMD16<Float>]

  private static let rounds = 12
  /// What keeps single examples from mattering too much: one over twice the cost of a mistake.
  private static let softness: Float = 0.5

  init(_ examples: ExampleSet, _ vector: Int) {
    self.examples = examples
    self.vector = vector
    weights = Array(repeating: .zero, count: examples.rows.count)
    pulls = Array(repeating: .zero, count: examples.count)
  }

  consuming func trained() -> [SIMD16<Float>] {
    var active = Array(0..<Int32(examples.count))
    var dice = Dice(seed: 2022)
    for round in 0..<LaneTrainer.rounds {
      // Examples far on the right side rest until the last round, which sees all.
      if round == LaneTrainer.rounds - 1 { active = Array(0..<Int32(examples.count)) }
      for index in active.indices.reversed() where index > 0 {
        active.swapAt(index, dice.roll(index + 1))
      }
      var moving = 0
      for place in active.indices {
        let example = active[place]
        guard learn(Int(example)) else { continue }
        active[moving] = example
        moving += 1
      }
      active.removeSubrange(moving...)
    }
    return weights
  }

  /// `false` if the example pulls at no lane and would not have to.
  private mutating func learn(_ example: Int) -> Bool {
    let features = examples.features(of: example)
    guard !features.isEmpty else { return false }
    let scale = 1 / Float(features.count).squareRoot()
    var score = SIMD16<Float>.zero
    for feature in features { score += weights[Int(feature)] }
    let pull = pulls[example]
    let sides = LaneTrainer.sides(of: examples.labels[example], vector)
    let slope = sides * score * scale - 1 + pull * LaneTrainer.softness
    let moved = pointwiseMax(pull - slope * (1 / (1 + LaneTrainer.softness)), .zero)
    if moved == pull { return false }
    pulls[example] = moved
    let step = (moved - pull) * sides * scale
    for feature in features { weights[Int(feature)] += step }
    return true
  }

  /// +1 for the lanes of a vector that should say yes to an example, -1 for the others.
  private static func sides(of label: ExampleSet.Label, _ vector: Int) -> SIMD16<Float> {
    var sides = SIMD16<Float>(repeating: -1)
    if Int(label.lane) >> 4 == vector { sides[Int(label.lane) & 15] = 1 }
    if label.isOrder, LinearModel.orderLane >> 4 == vector {
      sides[LinearModel.orderLane & 15] = 1
    }
    return sides
  }
}
