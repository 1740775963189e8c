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

  static func isSymbol(_ key: UInt64) -> Bool { key >> 8 == 0x7f_ffff_ffff_ffff }
}

/// One element of a message on the way to its reading: a word, or a value found in it.
struct Item: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// Came out of an abbreviation.
    static let expanded = Flags(rawValue: 1)
    /// A slip was mended; nothing that depends on it is carried out unasked.
    static let repaired = Flags(rawValue: 2)
    /// Politeness and padding: read over.
    static let filler = Flags(rawValue: 4)
    /// Its marks tell nothing, because the whole message was typed without.
    static let unmarked = Flags(rawValue: 8)
    /// No sentence, rule or list has this word.
    static let unknown = Flags(rawValue: 16)
    /// A sign before it ends the clause.
    static let startsClause = Flags(rawValue: 32)
    /// A word that stands for a value; `key` is the symbol.
    static let value = Flags(rawValue: 64)
    /// In phrases of the catalogue: counts only in a message with marks, and with its very own.
    static let strict = Flags(rawValue: 128)
  }

  var key: UInt64
  var marks: Marks
  /// The syllables of the message it came from, both included.
  var first: Int32
  var last: Int32
  var flags: Flags
  /// For values: the items they replaced, both included.
  var rawFirst: Int32 = 0
  var rawLast: Int32 = -1

  init(key: UInt64, marks: Marks, first: Int, last: Int, flags: Flags = []) {
    self.key = key
    self.marks = marks
    self.first = Int32(truncatingIfNeeded: first)
    self.last = Int32(truncatingIfNeeded: last)
    self.flags = flags
  }

  init(_ symbol: SlotSymbol, first: Int = 0, last: Int = 0) {
    self.init(key: symbol.key, marks: Marks(), first: first, last: last, flags: .value)
  }

  var isSymbol: Bool { flags.contains(.value) }

  /// The key of a run of digits that is part of a name ("Thôn 2") or not yet read as a value.
  static func numberKey(_ value: UInt64) -> UInt64 {
    0x7e00_0000_0000_0000 | value & 0xff_ffff_ffff
  }

  var isNumber: Bool { key >> 56 == 0x7e && !isSymbol }

  static let percentKey: UInt64 = 0x7d00_0000_0000_0025

  /// How the marks typed agree with those of a known word.
  enum Agreement: UInt8 { case exact, missing, conflicting }

  @inline(__always)
  func agreement(with known: Marks) -> Agreement {
    if marks == known { return .exact }
    if flags.contains(.unmarked) { return .exact }
    return marks.isPart(of: known) ? .missing : .conflicting
  }
}
