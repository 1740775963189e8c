/// A day of the civil (Gregorian) calendar, without a time or a zone.
///
/// Days are counted from 1970-01-01, so that differences and orders are integer arithmetic.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let daysSinceEpoch: Int32

  package init(daysSinceEpoch: Int) {
    self.daysSinceEpoch = Int32(clamping: daysSinceEpoch)
  }

  /// The day that is written so, or `nil` where the calendar has no such day: plans do name a
  /// "ngày 42 tháng 11". Years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.daysInMonth(month, of: year)
    else { return nil }
    self.init(daysSinceEpoch: CivilDate.days(year: year, month: month, day: day))
  }

  /// Reads `2022-01-14`; anything else, an impossible day included, is `nil`.
  package init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = decimal(parts[0]), let month = decimal(parts[1]), let day = decimal(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var components: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil-from-days: eras of 400 years that begin on 1 March.
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (Int(daysSinceEpoch) + 3) % 7
    return Weekday(rawValue: (index + 7) % 7) ?? .monday
  }

  /// `2022-01-14`.
  package var iso: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 10) { digits in
      write(year, 4, to: digits, at: 0)
      digits[4] = UInt8(ascii: "-")
      write(month, 2, to: digits, at: 5)
      digits[7] = UInt8(ascii: "-")
      write(day, 2, to: digits, at: 8)
      return 10
    }
  }

  /// `14/01/2022`, as Vietnam writes it.
  package var dayMonthYear: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 10) { digits in
      write(day, 2, to: digits, at: 0)
      digits[2] = UInt8(ascii: "/")
      write(month, 2, to: digits, at: 3)
      digits[5] = UInt8(ascii: "/")
      write(year, 4, to: digits, at: 6)
      return 10
    }
  }

  package func adding(days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: Int(daysSinceEpoch) + days)
  }

  /// Days from this day to `other`; negative if `other` is earlier.
  package func days(to other: CivilDate) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }

  package var lastOfMonth: CivilDate {
    let (year, month, day) = components
    return adding(days: CivilDate.daysInMonth(month, of: year) - day)
  }

  package static func < (one: CivilDate, other: CivilDate) -> Bool {
    one.daysSinceEpoch < other.daysSinceEpoch
  }

  /// 28 to 31; `month` must be 1 to 12.
  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// The week begins on Monday, as in Vietnam's offices.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}

/// Both days included, as plans write "từ ngày … đến ngày …". `first` is never after `last`.
package struct DateSpan: Hashable, Sendable {
  package let first: CivilDate
  package let last: CivilDate

  /// `nil` if `first` is after `last`.
  package init?(_ first: CivilDate, _ last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  /// `2022-11-15/2022-11-22`.
  package var iso: String { first.iso + "/" + last.iso }
}

/// `value` with leading zeros up to `width` digits.
package func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The last `width` digits of `value`, with leading zeros. Dates stand in every answer, and building
/// them digit by digit costs a tenth of joining strings.
func write(_ value: Int, _ width: Int, to out: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
  var rest = value
  for index in (start..<start + width).reversed() {
    out[index] = UInt8(ascii: "0") + UInt8(rest % 10)
    rest /= 10
  }
}

/// The non-negative number that ASCII digits spell, `nil` for anything else or above 18 digits.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}
