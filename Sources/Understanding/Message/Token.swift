import Vietnamese

/// What stands in a message where a value was found, as sentences write it: `{honour}`.
///
/// The raw values are part of the keys that the model counts; their order does not matter.
enum SlotSymbol: UInt64, CaseIterable, Sendable {
  case honour = 1
  case person, unit, household, campaign, year, date, time, duration, number, percent
  /// A title with a name that is not in the lexicon.
  case stranger

  /// Above every key of letters and below every hash of long words.
  var key: UInt64 { 0x7fff_ffff_ffff_ff00 | rawValue }

  /// A number, a length, a day or a time.
  var isQuantity: Bool {
    switch self {
    case .year, .date, .time, .duration, .number, .percent: true
    case .honour, .person, .unit, .household, .campaign, .stranger: false
    }
  }

  /// A person or a household, of the lexicon or not.
  var isSomebody: Bool { self == .person || self == .household || self == .stranger }

  /// Somebody or a unit.
  var mayBeConcerned: Bool { isSomebody || self == .unit }

  static func isSymbol(_ key: UInt64) -> Bool { key >> 8 == 0x7f_ffff_ffff_ffff }
}

/// One element of a message on the way to its reading: a word, a number, or a value found in it.
///
/// 32 bytes without a pointer: a message is a short array of them.
struct Token: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt32

    // What stands in the message.
    static let capitalized = Flags(rawValue: 1)
    static let number = Flags(rawValue: 1 << 1)
    /// It stands for a value; `key` is the symbol.
    static let value = Flags(rawValue: 1 << 2)
    /// Its marks tell nothing, because the whole message was typed without.
    static let unmarked = Flags(rawValue: 1 << 3)
    /// A sign before it ends the clause.
    static let startsClause = Flags(rawValue: 1 << 4)
    /// In phrases of the catalogue: counts only in a message with marks, and with its very own.
    static let strict = Flags(rawValue: 1 << 5)

    // What was done to it.
    /// Came out of an abbreviation.
    static let expanded = Flags(rawValue: 1 << 6)
    /// What remained of an abbreviation that stands for several words, behind the first.
    static let continued = Flags(rawValue: 1 << 7)
    /// A slip was mended; nothing that depends on it is carried out unasked.
    static let repaired = Flags(rawValue: 1 << 8)

    // What `WordBook` knows of the word.
    /// Some sentence, rule or list has it.
    static let known = Flags(rawValue: 1 << 10)
    /// More than one has it.
    static let frequent = Flags(rawValue: 1 << 11)
    /// It is short for others.
    static let short = Flags(rawValue: 1 << 12)
    /// It is an honour's name by itself.
    static let honour = Flags(rawValue: 1 << 13)
    static let opensRule = Flags(rawValue: 1 << 14)
    static let opensSignal = Flags(rawValue: 1 << 15)
    static let opensHonour = Flags(rawValue: 1 << 16)
    /// The second word of an honour's name.
    static let entersHonour = Flags(rawValue: 1 << 23)
    /// A later one.
    static let continuesHonour = Flags(rawValue: 1 << 24)
    /// One slip, or other marks, make it a word that speaks against an order.
    static let likeSignal = Flags(rawValue: 1 << 21)
    /// It has the letters of such a word.
    static let spelledLikeSignal = Flags(rawValue: 1 << 25)
    /// Numbers and dates are said with it.
    static let term = Flags(rawValue: 1 << 17)
    static let opensQuantity = Flags(rawValue: 1 << 9)
    /// It says a day, an hour or a length by itself: "mai".
    static let isQuantity = Flags(rawValue: 1 << 22)

    // What `Lexicon` knows of it.
    /// Some name has it.
    static let name = Flags(rawValue: 1 << 18)
    /// The name of a unit or campaign begins with it.
    static let startsName = Flags(rawValue: 1 << 19)
    /// A person's name ends in it.
    static let givenName = Flags(rawValue: 1 << 20)
  }

  var key: UInt64
  var marks: Marks
  var flags: Flags
  /// The word's place in `WordBook`; -1 for words that it does not have.
  var word: Int32 = -1
  /// The syllables of the message it came from, both included.
  var first: Int16
  var last: Int16
  /// What stands before it.
  var gap: Gap
  /// Digits typed, for numbers: `05` has two.
  var digits: UInt8 = 0
  /// For values: the place in the spans of the message.
  var span: Int8 = -1

  init(
    key: UInt64, marks: Marks = Marks(), first: Int = 0, last: Int = 0, flags: Flags = [],
    gap: Gap = .space
  ) {
    self.key = key
    self.marks = marks
    self.first = Int16(truncatingIfNeeded: first)
    self.last = Int16(truncatingIfNeeded: last)
    self.flags = flags
    self.gap = gap
  }

  init(_ symbol: SlotSymbol, first: Int = 0, last: Int = 0) {
    self.init(
      key: symbol.key, first: first, last: last, flags: [.value, .known, .frequent, .opensRule])
  }

  var isSymbol: Bool { flags.contains(.value) }
  var isNumber: Bool { flags.contains(.number) }
  /// One run with what stands before it: "TTr-HPN", "05/TTr", the "trình" of "TTr".
  var joinsPrevious: Bool {
    flags.contains(.continued) || gap.isTight(UInt8(ascii: "-")) || gap.isTight(UInt8(ascii: "/"))
  }
  var isCapitalized: Bool { flags.contains(.capitalized) }

  var symbol: SlotSymbol? { isSymbol ? SlotSymbol(rawValue: key & 0xff) : nil }

  /// The key of a run of digits that is part of a name ("Thôn 2") or not yet read as a value.
  static func numberKey(_ value: UInt64) -> UInt64 {
    0x7e00_0000_0000_0000 | value & 0xff_ffff_ffff
  }

  /// The number that such a key stands for.
  static func number(of key: UInt64) -> UInt64 { key & 0xff_ffff_ffff }

  static let percentKey: UInt64 = 0x7d00_0000_0000_0025

  /// What stands for a text, where a whole text counts as one word.
  static let textKey: UInt64 = 0x7c00_0000_0000_0000

  /// How the marks typed agree with those of a known word.
  enum Agreement: UInt8 { case exact, missing, conflicting }

  @inline(__always)
  func agreement(with known: Marks) -> Agreement {
    if marks == known { return .exact }
    if flags.contains(.unmarked) { return .exact }
    return marks.isPart(of: known) ? .missing : .conflicting
  }
}
