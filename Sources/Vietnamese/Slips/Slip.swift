/// One slip of the finger between two short words, on their packed keys: no array is made.
package enum Slip {
  /// What the slip costs: 0.4 for neighbouring keys and swaps, 0.5 for a letter lost or doubled,
  /// 0.7 otherwise, 0 for equal words; `nil` if more than one slip lies between the two, or if one
  /// is no word of at most eight letters.
  package static func cost(from typed: UInt64, to word: UInt64) -> Double? {
    guard isWord(typed), isWord(word) else { return nil }
    if typed == word { return 0 }
    let shared = UInt64((typed ^ word).trailingZeroBitCount & ~7)
    let one = typed >> shared
    let other = word >> shared
    let (oneCount, otherCount) = (count(one), count(other))
    if oneCount == otherCount {
      if one >> 8 == other >> 8 { return isNeighbour(one, other) ? 0.4 : 0.7 }
      let isSwap =
        one & 0xff == other >> 8 & 0xff && one >> 8 & 0xff == other & 0xff
        && one >> 16 == other >> 16
      return isSwap ? 0.4 : nil
    }
    if oneCount == otherCount + 1 { return one >> 8 == other ? 0.5 : nil }
    if otherCount == oneCount + 1 { return other >> 8 == one ? 0.5 : nil }
    return nil
  }

  /// The key without its letter at `index`.
  static func leavingOut(_ index: Int, of key: UInt64) -> UInt64 {
    let low = (1 << UInt64(8 * index)) - 1 as UInt64
    return key & low | (index == 7 ? 0 : key >> 8 & ~low)
  }

  /// Letters of a packed key.
  package static func count(_ key: UInt64) -> Int { (64 - key.leadingZeroBitCount + 7) / 8 }

  private static func isWord(_ key: UInt64) -> Bool {
    // Symbols, numbers and hashes have their top byte set above the letters.
    key != 0 && key >> 56 < 0x7b && key & 0xff >= 0x61
  }

  /// Side by side on the keyboard.
  private static func isNeighbour(_ one: UInt64, _ other: UInt64) -> Bool {
    let (first, second) = (UInt8(truncatingIfNeeded: one), UInt8(truncatingIfNeeded: other))
    guard let (row, column) = place(of: first), let (otherRow, otherColumn) = place(of: second)
    else { return false }
    return abs(row - otherRow) <= 1 && abs(column - otherColumn) <= 1
  }

  private static let places: [(Int, Int)?] = {
    var places = [(Int, Int)?](repeating: nil, count: 26)
    for (row, letters) in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      for (column, letter) in letters.utf8.enumerated() { places[Int(letter) - 97] = (row, column) }
    }
    return places
  }()

  private static func place(of letter: UInt8) -> (Int, Int)? {
    letter >= 97 && letter < 123 ? places[Int(letter) - 97] : nil
  }
}
