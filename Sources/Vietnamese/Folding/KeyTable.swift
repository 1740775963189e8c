/// An open-addressing table from 64-bit keys to small integers: built once, read without
/// allocation, one cache line for nearly every look-up.
package struct KeyTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64
    /// -1 for an empty slot.
    @usableFromInline var value: Int32

    @usableFromInline
    init(key: UInt64, value: Int32) {
      self.key = key
      self.value = value
    }
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline var mask: Int
  package private(set) var count = 0

  /// Room for `capacity` keys before it grows.
  package init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(key: 0, value: -1), count: size)
    mask = size - 1
  }

  /// The value of `key`; `nil` if it is not there.
  @inlinable @inline(__always)
  package subscript(key: UInt64) -> Int32? {
    var index = KeyTable.place(of: key) & mask
    while true {
      let slot = slots[index]
      if slot.value < 0 { return nil }
      if slot.key == key { return slot.value }
      index = (index + 1) & mask
    }
  }

  /// `value` must not be negative.
  package mutating func set(_ value: Int32, for key: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    insert(value, for: key)
  }

  /// All keys with their values, in no order.
  package func visitEntries(_ body: (UInt64, Int32) -> Void) {
    for slot in slots where slot.value >= 0 { body(slot.key, slot.value) }
  }

  private mutating func insert(_ value: Int32, for key: UInt64) {
    var index = KeyTable.place(of: key) & mask
    while slots[index].value >= 0, slots[index].key != key { index = (index + 1) & mask }
    if slots[index].value < 0 { count += 1 }
    slots[index] = Slot(key: key, value: value)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, value: -1), count: old.count * 2)
    mask = slots.count - 1
    count = 0
    for slot in old where slot.value >= 0 { insert(slot.value, for: slot.key) }
  }

  @inlinable @inline(__always)
  static func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(key) >> 17)
  }
}

/// The finalizer of splitmix64: every bit of the key reaches every bit of the result.
@inlinable @inline(__always)
package func mixed(_ key: UInt64) -> UInt64 {
  var value = key &+ 0x9e37_79b9_7f4a_7c15
  value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
  value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
  return value ^ (value >> 31)
}

/// One key out of two, order counted.
@inlinable @inline(__always)
package func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
  mixed(one &* 0x9e37_79b9_7f4a_7c15 ^ other)
}
