/// An open-addressing table from 64-bit keys to small integers: built once, read without
/// allocation, one cache line for nearly every look-up.
public struct KeyTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64
    /// -1 for an empty slot.
    @usableFromInline var value: Int32
  }

  @usableFromInline var slots: [Slot]
  /// 64 less the bits of a place.
  @usableFromInline var shift: UInt64
  public private(set) var count = 0

  /// Room for `capacity` keys before it grows.
  public init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(key: 0, value: -1), count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  /// The value of `key`; `nil` if it is not there.
  @inlinable
  @inline(__always)
  public subscript(key: UInt64) -> Int32? {
    var index = place(of: key)
    while true {
      let slot = slots[index]
      if slot.value < 0 { return nil }
      if slot.key == key { return slot.value }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }

  /// `value` must not be negative.
  public mutating func set(_ value: Int32, for key: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    insert(value, for: key)
  }

  /// All keys with their values, in no order.
  public func visitEntries(_ body: (UInt64, Int32) -> Void) {
    for slot in slots where slot.value >= 0 { body(slot.key, slot.value) }
  }

  private mutating func insert(_ value: Int32, for key: UInt64) {
    var index = place(of: key)
    while slots[index].value >= 0, slots[index].key != key {
      index = (index + 1) & (slots.count - 1)
    }
    if slots[index].value < 0 { count += 1 }
    slots[index] = Slot(key: key, value: value)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, value: -1), count: old.count * 2)
    shift -= 1
    count = 0
    for slot in old where slot.value >= 0 { insert(slot.value, for: slot.key) }
  }

  /// Keys are letters or mixed already: the high bits of one product spread either.
  @inlinable
  @inline(__always)
  func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: spread(key) &>> shift)
  }
}

/// A product whose high bits depend on all bits of a key: where it is looked for in a table.
@inlinable
@inline(__always)
public func spread(_ key: UInt64) -> UInt64 { key &* 0x9e37_79b9_7f4a_7c15 }

/// The finalizer of splitmix64: every bit of the key reaches every bit of the result.
@inlinable
@inline(__always)
public func mixed(_ key: UInt64) -> UInt64 {
  var value = key &+ 0x9e37_79b9_7f4a_7c15
  value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
  value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
  return value ^ (value >> 31)
}

/// One key out of two, order counted; spread well enough for a `KeyTable`, whose product mixes it
/// once more.
@inlinable
@inline(__always)
public func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
  let product = one &* 0xff51_afd7_ed55_8ccd
  return (product ^ product &>> 32) &+ other
}
