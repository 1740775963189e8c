/// The closed vocabulary of numbers and dates: the grammar of the language, not a wording that
/// anybody would edit.
struct PhraseVocabulary: Sendable {
  struct Meaning: Sendable {
    let marks: Marks
    let terms: Terms
    let numeral: Numeral
    /// Another meaning of the same letters as the one before.
    var isFurther = false
    /// No other common word has these letters, so that it also counts without its marks.
    let isSafe: Bool
  }

  static let shared = PhraseVocabulary()

  private var table = KeyTable(capacity: 256)
  private var meanings: [Meaning] = []

  func visitKeys(_ body: (UInt64) -> Void) { table.visitEntries { key, _ in body(key) } }

  /// Calls `body` for every meaning of a word's letters; of most words there is none.
  @inline(__always)
  func visitMeanings(of key: UInt64, _ body: (Meaning) -> Void) {
    guard let first = table[key] else { return }
    var place = Int(first)
    repeat {
      body(meanings[place])
      place += 1
    } while place < meanings.count && meanings[place].isFurther
  }

  private init() {
    var byKey: [UInt64: [Meaning]] = [:]
    var keys: [UInt64] = []
    func add(_ word: some StringProtocol, _ terms: Terms, _ numeral: Numeral) {
      guard let syllable = FoldedText(String(word)).syllables.first else { return }
      if byKey[syllable.key] == nil { keys.append(syllable.key) }
      byKey[syllable.key, default: []].append(
        Meaning(
          marks: syllable.marks, terms: terms, numeral: numeral, isSafe: word.hasSuffix("!")))
    }
    for (words, terms) in PhraseVocabulary.terms {
      for word in words.split(separator: " ") { add(word, terms, .none) }
    }
    for (words, numeral) in PhraseVocabulary.numerals {
      for word in words.split(separator: " ") { add(word, [], numeral) }
    }
    add("một", .one, .one)
    for key in keys {
      table.set(Int32(meanings.count), for: key)
      for (index, meaning) in (byKey[key] ?? []).enumerated() {
        meanings.append(meaning)
        meanings[meanings.count - 1].isFurther = index > 0
      }
    }
  }

  // A word followed by "!" counts without its marks too.
  private static let terms: [(String, Terms)] = [
    ("ngày!", .day), ("mùng! mồng mùn", .firstTen), ("rằm", .fullMoon), ("tháng", .month),
    ("năm", .year), ("quý", .quarter), ("tuần", .week), ("thứ", .weekdayOrdinal),
    ("chủ chúa", .sundayFirst), ("nhật!", .sundaySecond), ("cn", .sundayShort), ("đầu", .start),
    ("giữa", .middle), ("cuối", .end), ("hết", .whole), ("mai", .tomorrow),
    ("mốt", .afterTomorrow), ("kia", .thereafter), ("kìa", .farther), ("nay", .today),
    ("này ni", .this), ("hôm! bữa", .dayWord), ("qua", .past), ("sau", .after), ("tới", .coming),
    ("nữa", .more), ("trước", .before), ("trong", .within), ("từ", .from), ("đến tới", .to),
    ("cách", .ago), ("đây", .here), ("ngoái!", .lastYear), ("giêng!", .lunarFirst),
    ("chạp", .lunarLast), ("âm", .lunar), ("dương!", .solar), ("hạn!", .due), ("lịch", .calendar),
    ("giờ h g", .hour),
    ("phút! p ph", .minute), ("rưỡi rưởi", .half), ("kém", .less), ("sáng", .morning),
    ("trưa", .noon), ("chiều! chìu", .afternoon), ("tối", .evening), ("khuya! đêm", .night),
    ("nửa", .halfOf), ("tiếng", .hours), ("lúc vào", .at), ("vài mấy dăm", .vague),
    ("phần", .percentFirst), ("đồng đ vnđ vnd", .currency), ("nhuận", .leap), ("làm", .working),
    ("rồi", .last), ("muộn chậm trễ", .noLater), ("phẩy", .decimalPoint), ("tết!", .newYear),
    ("phân", .portion),
  ]

  private static let numerals: [(String, Numeral)] = [
    ("không", .zero), ("hai", .two), ("ba", .three), ("bốn! tư", .four), ("năm lăm nhăm", .five),
    ("sáu! sấu", .six), ("bảy bẩy", .seven), ("tám", .eight), ("chín", .nine), ("mười!", .ten),
    ("mươi chục", .tens), ("trăm", .hundred), ("nghìn! ngàn ngìn", .thousand),
    ("triệu! tr", .million), ("tỷ tỉ", .billion), ("linh lẻ", .odd), ("hăm", .twenty),
  ]
}
