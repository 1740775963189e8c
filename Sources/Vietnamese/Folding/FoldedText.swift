/// A message read once, byte by byte: its syllables with folded keys, marks and places.
///
/// NFC and NFD, old and new tone placement, full-width and zero-width characters, case and spacing
/// all fold alike; the marks are kept beside the letters, because they are evidence. Takes any
/// bytes: what is no UTF-8 separates syllables. One pass, linear, no `String`.
package struct FoldedText: Sendable {
  package private(set) var syllables: [Syllable] = []
  /// One more than syllables: the gap before each, and the one at the end.
  package private(set) var gaps: [Gap] = []
  /// The folded letters and the digits of all syllables, one after another.
  package private(set) var letters: [UInt8] = []

  private var pending = Gap.glued
  private var open = Open()

  package init(_ bytes: Span<UInt8>) {
    let expected = bytes.count / 4 + 2
    syllables.reserveCapacity(expected)
    gaps.reserveCapacity(expected + 1)
    letters.reserveCapacity(bytes.count)
    read(bytes)
  }

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// The syllable being read.
  private struct Open {
    var kind = Syllable.Kind.word
    var start = 0
    var lettersStart = 0
    var marks = Marks()
    var value: UInt64 = 0
    var uppers = 0
    var startsUpper = false
    var isOpen = false
  }

  private mutating func read(_ bytes: Span<UInt8>) {
    let table = LetterTable.shared
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        readASCII(byte, at: index, table)
        index += 1
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: index)
      readScalar(scalar, at: index, end: index + length, table)
      index += length
    }
    close(at: count)
    gaps.append(pending)
  }

  @inline(__always)
  private mutating func readASCII(_ byte: UInt8, at index: Int, _ table: LetterTable) {
    let letter = table.letter(UInt32(byte))
    if letter.packed != 0 {
      add(letter, at: index)
    } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      addDigit(byte, at: index)
    } else {
      close(at: index)
      separate(by: byte, at: index)
    }
  }

  private mutating func readScalar(
    _ scalar: UInt32, at index: Int, end: Int, _ table: LetterTable
  ) {
    let letter = table.letter(scalar)
    if letter.packed != 0 { return add(letter, at: index) }
    switch scalar {
    case 0x300...0x36F: addCombining(scalar)
    case 0xFF01...0xFF5E: readASCII(UInt8(scalar - 0xFEE0), at: index, table)
    // Soft hyphen, zero-width characters, joiners and directions are not there.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: break
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x85:
      close(at: index)
      separate(by: UInt8(ascii: " "), at: index)
    case 0x2010...0x2015, 0x2212:
      close(at: index)
      separate(by: UInt8(ascii: "-"), at: index)
    case 0x2026, 0x3002:
      close(at: index)
      separate(by: UInt8(ascii: "."), at: index)
    default:
      close(at: index)
      separate(by: UInt8(ascii: "\""), at: index)
    }
  }

  @inline(__always)
  private mutating func add(_ letter: Letter, at index: Int) {
    if !open.isOpen || open.kind != .word {
      close(at: index)
      begin(.word, at: index)
      open.startsUpper = letter.isUpper
    }
    if letter.mark != 0 { open.marks.setMark(letter.mark, at: letters.count - open.lettersStart) }
    if letter.tone != 0 { open.marks.setTone(letter.tone) }
    if letter.isUpper { open.uppers += 1 }
    letters.append(letter.base)
  }

  private mutating func addCombining(_ scalar: UInt32) {
    guard open.isOpen, open.kind == .word else { return }
    let (mark, tone) = combining(scalar)
    if mark != 0 { open.marks.setMark(mark, at: letters.count - 1 - open.lettersStart) }
    if tone != 0 { open.marks.setTone(tone) }
  }

  @inline(__always)
  private mutating func addDigit(_ byte: UInt8, at index: Int) {
    if !open.isOpen || open.kind != .number {
      close(at: index)
      begin(.number, at: index)
    }
    let (product, overflow) = open.value.multipliedReportingOverflow(by: 10)
    let digit = UInt64(byte - UInt8(ascii: "0"))
    open.value = overflow || product > UInt64(Int64.max) - 9 ? UInt64(Int64.max) : product + digit
    letters.append(byte)
  }

  @inline(__always)
  private mutating func begin(_ kind: Syllable.Kind, at index: Int) {
    open = Open()
    open.kind = kind
    open.start = index
    open.lettersStart = letters.count
    open.isOpen = true
  }

  private mutating func close(at index: Int) {
    guard open.isOpen else { return }
    open.isOpen = false
    let count = letters.count - open.lettersStart
    let key: UInt64
    if open.kind == .word {
      let all = letters.span
      key = FoldedKey.key(all.extracting(open.lettersStart..<letters.count))
    } else {
      key = open.value
    }
    let shape: Syllable.Shape =
      open.uppers == count && count > 1 ? .upper : open.startsUpper ? .capitalized : .lower
    append(
      Syllable(
        key: key, marks: open.marks, start: Int32(open.start), end: Int32(index),
        lettersStart: Int32(open.lettersStart), lettersCount: Int32(count), kind: open.kind,
        shape: shape))
  }

  @inline(__always)
  private mutating func append(_ syllable: Syllable) {
    gaps.append(pending)
    pending = .glued
    syllables.append(syllable)
  }

  private mutating func separate(by byte: UInt8, at index: Int) {
    if byte == UInt8(ascii: "%") {
      append(
        Syllable(
          key: UInt64(byte), marks: Marks(), start: Int32(index), end: Int32(index + 1),
          lettersStart: Int32(letters.count), lettersCount: 0, kind: .percent, shape: .lower))
      return
    }
    let sign = FoldedText.sign(of: byte)
    if sign == UInt8(ascii: " ") { pending.isTight = false }
    if FoldedText.strength(of: sign) > FoldedText.strength(of: pending.sign) {
      pending.sign = sign
    }
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
  guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
  var scalar = initial
  for offset in 1..<length {
    let next = bytes[index + offset]
    guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UInt32(next & 0x3f)
  }
  return (scalar, length)
}
