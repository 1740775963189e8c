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
    let groups = LinearModel.vectorCount * 8 / LaneGroup.width
    let weights = Mutex<[SIMD8<Int16>]>(
      Array(repeating: .zero, count: examples.rows.count * LinearModel.vectorCount))
    let textModel = Mutex<TextModel>(TextModel(weights: []))
    // What takes longest first: the group of the lane of orders, then the texts.
    DispatchQueue.concurrentPerform(iterations: groups + 1) { turn in
      if turn == 1 {
        let trained = texts.trained()
        textModel.withLock { $0 = trained }
      } else {
        let group = turn == 0 ? groups - 1 : turn - 2
        let lanes = LaneGroup(examples, group).trained()
        weights.withLock { ModelTrainer.put(lanes, of: group, into: &$0) }
      }
    }
    self.texts = textModel.withLock { $0 }
    self.weights = weights.withLock { $0 }
  }

  /// Puts the weights of a group, lane by lane, into the rows of all lanes.
  private static func put(
    _ lanes: [Float], of group: Int, into weights: inout [SIMD8<Int16>]
  ) {
    let rowCount = weights.count / LinearModel.vectorCount
    // A vector is eight numbers side by side; setting them in place through its subscript would
    // store and load all eight each time.
    weights.withUnsafeMutableBytes { bytes in
      let steps = bytes.assumingMemoryBound(to: Int16.self)
      for row in 0..<rowCount {
        let first = row * LinearModel.vectorCount * 8 + group * LaneGroup.width
        for lane in 0..<LaneGroup.width {
          steps[first + lane] = LinearModel.steps(lanes[lane * rowCount + row])
        }
      }
    }
  }
}
