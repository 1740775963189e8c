package import CivilTime

extension QuantityReader {
  /// A length of time with what stands around it: "trước 3 ngày", "2 tiếng nữa", "một tuần".
  func span(at start: Int) -> Found? {
    if has(.before, at: start), let (length, next) = duration(at: start + 1) {
      return Found(quantity: .lead(length), count: next - start, isInferred: false)
    }
    if has([.after, .within], at: start), let (length, next) = duration(at: start + 1) {
      let end = follows([.more, .coming], at: next) ? next + 1 : next
      return Found(
        quantity: has(.after, at: start) ? .ahead(length) : .duration(length),
        count: end - start, isInferred: false)
    }
    if has(.ago, at: start), has(.here, at: start + 1), let (length, next) = duration(at: start + 2)
    {
      return Found(quantity: .ago(length), count: next - start, isInferred: false)
    }
    guard let (length, next) = duration(at: start) else { return nil }
    if isBeforeDue(next) {
      return Found(quantity: .lead(length), count: next - start, isInferred: false)
    }
    if follows(.more, at: next) || follows([.after, .coming], at: next) && next - start > 1 {
      return Found(quantity: .ahead(length), count: next + 1 - start, isInferred: false)
    }
    if follows(.before, at: next), has(.here, at: next + 1) {
      return Found(quantity: .ago(length), count: next + 2 - start, isInferred: false)
    }
    return Found(quantity: .duration(length), count: next - start, isInferred: false)
  }

  /// "còn 5 ngày tới hạn", "5 ngày nữa đến hạn": how long before.
  private func isBeforeDue(_ next: Int) -> Bool {
    let index = follows(.more, at: next) ? next + 1 : next
    return follows(.to, at: index) && has(.due, at: index + 1)
  }

  /// "3 ngày", "nửa tiếng", "một tuần rưỡi", "2 ngày làm việc".
  func duration(at start: Int) -> (CivilDuration, Int)? {
    if has(.halfOf, at: start) { return halfDuration(at: start) }
    guard let (amount, next) = wholeNumber(at: start), amount <= 10_000, next < words.count else {
      return nil
    }
    guard let unit = unit(at: next, glued: words[next].gap.sign == 0 && digits(start) != nil) else {
      return nil
    }
    // "năm 2022", "ngày 5": a year or a day of the month stands after its word, not before.
    if unit == .years, digits(start) == nil, next == start + 1, numeral(start) == .five {
      return nil
    }
    var end = next + 1
    if has(.minute, at: next + 1) == false, follows(.half, at: end) {
      return (CivilDuration(amount, unit).plusHalf, end + 1)
    }
    // "sau 9 giờ tối": a time of day.
    if unit == .hours, has([.morning, .noon, .afternoon, .evening, .night], at: end) { return nil }
    if unit == .days, has(.working, at: end) { end += end + 1 < words.count ? 2 : 1 }
    if unit == .hours, let (minutes, after) = wholeNumber(at: end), has(.minute, at: after) {
      return (CivilDuration(amount * 60 + minutes, .minutes), after + 1)
    }
    return (CivilDuration(amount, unit), end)
  }

  private func unit(at index: Int, glued: Bool) -> CivilDuration.Unit? {
    if has(.day, at: index) { return .days }
    if has(.dayWord, at: index) { return .days }
    if has(.week, at: index) { return .weeks }
    if has(.month, at: index) { return .months }
    if has(.year, at: index) { return .years }
    if has(.hours, at: index) { return .hours }
    if has(.minute, at: index) { return .minutes }
    // "2 giờ" is a length or a time of day; the clock is tried too and reads further.
    if has(.hour, at: index) { return .hours }
    return nil
  }

  private func halfDuration(at start: Int) -> (CivilDuration, Int)? {
    if has([.hours, .hour], at: start + 1) {
      let end = has(.hour, at: start + 2) && has(.hours, at: start + 1) ? start + 3 : start + 2
      return (CivilDuration(30, .minutes), end)
    }
    if has(.day, at: start + 1) { return (CivilDuration(12, .hours), start + 2) }
    if has(.month, at: start + 1) { return (CivilDuration(15, .days), start + 2) }
    if has(.year, at: start + 1) { return (CivilDuration(6, .months), start + 2) }
    return nil
  }
}

extension CivilDuration {
  /// "một tuần rưỡi" and the like, in the next smaller unit.
  var plusHalf: CivilDuration {
    switch unit {
    case .minutes: CivilDuration(amount, .minutes)
    case .hours: CivilDuration(amount * 60 + 30, .minutes)
    case .days: CivilDuration(amount * 24 + 12, .hours)
    case .weeks: CivilDuration(amount * 7 + 4, .days)
    case .months: CivilDuration(amount * 30 + 15, .days)
    case .years: CivilDuration(amount * 12 + 6, .months)
    }
  }
}

extension CivilDate {
  /// So much later; months and years keep the day or take the month's last. Hours count as no day.
  package func adding(_ duration: CivilDuration, sign: Int = 1) -> CivilDate {
    switch duration.unit {
    case .minutes, .hours: self
    case .days: adding(days: sign * duration.amount)
    case .weeks: adding(days: sign * duration.amount * 7)
    case .months: adding(months: sign * duration.amount)
    case .years: adding(months: sign * duration.amount * 12)
    }
  }

  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (
      index.flooredDivision(by: 12), index - index.flooredDivision(by: 12) * 12 + 1
    )
    let last = CivilDate.daysInMonth(newMonth, of: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }
}

extension Instant {
  /// So much later; days and longer keep the time of day.
  package func adding(_ duration: CivilDuration) -> Instant {
    switch duration.unit {
    case .minutes: adding(milliseconds: Int64(duration.amount) * 60_000)
    case .hours: adding(milliseconds: Int64(duration.amount) * 3_600_000)
    default: Instant(date.adding(duration), timeOfDay)
    }
  }
}

extension Int {
  func flooredDivision(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
