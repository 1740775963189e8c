import Vietnamese

extension Slip {
  /// A quick test that most pairs fail: words within one slip share the first letter, or the second,
  /// or one begins with the second letter of the other, and are about as long.
  ///
  /// Here and not beside `cost`, because all words that may follow another are put to it, and nothing
  /// is inlined out of another room that is not public.
  @inline(__always)
  static func mayBe(from typed: UInt64, to word: UInt64) -> Bool {
    let difference = (typed.leadingZeroBitCount &>> 3) &- (word.leadingZeroBitCount &>> 3)
    if difference &+ 1 > 2 || difference < -1 { return false }
    let other = typed ^ word
    return other & 0xff == 0 || other & 0xff00 == 0 || (typed &>> 8 ^ word) & 0xff == 0
      || (word &>> 8 ^ typed) & 0xff == 0
  }
}
