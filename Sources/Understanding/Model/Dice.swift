import Vietnamese

/// A small generator with a fixed start, so that the same files always give the same model.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 0 up to `sides` - 1.
  mutating func roll(_ sides: Int) -> Int {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed(state) % UInt64(max(1, sides)))
  }
}
