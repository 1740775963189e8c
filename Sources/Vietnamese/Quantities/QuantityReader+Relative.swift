import CivilTime

extension QuantityReader {
  // MARK: hôm nay, mai, thứ sáu tuần sau

  /// "hôm nay", "mai", "ngày mốt", "hôm qua".
  func relativeDay(at start: Int) -> Found? {
    func found(_ days: Int, _ count: Int) -> Found {
      Found(quantity: .day(today.adding(days: days)), count: count, isInferred: false)
    }
    if has([.dayWord, .day], at: start) {
      if has(.today, at: start + 1) { return found(0, 2) }
      // "bữa ni"
      if has(.dayWord, at: start), has(.this, at: start + 1) { return found(0, 2) }
      if has(.tomorrow, at: start + 1) { return found(1, 2) }
      if has([.afterTomorrow], at: start + 1) { return found(2, 2) }
      if has(.thereafter, at: start + 1) { return found(has(.day, at: start) ? 2 : -2, 2) }
      if has(.farther, at: start + 1) { return found(has(.day, at: start) ? 3 : -3, 2) }
      if has(.past, at: start + 1) { return found(-1, 2) }
      return nil
    }
    guard words[start].isSure else {
      // "mai" has no marks of its own, nor has "nay"; the others need theirs.
      if has(.tomorrow, at: start) { return found(1, 1) }
      return has(.today, at: start) && isUnmarkedPart(start - 1) ? found(0, 1) : nil
    }
    if has(.tomorrow, at: start) { return found(1, 1) }
    if has(.afterTomorrow, at: start) { return found(2, 1) }
    // "tối nay", "tối ni"
    if has([.morning, .noon, .afternoon, .evening, .night], at: start - 1),
      has([.today, .this], at: start)
    {
      return found(0, 1)
    }
    return nil
  }

  /// "8h sang", "chieu", "9h toi"; but "toi" alone may be "tôi".
  private func isUnmarkedPart(_ index: Int) -> Bool {
    has([.morning, .noon, .afternoon, .night], at: index)
      || has(.evening, at: index) && has(.hour, at: index - 1)
  }

  /// "thứ hai", "t2", "thứ 6 tuần sau", "chủ nhật này", "thứ sáu ngày 15/1".
  func weekday(at start: Int) -> Found? {
    guard let (weekday, next) = weekdayName(at: start) else { return nil }
    var end = next
    var date: CivilDate
    var last: CivilDate?
    let difference = weekday - today.weekday.rawValue
    if follows(.week, at: end), has([.after, .coming], at: end + 1) {
      end += 2
      date = today.adding(days: difference + 7)
      if follows(.more, at: end) {
        end += 1
        date = date.adding(days: 7)
      }
    } else if follows(.week, at: end), has([.this, .today], at: end + 1) {
      end += 2
      date = today.adding(days: difference)
    } else if follows(.week, at: end), has([.before, .last], at: end + 1) {
      end += 2
      date = today.adding(days: difference - 7)
    } else if follows(.this, at: end) {
      end += 1
      // "thứ hai này" said on a Friday is the coming one.
      date = today.adding(days: difference < 0 ? difference + 7 : difference)
    } else {
      if follows([.after, .coming], at: end), !has(.one, at: end + 1), numeral(end + 1) == .none,
        digits(end + 1) == nil
      {
        end += 1
      }
      date = today.adding(days: difference <= 0 ? difference + 7 : difference)
      last = today.adding(days: difference <= 0 ? difference : difference - 7)
      if end + 1 < words.count, !words[end].gap.endsSentence, let dated = numericOrNamed(at: end) {
        // "thứ ba 4/1" said on the seventh: the weekday tells that it was this week.
        let recent = dated.last.flatMap { isRecent($0) ? $0 : nil }
        let day = [dated.day, recent].compactMap(\.self).first { $0.weekday.rawValue == weekday }
        return Found(
          quantity: day.map { .day($0) } ?? .impossible(.otherWeekday(dated.day)),
          count: dated.next - start, isInferred: false)
      }
    }
    return Found(quantity: .day(date, last: last), count: end - start, isInferred: false)
  }

  private func numericOrNamed(
    at start: Int
  ) -> (day: CivilDate, last: CivilDate?, next: Int)? {
    guard has(.day, at: start) || digits(start) != nil, let found = date(at: start),
      case .day(let day, let last) = found.quantity
    else { return nil }
    return (day, last, start + found.count)
  }

  /// 0 for Monday to 6 for Sunday.
  private func weekdayName(at start: Int) -> (Int, Int)? {
    if has(.sundayFirst, at: start), has(.sundaySecond, at: start + 1) { return (6, start + 2) }
    if has(.sundayShort, at: start) { return (6, start + 1) }
    if has(.weekdayOrdinal, at: start) {
      if let number = digits(start + 1), (2...7).contains(number) {
        return (Int(number) - 2, start + 2)
      }
      guard let unit = numeral(start + 1).unit, (2...7).contains(unit) else { return nil }
      return (Int(unit) - 2, start + 2)
    }
    if words[start].isShortWeekday, let number = digits(start + 1), (2...7).contains(number),
      words[start + 1].gap.sign == 0
    {
      return (Int(number) - 2, start + 2)
    }
    return nil
  }

  // MARK: tuần sau, tháng 3, quý 2, cuối tháng

  /// A span that has a name.
  func period(at start: Int) -> (span: DateSpan, next: Int)? {
    if has(.week, at: start) { return week(at: start) }
    if has(.quarter, at: start) { return quarter(at: start) }
    guard has(.month, at: start), let (month, year, next) = month(at: start) else { return nil }
    let first = CivilDate(year: year ?? today.year, month: month, day: 1)
    guard let first, let span = DateSpan(first, first.lastOfMonth) else { return nil }
    // A month without its year that has passed is the next year's.
    if year == nil, span.last < today {
      let later = first.adding(months: 12)
      return DateSpan(later, later.lastOfMonth).map { ($0, next) }
    }
    return (span, next)
  }

  private func week(at start: Int) -> (span: DateSpan, next: Int)? {
    let monday = today.adding(days: -today.weekday.rawValue)
    var next = start + 2
    let offset: Int
    if follows([.this, .today], at: start + 1) {
      offset = 0
    } else if follows([.after, .coming], at: start + 1) {
      offset = follows(.more, at: next) ? 14 : 7
      if offset == 14 { next += 1 }
    } else if follows([.before, .last], at: start + 1) {
      offset = -7
    } else {
      return nil
    }
    let first = monday.adding(days: offset)
    return DateSpan(first, first.adding(days: 6)).map { ($0, next) }
  }

  private func quarter(at start: Int) -> (span: DateSpan, next: Int)? {
    let (thisYear, thisMonth, _) = today.components
    var quarter = (thisMonth - 1) / 3
    var year: Int? = thisYear
    var next = start + 2
    if follows([.this, .today], at: start + 1) {
    } else if follows([.after, .coming], at: start + 1) {
      quarter += 1
    } else if follows([.before, .last], at: start + 1) {
      quarter -= 1
    } else if let value = quarterNumber(at: start + 1) {
      quarter = value - 1
      year = nil
      if let (given, after) = yearWord(at: next) {
        (year, next) = (given, after)
      } else if let value = digits(next), words[next].digits == 4, isDateSign(before: next) {
        (year, next) = (Int(value), next + 1)
      }
    } else {
      return nil
    }
    let base = CivilDate(year: year ?? thisYear, month: 1, day: 1) ?? today
    let first = base.adding(months: quarter * 3)
    return DateSpan(first, first.adding(months: 2).lastOfMonth).map { ($0, next) }
  }

  private func quarterNumber(at index: Int) -> Int? {
    if let value = digits(index), (1...4).contains(value) { return Int(value) }
    if index < words.count, words[index].roman > 0 { return Int(words[index].roman) }
    guard let unit = numeral(index).unit, (1...4).contains(unit) else { return nil }
    return Int(unit)
  }

  /// "cuối tháng", "hết quý 2", "đầu năm sau", "giữa tháng 3", "cuối tuần", "hết ngày 15/1".
  func edge(at start: Int) -> Found? {
    guard has([.start, .middle, .end, .whole], at: start) else { return nil }
    let terms = words[start].terms
    let next = start + 1
    if terms.contains(.whole), has([.day, .dayWord], at: next) || digits(next) != nil {
      guard let found = date(at: next), case .day = found.quantity else { return nil }
      return Found(quantity: found.quantity, count: found.count + 1, isInferred: found.isInferred)
    }
    guard let (span, end, isWeek) = edgePeriod(at: next) else { return nil }
    let day: CivilDate
    if terms.contains(.start) {
      day = span.first
    } else if terms.contains(.middle) {
      day = middle(of: span, isWeek: isWeek)
    } else {
      day = isWeek && terms.contains(.end) ? span.first.adding(days: 5) : span.last
    }
    return Found(quantity: .day(day), count: end - start, isInferred: false)
  }

  private func edgePeriod(at start: Int) -> (DateSpan, Int, isWeek: Bool)? {
    if let (span, next) = period(at: start) { return (span, next, has(.week, at: start)) }
    // "cuối tháng" without more is this one's.
    if has(.year, at: start) {
      let (year, next) = relativeOrGiven(at: start) ?? (today.year, start + 1)
      guard let first = CivilDate(year: year, month: 1, day: 1),
        let last = CivilDate(year: year, month: 12, day: 31), let span = DateSpan(first, last)
      else { return nil }
      return (span, next, false)
    }
    let (year, month, _) = today.components
    if has(.month, at: start), let first = CivilDate(year: year, month: month, day: 1),
      let span = DateSpan(first, first.lastOfMonth)
    {
      return (span, start + 1, false)
    }
    if has(.quarter, at: start),
      let first = CivilDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1),
      let span = DateSpan(first, first.adding(months: 2).lastOfMonth)
    {
      return (span, start + 1, false)
    }
    if has(.week, at: start) {
      let monday = today.adding(days: -today.weekday.rawValue)
      return DateSpan(monday, monday.adding(days: 6)).map { ($0, start + 1, true) }
    }
    return nil
  }

  private func relativeOrGiven(at start: Int) -> (Int, Int)? {
    guard let found = self.year(at: start), case .year(let year) = found.quantity else {
      return nil
    }
    return (year, start + found.count)
  }

  /// BLDS 2015, Điều 146: the middle of a month is the 15th, of a year the 30th of June.
  private func middle(of span: DateSpan, isWeek: Bool) -> CivilDate {
    if isWeek { return span.first.adding(days: 2) }
    let length = span.first.days(to: span.last)
    if length > 300 { return CivilDate(year: span.first.year, month: 6, day: 30) ?? span.first }
    if length > 40 { return span.first.adding(months: 1).adding(days: 14) }
    return span.first.adding(days: 14)
  }

  // MARK: từ 15 đến 22/11

  /// "từ ngày 15 đến ngày 22 tháng 11", "15/11 - 22/11".
  func dateSpan(at start: Int) -> Found? {
    let index = has(.from, at: start) ? start + 1 : start
    guard let (first, afterFirst) = spanStart(at: index) else { return nil }
    var second = afterFirst
    if has(.to, at: afterFirst) {
      second += 1
    } else if !(afterFirst < words.count && words[afterFirst].gap.sign == UInt8(ascii: "-")) {
      return nil
    }
    guard second < words.count, let found = date(at: second) else { return nil }
    let last: CivilDate
    switch found.quantity {
    case .day(let day, _): last = day
    case .span(let span): last = span.last
    default: return nil
    }
    let next = second + found.count
    let begin: CivilDate?
    switch first {
    case .whole(let day): begin = day > last ? yearBefore(day, last) : day
    case .dayOnly(let day): begin = CivilDate(year: last.year, month: last.month, day: day)
    }
    guard let begin, let span = DateSpan(begin, last) else {
      return Found(quantity: .impossible(.endsBeforeBegin), count: next - start, isInferred: false)
    }
    return Found(quantity: .span(span), count: next - start, isInferred: found.isInferred)
  }

  /// "từ 15/11 đến 22/1": what is not over began last year. A span of nearly a year is none: there the
  /// two days stand the wrong way round.
  private func yearBefore(_ day: CivilDate, _ last: CivilDate) -> CivilDate? {
    let begin = day.adding(months: -12)
    return begin.days(to: last) <= QuantityReader.longestNamelessSpan ? begin : nil
  }

  /// In days: without years, longer spans are not said by their ends.
  private static let longestNamelessSpan = 300

  private enum SpanStart {
    case whole(CivilDate)
    case dayOnly(Int)
  }

  private func spanStart(at index: Int) -> (SpanStart, Int)? {
    guard index < words.count else { return nil }
    let number = has(.day, at: index) ? index + 1 : index
    if let day = digits(number), (1...31).contains(day), !isDateSign(before: number + 1),
      has(.to, at: number + 1)
    {
      return (.dayOnly(Int(day)), number + 1)
    }
    if let day = digits(number), (1...31).contains(day),
      has(.from, at: index - 1) || has(.day, at: index),
      number + 1 < words.count, words[number + 1].gap.sign == UInt8(ascii: "-")
    {
      return (.dayOnly(Int(day)), number + 1)
    }
    guard let found = date(at: index) else { return nil }
    switch found.quantity {
    case .day(let day, _): return (.whole(day), index + found.count)
    case .span(let span): return (.whole(span.first), index + found.count)
    default: return nil
    }
  }
}
