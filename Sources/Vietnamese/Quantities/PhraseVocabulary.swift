/// The closed vocabulary of numbers and dates: the grammar of the language, not a wording that
/// anybody would edit.
struct PhraseVocabulary: Sendable {
  struct Meaning: Sendable {
    let marks: Marks
    let terms: Terms
    let numeral: Numeral
    /// No other common word has these letters, so that it also counts without its marks.
    let isSafe: Bool
  }

  static let shared = PhraseVocabulary()

  private var table = KeyTable(capacity: 256)
  private var meanings: [[Meaning]] = []

  func entries(of key: UInt64) -> [Meaning]? { table[key].map { meanings[Int($0)] } }

  private init() {
    for (words, terms) in PhraseVocabulary.terms {
      for word in words.split(separator: " ") { add(String(word), terms: terms, numeral: .none) }
    }
    for (words, numeral) in PhraseVocabulary.numerals {
      for word in words.split(separator: " ") { add(String(word), terms: [], numeral: numeral) }
    }
    add("một", terms: .one, numeral: .one)
  }

  /// A word followed by "!" counts without its marks too.
  private mutating func add(_ word: String, terms: Terms, numeral: Numeral) {
    guard let syllable = FoldedText(word).syllables.first else { return }
    let meaning = Meaning(
      marks: syllable.marks, terms: terms, numeral: numeral, isSafe: word.hasSuffix("!"))
    if let index = table[syllable.key] {
      meanings[Int(index)].append(meaning)
    } else {
      meanings.append([meaning])
      table.set(Int32(meanings.count - 1), for: syllable.key)
    }
  }

  private static let terms: [(String, Terms)] = [
    ("ngày!", .day), ("mùng! mồng mùn", .firstTen), ("rằm", .fullMoon), ("tháng", .month),
    ("năm", .year), ("quý", .quarter), ("tuần", .week), ("thứ", .weekdayOrdinal),
    ("chủ chúa", .sundayFirst), ("nhật!", .sundaySecond), ("cn", .sundayShort), ("đầu", .start),
    ("giữa", .middle), ("cuối", .end), ("hết", .whole), ("mai mơi", .tomorrow),
    ("mốt", .afterTomorrow), ("kia", .thereafter), ("kìa", .farther), ("nay", .today),
    ("này ni", .this), ("hôm! bữa", .dayWord), ("qua", .past), ("sau", .after), ("tới", .coming),
    ("nữa", .more), ("trước", .before), ("trong", .within), ("từ", .from), ("đến tới", .to),
    ("cách", .ago), ("đây", .here), ("ngoái!", .lastYear), ("giêng!", .lunarFirst),
    ("chạp", .lunarLast), ("âm", .lunar), ("lịch", .calendar), ("giờ h g", .hour),
    ("phút! p ph", .minute), ("rưỡi rưởi", .half), ("kém", .less), ("sáng", .morning),
    ("trưa", .noon), ("chiều! chìu", .afternoon), ("tối", .evening), ("khuya! đêm", .night),
    ("nửa", .halfOf), ("tiếng", .hours), ("lúc vào", .at), ("vài mấy dăm", .vague),
    ("phần", .percentFirst), ("đồng đ vnđ vnd", .currency), ("nhuận", .leap), ("làm", .working),
    ("rồi", .last), ("muộn chậm trễ", .noLater), ("phẩy", .decimalPoint),
  ]

  private static let numerals: [(String, Numeral)] = [
    ("không", .zero), ("hai", .two), ("ba", .three), ("bốn! tư", .four), ("năm lăm nhăm", .five),
    ("sáu! sấu", .six), ("bảy bẩy", .seven), ("tám", .eight), ("chín", .nine), ("mười!", .ten),
    ("mươi chục", .tens), ("trăm", .hundred), ("nghìn! ngàn ngìn", .thousand),
    ("triệu! tr", .million), ("tỷ tỉ", .billion), ("linh lẻ", .odd), ("hăm", .twenty),
  ]
}
