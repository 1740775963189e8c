/// A message read once, byte by byte: its syllables with folded keys, marks and places.
///
/// NFC and NFD, old and new tone placement, full-width and zero-width characters, case and spacing
/// all fold alike; the marks are kept beside the letters, because they are evidence. Takes any
/// bytes: what is no UTF-8 separates syllables. One pass, linear, no `String`.
public struct FoldedText: Sendable {
  public private(set) var syllables: [Syllable] = []
  /// What stands behind the last syllable.
  public private(set) var endGap = Gap.glued
  /// Quotation marks of any kind stand in it, or signs that are no others.
  public private(set) var hasQuotationMarks = false
  /// The folded letters of words with more than eight.
  private var longWords: [UInt8] = []
  /// How many syllables are words, and how many of these have a mark.
  public private(set) var wordCount = 0
  public private(set) var markedCount = 0

  public init(_ bytes: Span<UInt8>) {
    syllables.reserveCapacity(bytes.count / 4 + 2)
    read(bytes)
  }

  /// The folded letters of a word, or the digits of a number.
  public func letters(of syllable: Syllable) -> [UInt8] {
    let count = Int(syllable.lettersCount)
    switch syllable.kind {
    case .percent: return []
    case .number:
      let digits = Array(String(syllable.key).utf8)
      return Array(repeating: UInt8(ascii: "0"), count: max(0, count - digits.count)) + digits
    case .word:
      if count > 8 {
        return Array(longWords[Int(syllable.packed)..<(Int(syllable.packed) + count)])
      }
      return (0..<count).map { UInt8(truncatingIfNeeded: syllable.packed >> UInt64(8 * $0)) }
    }
  }

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    let table = LetterTable.shared
    var gap = Gap.glued
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if FoldedText.isLetter(byte) {
          index = readWord(bytes, at: index, gap, table)
          gap = .glued
        } else if FoldedText.isDigit(byte) {
          index = readNumber(bytes, at: index, gap)
          gap = .glued
        } else {
          separate(by: byte, at: index, &gap)
          index &+= 1
        }
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: index)
      if table.letter(scalar).packed != 0 {
        index = readWord(bytes, at: index, gap, table)
        gap = .glued
        continue
      }
      switch FoldedText.role(of: scalar) {
      case .nothing: break
      case .ascii(let byte) where FoldedText.isLetter(byte):
        index = readWord(bytes, at: index, gap, table)
        gap = .glued
        continue
      case .ascii(let byte) where FoldedText.isDigit(byte):
        index = readNumber(bytes, at: index, gap)
        gap = .glued
        continue
      case .ascii(let byte): separate(by: byte, at: index, &gap)
      }
      index += length
    }
    endGap = gap
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// What a scalar means that is no letter of any Latin alphabet.
  private enum Role {
    /// Not there at all: soft hyphens, zero-width characters, joiners, directions, loose marks.
    case nothing
    /// The same as this sign of ASCII.
    case ascii(UInt8)
  }

  private static func role(of scalar: UInt32) -> Role {
    switch scalar {
    case 0xFF01...0xFF5E: .ascii(UInt8(scalar - 0xFEE0))
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F,
      0xFEFF:
      .nothing
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x85:
      .ascii(UInt8(ascii: " "))
    case 0x2010...0x2015, 0x2212: .ascii(UInt8(ascii: "-"))
    case 0x2026, 0x3002: .ascii(UInt8(ascii: "."))
    default: .ascii(UInt8(ascii: "\""))
    }
  }

  /// Appends the word that begins at `start`, and returns the index behind it.
  @inline(__always)
  private mutating func readWord(
    _ bytes: Span<UInt8>, at start: Int, _ gap: Gap, _ table: LetterTable
  ) -> Int {
    var word = Word()
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard FoldedText.isLetter(byte) else { break }
        add(byte | 0x20, isUpper: byte & 0x20 == 0, to: &word)
        index &+= 1
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: index)
      let letter = table.letter(scalar)
      if letter.packed != 0 {
        add(letter.base, isUpper: letter.isUpper, to: &word)
        if letter.mark != 0 { word.marks.setMark(letter.mark, at: word.count &- 1) }
        if letter.tone != 0 { word.marks.setTone(letter.tone) }
      } else if case .ascii(let byte) = FoldedText.role(of: scalar) {
        guard FoldedText.isLetter(byte) else { break }
        add(byte | 0x20, isUpper: byte & 0x20 == 0, to: &word)
      } else {
        let (mark, tone) = combining(scalar)
        if mark != 0 { word.marks.setMark(mark, at: word.count &- 1) }
        if tone != 0 { word.marks.setTone(tone) }
      }
      index += length
    }
    append(word, start, index, gap)
    return index
  }

  /// The word being read; a local value, so that it lives in registers.
  private struct Word {
    var count = 0
    var uppers = 0
    var startsUpper = false
    var marks = Marks()
    /// The first eight letters, as `FoldedKey` packs them.
    var packed: UInt64 = 0
  }

  @inline(__always)
  private mutating func add(_ base: UInt8, isUpper: Bool, to word: inout Word) {
    if word.count < 8 {
      word.packed |= UInt64(base) &<< UInt64(truncatingIfNeeded: word.count &<< 3)
    } else {
      lengthen(word.packed, word.count, by: base)
    }
    if isUpper {
      word.uppers &+= 1
      if word.count == 0 { word.startsUpper = true }
    }
    word.count &+= 1
  }

  /// A word of more than eight letters: hardly ever one of Vietnamese.
  @inline(never)
  private mutating func lengthen(_ packed: UInt64, _ count: Int, by base: UInt8) {
    if count == 8 {
      for index in 0..<8 {
        longWords.append(UInt8(truncatingIfNeeded: packed >> UInt64(8 * index)))
      }
    }
    longWords.append(base)
  }

  @inline(__always)
  private mutating func append(_ word: Word, _ start: Int, _ end: Int, _ gap: Gap) {
    wordCount += 1
    if !word.marks.isEmpty { markedCount += 1 }
    var key = word.packed
    var packed = word.packed
    if word.count <= 8 {
      key = FoldedKey.unified(key, count: word.count)
    } else {
      packed = UInt64(longWords.count - word.count)
      let all = longWords.span
      key = FoldedKey.key(all.extracting((longWords.count - word.count)..<longWords.count))
    }
    let shape: Syllable.Shape =
      word.uppers == word.count && word.count > 1
      ? .upper : word.startsUpper ? .capitalized : .lower
    syllables.append(
      Syllable(
        key: key, marks: word.marks, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end), lettersCount: Int32(truncatingIfNeeded: word.count),
        packed: packed, kind: .word, shape: shape, gap: gap))
  }

  /// Appends the run of digits that begins at `start`, and returns the index behind it.
  private mutating func readNumber(_ bytes: Span<UInt8>, at start: Int, _ gap: Gap) -> Int {
    var value: UInt64 = 0
    var count = 0
    var index = start
    while index < bytes.count {
      var byte = bytes[index]
      var length = 1
      if byte >= 0x80 {
        let (scalar, scalarLength) = decodeScalar(bytes, at: index)
        length = scalarLength
        guard LetterTable.shared.letter(scalar).packed == 0 else { break }
        guard case .ascii(let plain) = FoldedText.role(of: scalar) else {
          index += length
          continue
        }
        byte = plain
      }
      guard FoldedText.isDigit(byte) else { break }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      value =
        overflow || product > UInt64(Int64.max) - 9
        ? UInt64(Int64.max) : product + UInt64(byte - UInt8(ascii: "0"))
      count += 1
      index += length
    }
    syllables.append(
      Syllable(
        key: value, marks: Marks(), start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: index), lettersCount: Int32(truncatingIfNeeded: count),
        packed: value, kind: .number, shape: .lower, gap: gap))
    return index
  }

  @inline(__always)
  private mutating func separate(by byte: UInt8, at index: Int, _ gap: inout Gap) {
    if byte == UInt8(ascii: " ") {
      gap.isTight = false
      if gap.sign == 0 { gap.sign = byte }
      return
    }
    separate(bySign: byte, at: index, &gap)
  }

  private mutating func separate(bySign byte: UInt8, at index: Int, _ gap: inout Gap) {
    if byte == UInt8(ascii: "%") {
      syllables.append(
        Syllable(
          key: UInt64(byte), marks: Marks(), start: Int32(truncatingIfNeeded: index),
          end: Int32(truncatingIfNeeded: index + 1), lettersCount: 0, packed: 0, kind: .percent,
          shape: .lower, gap: gap))
      gap = .glued
      return
    }
    let sign = FoldedText.sign(of: byte)
    if sign == UInt8(ascii: " ") { gap.isTight = false }
    if sign == UInt8(ascii: "\"") { hasQuotationMarks = true }
    if FoldedText.strength(of: sign) > FoldedText.strength(of: gap.sign) { gap.sign = sign }
  }

  private static func sign(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x09...0x0D, UInt8(ascii: " "): UInt8(ascii: " ")
    case UInt8(ascii: "!"), UInt8(ascii: ";"): UInt8(ascii: ".")
    default: byte
    }
  }

  private static func strength(of sign: UInt8) -> Int {
    switch sign {
    case 0: 0
    case UInt8(ascii: " "): 1
    case UInt8(ascii: "?"): 6
    case UInt8(ascii: "."): 5
    case UInt8(ascii: ","): 4
    case UInt8(ascii: ":"): 3
    default: 2
    }
  }
}

/// The scalar at `index` and its length; a malformed byte is U+FFFD of length 1.
@inline(__always)
private func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
  let lead = bytes[index]
  let (length, initial): (Int, UInt32) =
    switch lead {
    case 0xC2...0xDF: (2, UInt32(lead & 0x1f))
    case 0xE0...0xEF: (3, UInt32(lead & 0x0f))
    case 0xF0...0xF4: (4, UInt32(lead & 0x07))
    default: (1, 0)
    }
  guard length > 1, index &+ length <= bytes.count else { return (0xFFFD, 1) }
  var scalar = initial
  for offset in 1..<length {
    let next = bytes[index &+ offset]
    guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar &<< 6 | UInt32(next & 0x3f)
  }
  return (scalar, length)
}
