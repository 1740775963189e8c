/// A letter taken apart into what a keyboard without Vietnamese would give, and what it lacks.
///
/// `ệ` is the base `e`, the mark circumflex and the tone `nặng`. Packed into 16 bits so that the
/// whole alphabet is one small table.
struct Letter {
  /// Bits 0–6 the lower-case ASCII base, 7–9 the mark, 10–12 the tone, 13 upper case.
  let packed: UInt16

  /// Not a letter of any Latin alphabet.
  static let none = Letter(packed: 0)

  init(packed: UInt16) { self.packed = packed }

  init(base: UInt8, mark: UInt8 = 0, tone: UInt8 = 0, isUpper: Bool = false) {
    packed = UInt16(base) | UInt16(mark) << 7 | UInt16(tone) << 10 | (isUpper ? 1 << 13 : 0)
  }

  var base: UInt8 { UInt8(truncatingIfNeeded: packed & 0x7f) }
  var mark: UInt8 { UInt8(truncatingIfNeeded: packed >> 7 & 7) }
  var tone: UInt8 { UInt8(truncatingIfNeeded: packed >> 10 & 7) }
  var isUpper: Bool { packed & 1 << 13 != 0 }
}

/// The marks that make a letter another letter, as they stand in `Marks`.
package enum LetterMark {
  package static let circumflex: UInt8 = 1
  package static let breve: UInt8 = 2
  package static let horn: UInt8 = 3
  /// The stroke of `đ`.
  package static let stroke: UInt8 = 4
}

/// The five tone marks in the order of Vietnamese dictionaries; 0 is the level tone.
package enum Tone {
  package static let grave: UInt8 = 1
  package static let hook: UInt8 = 2
  package static let tilde: UInt8 = 3
  package static let acute: UInt8 = 4
  package static let dot: UInt8 = 5
}

/// Letter by Unicode scalar, for U+0000–U+024F and U+1E00–U+1EFF.
struct LetterTable {
  private let latin: [UInt16]
  private let additional: [UInt16]

  static let shared = LetterTable()

  @inline(__always)
  func letter(_ scalar: UInt32) -> Letter {
    if scalar < 0x250 { return Letter(packed: latin[Int(scalar)]) }
    if scalar >= 0x1E00, scalar < 0x1F00 {
      return Letter(packed: additional[Int(scalar) - 0x1E00])
    }
    return .none
  }

  private init() {
    var latin = [UInt16](repeating: 0, count: 0x250)
    var additional = [UInt16](repeating: 0, count: 0x100)
    func set(_ character: Unicode.Scalar, _ letter: Letter) {
      let value = Int(character.value)
      if value < 0x250 {
        latin[value] = letter.packed
      } else {
        additional[value - 0x1E00] = letter.packed
      }
    }
    for base in UInt8(ascii: "a")...UInt8(ascii: "z") {
      set(Unicode.Scalar(base), Letter(base: base))
      set(Unicode.Scalar(base - 32), Letter(base: base, isUpper: true))
    }
    for (row, mark) in LetterTable.vowelRows {
      for (tone, pair) in zip(UInt8(0)..., row.split(separator: " ")) {
        let scalars = Array(pair.unicodeScalars)
        let base = LetterTable.base(ofRow: row)
        set(scalars[0], Letter(base: base, mark: mark, tone: tone))
        set(scalars[1], Letter(base: base, mark: mark, tone: tone, isUpper: true))
      }
    }
    for (base, letters) in LetterTable.foreign {
      for scalar in letters.unicodeScalars { set(scalar, Letter(base: base)) }
    }
    // Ð and ð of Icelandic stand for Đ and đ in many old documents.
    for (scalar, isUpper) in [("đ", false), ("Đ", true), ("ð", false), ("Ð", true)] {
      for one in scalar.unicodeScalars {
        set(one, Letter(base: UInt8(ascii: "d"), mark: LetterMark.stroke, isUpper: isUpper))
      }
    }
    self.latin = latin
    self.additional = additional
  }

  /// Lower and upper case by tone; the first letter of a row tells the base.
  private static let vowelRows: [(String, UInt8)] = [
    ("aA àÀ ảẢ ãÃ áÁ ạẠ", 0), ("ăĂ ằẰ ẳẲ ẵẴ ắẮ ặẶ", LetterMark.breve),
    ("âÂ ầẦ ẩẨ ẫẪ ấẤ ậẬ", LetterMark.circumflex), ("eE èÈ ẻẺ ẽẼ éÉ ẹẸ", 0),
    ("êÊ ềỀ ểỂ ễỄ ếẾ ệỆ", LetterMark.circumflex), ("iI ìÌ ỉỈ ĩĨ íÍ ịỊ", 0),
    ("oO òÒ ỏỎ õÕ óÓ ọỌ", 0), ("ôÔ ồỒ ổỔ ỗỖ ốỐ ộỘ", LetterMark.circumflex),
    ("ơƠ ờỜ ởỞ ỡỠ ớỚ ợỢ", LetterMark.horn), ("uU ùÙ ủỦ ũŨ úÚ ụỤ", 0),
    ("ưƯ ừỪ ửỬ ữỮ ứỨ ựỰ", LetterMark.horn), ("yY ỳỲ ỷỶ ỹỸ ýÝ ỵỴ", 0),
  ]

  private static func base(ofRow row: String) -> UInt8 {
    switch row.unicodeScalars.first {
    case "a", "ă", "â": UInt8(ascii: "a")
    case "e", "ê": UInt8(ascii: "e")
    case "i": UInt8(ascii: "i")
    case "o", "ô", "ơ": UInt8(ascii: "o")
    case "u", "ư": UInt8(ascii: "u")
    default: UInt8(ascii: "y")
    }
  }

  private static let foreign: [(UInt8, String)] = [
    (UInt8(ascii: "a"), "äåāą"), (UInt8(ascii: "c"), "çćč"), (UInt8(ascii: "e"), "ëēę"),
    (UInt8(ascii: "i"), "ïîī"), (UInt8(ascii: "n"), "ñńň"), (UInt8(ascii: "o"), "öōø"),
    (UInt8(ascii: "s"), "šś"), (UInt8(ascii: "u"), "üûū"), (UInt8(ascii: "z"), "žźż"),
  ]
}

/// A combining mark of decomposed text (NFD), as the mark or the tone it adds.
@inline(__always)
func combining(_ scalar: UInt32) -> (mark: UInt8, tone: UInt8) {
  switch scalar {
  case 0x302: (LetterMark.circumflex, 0)
  case 0x306: (LetterMark.breve, 0)
  case 0x31B: (LetterMark.horn, 0)
  case 0x335, 0x336: (LetterMark.stroke, 0)
  case 0x300, 0x340: (0, Tone.grave)
  case 0x309: (0, Tone.hook)
  case 0x303: (0, Tone.tilde)
  case 0x301, 0x341: (0, Tone.acute)
  case 0x323: (0, Tone.dot)
  default: (0, 0)
  }
}
