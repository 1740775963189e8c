/// An open-addressing table from 64-bit keys to small integers: built once, read without
/// allocation or hashing of anything but the key.
package struct KeyTable: Sendable {
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Int32]
  package private(set) var count = 0
  @usableFromInline var mask: Int

  /// Room for `capacity` keys before it grows.
  package init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The value of `key`; `nil` if it is not there.
  @inlinable @inline(__always)
  package subscript(key: UInt64) -> Int32? {
    var slot = KeyTable.slot(of: key) & mask
    while true {
      let value = values[slot]
      if value < 0 { return nil }
      if keys[slot] == key { return value }
      slot = (slot + 1) & mask
    }
  }

  /// `value` must not be negative.
  package mutating func set(_ value: Int32, for key: UInt64) {
    if (count + 1) * 2 > keys.count { grow() }
    insert(value, for: key)
  }

  private mutating func insert(_ value: Int32, for key: UInt64) {
    var slot = KeyTable.slot(of: key) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    count = 0
    for (key, value) in zip(oldKeys, oldValues) where value >= 0 { insert(value, for: key) }
  }

  @inlinable static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed(key) >> 17)
  }
}

/// The finalizer of splitmix64: every bit of the key reaches every bit of the result.
@inlinable package func mixed(_ key: UInt64) -> UInt64 {
  var value = key &+ 0x9e37_79b9_7f4a_7c15
  value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
  value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
  return value ^ (value >> 31)
}

/// One key out of two, order counted.
@inlinable package func combined(_ one: UInt64, _ other: UInt64) -> UInt64 {
  mixed(one &* 0x9e37_79b9_7f4a_7c15 ^ other)
}
