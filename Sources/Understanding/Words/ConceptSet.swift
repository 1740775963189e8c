/// A set of rules and lists, by their numbers.
struct ConceptSet: Sendable {
  /// The grammar refuses a catalogue with more.
  static let capacity = 256

  private var bits = InlineArray<4, UInt64>(repeating: 0)

  @inline(__always)
  func contains(_ concept: Int16) -> Bool {
    bits[Int(concept >> 6)] & 1 << UInt64(concept & 63) != 0
  }

  /// `false` if it was there.
  @inline(__always)
  @discardableResult
  mutating func insert(_ concept: Int16) -> Bool {
    if contains(concept) { return false }
    bits[Int(concept >> 6)] |= 1 << UInt64(concept & 63)
    return true
  }

  var isEmpty: Bool { bits[0] | bits[1] | bits[2] | bits[3] == 0 }
}
