/// The marks of a syllable beside its bare letters: three bits for each of the first eight
/// letters, then the tone.
///
/// The tone has no seat: `hoà` and `hòa`, `gìơ` and `giờ` are equal, as they are to a reader.
public struct Marks: Hashable, Sendable {
  public internal(set) var bits: UInt32 = 0

  public init() {}

  /// With the bits that other marks had.
  public init(bits: UInt32) { self.bits = bits }

  @inlinable public var isEmpty: Bool { bits == 0 }
  public var tone: UInt8 { UInt8(truncatingIfNeeded: bits >> 24 & 7) }

  public mutating func setMark(_ mark: UInt8, at index: Int) {
    guard index < 8 else { return }
    let shift = UInt32(truncatingIfNeeded: 3 &* index)
    bits = bits & ~(7 &<< shift) | UInt32(mark) &<< shift
  }

  public mutating func setTone(_ tone: UInt8) {
    bits = bits & 0xff_ffff | UInt32(tone) << 24
  }

  /// Whether `self` could be `full` with some marks not typed: nothing typed contradicts it.
  public func isPart(of full: Marks) -> Bool {
    var rest = bits
    var other = full.bits
    while rest != 0 {
      if rest & 7 != 0, rest & 7 != other & 7 { return false }
      rest >>= 3
      other >>= 3
    }
    return true
  }
}

/// One run of letters, or one run of digits, or a sign, of a message.
public struct Syllable: Sendable {
  public enum Kind: UInt8, Sendable { case word, number, percent }
  public enum Shape: UInt8, Sendable { case lower, capitalized, upper }

  /// For words the folded letters, as `FoldedKey` packs them; for numbers the value, capped at
  /// `Int64.max`.
  public var key: UInt64
  public var marks: Marks
  /// Bytes of the message.
  public var start: Int32
  public var end: Int32
  /// Letters or digits; `FoldedText.letters(of:)` has them.
  public var lettersCount: Int32
  /// The first eight letters as typed but for marks and case, packed like a key; of a longer word the
  /// place of all in `FoldedText`.
  var packed: UInt64
  public var kind: Kind
  public var shape: Shape
  /// What stands before it.
  public var gap: Gap

  public var isWord: Bool { kind == .word }
  public var isNumber: Bool { kind == .number }
}

/// What stands between two syllables, before the first and behind the last.
public struct Gap: Sendable {
  /// The strongest sign: `.` for any end of a sentence, `?`, `,` for pauses, `/` `-` `:`, a space,
  /// 0 for nothing.
  public var sign: UInt8
  /// No white space in it: `15/1` has a tight `/`, `15 / 1` a loose one.
  public var isTight: Bool

  public static let space = Gap(sign: UInt8(ascii: " "), isTight: false)
  public static let glued = Gap(sign: 0, isTight: true)

  public func isTight(_ sign: UInt8) -> Bool { isTight && self.sign == sign }
  /// What follows begins a sentence.
  public var endsSentence: Bool { sign == UInt8(ascii: ".") || sign == UInt8(ascii: "?") }
  /// A pause or an end: what follows begins a clause.
  public var endsClause: Bool { endsSentence || sign == UInt8(ascii: ",") }
}

/// Folded letters as one integer: up to eight ASCII bytes, longer runs by a hash with the top bit
/// set, which no run of eight has.
public enum FoldedKey {
  /// The key of lower-case ASCII letters, with `i` and `y` made one where Vietnamese spelling
  /// lets both stand (`kí`/`ký`, `sĩ`/`sỹ`, `quí`/`quý`).
  public static func key(_ letters: Span<UInt8>) -> UInt64 {
    let count = letters.count
    guard count <= 8 else { return hash(letters) }
    var key: UInt64 = 0
    for index in 0..<count {
      key |= UInt64(letters[index]) << UInt64(8 * index)
    }
    return unified(key, count: count)
  }

  /// The key of a plain ASCII word, for tables.
  public static func key(_ word: StaticString) -> UInt64 {
    let bytes = word.withUTF8Buffer { Array($0) }
    return key(bytes.span)
  }

  @inline(__always)
  static func unified(_ key: UInt64, count: Int) -> UInt64 {
    if count == 2, key >> 8 == UInt64(UInt8(ascii: "y")) {
      switch UInt8(truncatingIfNeeded: key) {
      case UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "l"), UInt8(ascii: "m"),
        UInt8(ascii: "s"), UInt8(ascii: "t"):
        return key & 0xff | UInt64(UInt8(ascii: "i")) << 8
      default: return key
      }
    }
    if count == 3, key == 0x69_7571 { return 0x79_7571 }  // "qui" is "quy"
    return key
  }

  private static func hash(_ letters: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<letters.count {
      hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01b3
    }
    return hash | 1 << 63
  }
}
