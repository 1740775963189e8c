import Vietnamese

/// From 64-bit keys to small integers, in half of the space of a `KeyTable`: for what is looked up for
/// every word of every message.
///
/// Open addressing with eight bytes for a key. Of a key at most 48 bits are kept, those of its place
/// included; of some hundred thousand keys hardly any two have the same, and of two such the one with
/// the higher value is left out.
struct SmallTable: Sendable {
  struct Slot: BitwiseCopyable, Sendable {
    var mark: UInt32 = 0
    /// -1 for an empty slot.
    var value: Int32 = -1
  }

  /// A power of two of them, some of them empty.
  private(set) var slots: [Slot]
  /// 64 less the bits of a place.
  private let shift: UInt64

  init(_ table: KeyTable) {
    var size = 32
    while size < table.count * 2 { size *= 2 }
    self.init(slots: Array(repeating: Slot(), count: size))
    var entries: [(key: UInt64, value: Int32)] = []
    entries.reserveCapacity(table.count)
    table.visitEntries { entries.append(($0, $1)) }
    // What is met oftener has the lower row, and its place first.
    entries.sort { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }
    for entry in entries where self[entry.key] == nil { insert(entry.value, entry.key) }
  }

  /// As `slots` of another one were.
  init(slots: [Slot]) {
    self.slots = slots
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
  }

  /// The value of a key; `nil` if it is not there.
  @inline(__always)
  subscript(key: UInt64) -> Int32? {
    let (first, mark) = place(of: key)
    var place = first
    while true {
      let slot = slots[place]
      if slot.value < 0 { return nil }
      if slot.mark == mark { return slot.value }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// What stands at the first place where a key may be: its value, -1 if it is not there at all, -2
  /// if it may stand further on. Without a branch, so that many keys wait for memory together.
  @inline(__always)
  func firstGuess(of key: UInt64) -> Int32 {
    let (place, mark) = place(of: key)
    let slot = slots[place]
    return slot.mark == mark || slot.value < 0 ? slot.value : -2
  }

  private mutating func insert(_ value: Int32, _ key: UInt64) {
    var (place, mark) = place(of: key)
    while slots[place].value >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(mark: mark, value: value)
  }

  @inline(__always)
  private func place(of key: UInt64) -> (Int, UInt32) {
    let bits = spread(key)
    return (Int(truncatingIfNeeded: bits &>> shift), UInt32(truncatingIfNeeded: bits &>> 16))
  }
}
