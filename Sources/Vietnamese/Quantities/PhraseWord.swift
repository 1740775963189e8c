import CivilTime

/// A word as the grammar of numbers and dates sees it.
package struct PhraseWord: Sendable {
  /// What the word can be; several, where marks are missing.
  var terms: Terms = []
  var numeral = Numeral.none
  /// Of a run of digits; -1 for words.
  var number: Int64 = -1
  /// How many digits were typed: `05` has two.
  var digits: Int32 = 0
  var gap: Gap
  var isPercent = false
  /// All marks that the word should have were typed.
  var isSure = true
  /// 1 to 4 for i, ii, iii, iv.
  var roman: UInt8 = 0
  /// The t of "t2".
  var isShortWeekday = false

  /// i, ii, iii, iv.
  private static let romans: [UInt64] = [0x69, 0x6969, 0x69_6969, 0x7669]
  /// No key of those is higher, nor that of the t.
  private static let highestRoman: UInt64 = 0x69_6969
  private static let shortWeekday: UInt64 = 0x74

  /// `isUnmarked`: the message was typed without marks, so that they tell nothing.
  package init(key: UInt64, marks: Marks, isUnmarked: Bool, gap: Gap) {
    self.gap = gap
    if key <= PhraseWord.highestRoman {
      if let index = PhraseWord.romans.firstIndex(of: key) { roman = UInt8(index + 1) }
      isShortWeekday = key == PhraseWord.shortWeekday
    }
    PhraseVocabulary.shared.visitMeanings(of: key) { meaning in
      guard meaning.marks == marks || isUnmarked || marks.isEmpty && meaning.isSafe else { return }
      terms.formUnion(meaning.terms)
      if meaning.numeral != .none { numeral = meaning.numeral }
      if meaning.marks != marks { isSure = false }
    }
  }

  package init(number: UInt64, digits: Int, gap: Gap) {
    self.number = Int64(clamping: number)
    self.digits = Int32(digits)
    self.gap = gap
  }

  package init(percentSignAfter gap: Gap) {
    self.gap = gap
    isPercent = true
  }

  /// No word of any phrase.
  package init(outside gap: Gap) { self.gap = gap }

  /// No phrase has it, with the marks that were typed.
  package var isOutside: Bool {
    terms.isEmpty && numeral == .none && number < 0 && !isPercent && roman == 0 && !isShortWeekday
  }

  /// A phrase may begin with it.
  package var opensPhrase: Bool { !opening.isEmpty }

  /// What kinds of phrase may begin with the word.
  var opening: Opening {
    var opening: Opening = number >= 0 || numeral != .none ? .number : []
    if terms.isEmpty { return isShortWeekday ? opening.union(.day) : opening }
    if !terms.isDisjoint(with: Terms.openingDays) { opening.insert(.day) }
    if !terms.isDisjoint(with: Terms.openingLengths) { opening.insert(.length) }
    if terms.contains(.year) { opening.insert(.year) }
    if !terms.isDisjoint(with: [.one, .portion]) { opening.insert(.number) }
    return opening
  }
}

/// Kinds of phrase, to try only those that may begin with a word.
struct Opening: OptionSet, Sendable {
  let rawValue: UInt8
  static let number = Opening(rawValue: 1)
  /// Days, times of day and spans of days.
  static let day = Opening(rawValue: 2)
  static let length = Opening(rawValue: 4)
  static let year = Opening(rawValue: 8)
}

/// The words that dates, times and lengths of time are said with.
struct Terms: OptionSet, Sendable {
  let rawValue: UInt64

  private static func bit(_ index: UInt64) -> Terms { Terms(rawValue: 1 << index) }

  static let day = bit(0)
  static let firstTen = bit(1)  // mùng, mồng
  static let fullMoon = bit(2)  // rằm
  static let month = bit(3)
  static let year = bit(4)
  static let quarter = bit(5)
  static let week = bit(6)
  static let weekdayOrdinal = bit(7)  // thứ
  static let sundayFirst = bit(8)  // chủ, chúa
  static let sundaySecond = bit(9)  // nhật
  static let sundayShort = bit(10)  // cn
  static let start = bit(11)  // đầu
  static let middle = bit(12)
  static let end = bit(13)  // cuối
  static let whole = bit(14)  // hết
  static let tomorrow = bit(15)
  static let afterTomorrow = bit(16)  // mốt
  static let thereafter = bit(17)  // kia
  static let farther = bit(18)  // kìa
  static let today = bit(19)  // nay
  static let this = bit(20)  // này
  static let dayWord = bit(21)  // hôm, bữa
  static let past = bit(22)  // qua
  static let after = bit(23)  // sau
  static let coming = bit(24)  // tới
  static let more = bit(25)  // nữa
  static let before = bit(26)  // trước
  static let within = bit(27)  // trong
  static let from = bit(28)
  static let to = bit(29)
  static let ago = bit(30)  // cách
  static let here = bit(31)  // đây
  static let lastYear = bit(32)  // ngoái
  static let lunarFirst = bit(33)  // giêng
  static let lunarLast = bit(34)  // chạp
  static let lunar = bit(35)  // âm
  static let calendar = bit(36)  // lịch
  static let hour = bit(37)  // giờ, h
  static let minute = bit(38)
  static let half = bit(39)  // rưỡi
  static let less = bit(40)  // kém
  static let morning = bit(41)
  static let noon = bit(42)
  static let afternoon = bit(43)
  static let evening = bit(44)
  static let night = bit(45)
  static let halfOf = bit(46)  // nửa
  static let hours = bit(47)  // tiếng
  static let at = bit(48)  // lúc, vào
  static let vague = bit(49)  // vài, mấy, dăm
  static let percentFirst = bit(50)  // phần
  static let currency = bit(51)  // đồng, đ
  static let leap = bit(52)  // nhuận
  static let working = bit(53)  // làm (việc)
  static let one = bit(54)  // một, of "một nửa"
  static let last = bit(55)  // ngoái, rồi
  static let noLater = bit(56)  // muộn, chậm … nhất
  static let decimalPoint = bit(57)  // phẩy
  static let newYear = bit(58)  // tết
  static let portion = bit(59)  // phân, of "phân nửa"
  static let solar = bit(60)  // dương
  static let due = bit(61)  // hạn

  static let openingDays: Terms = [
    .day, .firstTen, .fullMoon, .month, .quarter, .week, .weekdayOrdinal, .sundayFirst,
    .sundayShort,
    .start, .middle, .end, .whole, .tomorrow, .afterTomorrow, .today, .dayWord, .from, .morning,
    .noon,
    .afternoon, .evening, .night, .at,
  ]
  static let openingLengths: Terms = [.before, .after, .within, .ago, .halfOf]
}

enum Numeral: UInt8, Sendable {
  case none
  case zero, one, two, three, four, five, six, seven, eight, nine, ten
  /// mươi, chục
  case tens
  case hundred, thousand, million, billion
  /// linh, lẻ
  case odd
  /// "hăm": twenty before a unit.
  case twenty

  var unit: Int64? { rawValue >= 1 && rawValue <= 11 ? Int64(rawValue) - 1 : nil }
}

extension PhraseWord {
  /// The words of a text that holds nothing but a phrase, marks as typed.
  package static func words(of folded: FoldedText) -> [PhraseWord] {
    let isUnmarked = folded.syllables.allSatisfy { $0.marks.isEmpty }
    return folded.syllables.indices.map { index in
      let syllable = folded.syllables[index]
      switch syllable.kind {
      case .word:
        return PhraseWord(
          key: syllable.key, marks: syllable.marks, isUnmarked: isUnmarked,
          gap: syllable.gap)
      case .number:
        return PhraseWord(
          number: syllable.key, digits: Int(syllable.lettersCount), gap: syllable.gap)
      case .percent: return PhraseWord(percentSignAfter: syllable.gap)
      }
    }
  }
}

extension PhraseWord {
  /// What a word can be in a phrase.
  package struct Role: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A phrase may begin with it.
    package static let opens = Role(rawValue: 1)
    /// It is a phrase by itself, and no mere numeral: "mai", "rằm".
    package static let standsAlone = Role(rawValue: 2)
  }

  /// The words that numbers and dates are said with; all others are `outside`.
  package static func visitTerms(_ body: (_ key: UInt64, _ role: Role) -> Void) {
    PhraseVocabulary.shared.visitKeys { body($0, role(of: $0)) }
    for key in romans + [shortWeekday] { body(key, role(of: key)) }
  }

  /// Whatever its marks are.
  private static func role(of key: UInt64) -> Role {
    var role: Role = []
    func note(_ marks: Marks, isUnmarked: Bool) {
      let word = PhraseWord(key: key, marks: marks, isUnmarked: isUnmarked, gap: .space)
      if word.opensPhrase { role.insert(.opens) }
      // On any day.
      let reader = QuantityReader(words: [word], now: Instant(milliseconds: 0))
      switch reader.read(at: 0)?.quantity {
      case nil, .number: break
      default: role.insert(.standsAlone)
      }
    }
    note(Marks(), isUnmarked: true)
    PhraseVocabulary.shared.visitMeanings(of: key) { note($0.marks, isUnmarked: false) }
    return role
  }
}
