/// Which tokens of a message may be mistyped.
struct SlipMap: Equatable {
  /// Words that are none, that were mended, or that stand where no sentence has them.
  private(set) var odd: UInt64 = 0
  /// Of these, the ones that are no words or were mended.
  private(set) var strange: UInt64 = 0

  /// The words that may be slips of a name that begins at `start`. Its first word may only be one that
  /// is none: too many names begin with another.
  func ofName(from start: Int) -> UInt64 {
    let opening = 1 << UInt64(start & 63) as UInt64
    return odd & ~opening | strange & opening
  }

  mutating func note(_ token: Int, isStrange: Bool) {
    guard token < 64 else { return }
    odd |= 1 << UInt64(token)
    if isStrange { strange |= 1 << UInt64(token) }
  }
}
