import Vietnamese

/// Where the weights of each feature stand: a table that is read for every feature of every message.
///
/// Open addressing with eight bytes for a feature, half of what a `KeyTable` needs. Of a feature at
/// most 48 bits are kept, those of its place included; of some hundred thousand features hardly any
/// two have the same, and of two such the rarer is left out.
struct FeatureTable: Sendable {
  struct Slot: BitwiseCopyable, Sendable {
    var mark: UInt32 = 0
    /// -1 for an empty slot.
    var row: Int32 = -1
  }

  /// A power of two of them, some of them empty.
  private(set) var slots: [Slot]
  /// 64 less the bits of a place.
  private let shift: UInt64

  /// The features of `rows`, each with its row; the lower a row, the more often it is met.
  init(_ rows: KeyTable) {
    var size = 32
    while size < rows.count * 2 { size *= 2 }
    self.init(slots: Array(repeating: Slot(), count: size))
    var features: [(key: UInt64, row: Int32)] = []
    features.reserveCapacity(rows.count)
    rows.visitEntries { features.append(($0, $1)) }
    features.sort { $0.row < $1.row }
    for feature in features where row(of: feature.key) == nil { insert(feature.row, feature.key) }
  }

  /// As `slots` of another one were.
  init(slots: [Slot]) {
    self.slots = slots
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
  }

  /// The row of a feature; `nil` if there is none.
  @inline(__always)
  func row(of feature: UInt64) -> Int32? {
    let (first, mark) = place(of: feature)
    var place = first
    while true {
      let slot = slots[place]
      if slot.row < 0 { return nil }
      if slot.mark == mark { return slot.row }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// What stands at the first place where a feature may be: its row, -1 if it is not there at all, -2
  /// if it may stand further on. Without a branch, so that many features wait for memory together.
  @inline(__always)
  func firstGuess(of feature: UInt64) -> Int32 {
    let (place, mark) = place(of: feature)
    let slot = slots[place]
    return slot.mark == mark || slot.row < 0 ? slot.row : -2
  }

  private mutating func insert(_ row: Int32, _ feature: UInt64) {
    var (place, mark) = place(of: feature)
    while slots[place].row >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(mark: mark, row: row)
  }

  @inline(__always)
  private func place(of feature: UInt64) -> (Int, UInt32) {
    let bits = spread(feature)
    return (Int(truncatingIfNeeded: bits &>> shift), UInt32(truncatingIfNeeded: bits &>> 16))
  }
}
