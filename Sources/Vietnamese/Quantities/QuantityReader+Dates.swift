import CivilTime

extension QuantityReader {
  /// Any phrase for a day or a span of days.
  func date(at start: Int) -> Found? {
    if let found = weekday(at: start) { return found }
    if let found = numericDate(at: start) { return asRemembered(found, at: start) }
    if let found = dayOfMonth(at: start) { return asRemembered(found, at: start) }
    if let found = relativeDay(at: start) { return found }
    if let found = edge(at: start) { return found }
    if let found = period(at: start) {
      return Found(
        quantity: .span(found.span), count: found.next - start, isInferred: false)
    }
    return nil
  }

  /// "hôm 5/1", said on the seventh, was two days ago.
  private func asRemembered(_ found: Found, at start: Int) -> Found {
    guard has(.dayWord, at: start), !has(.day, at: start), case .day(_, let last?) = found.quantity,
      isRecent(last)
    else { return found }
    return Found(
      quantity: .day(last, last: last), count: found.count, isInferred: found.isInferred)
  }

  /// So little ago that people say it without its year.
  func isRecent(_ day: CivilDate) -> Bool { day.days(to: today) <= 60 }

  // MARK: 15/1, 15-01-2022, ngày 15 tháng 1 năm 2022

  /// "15/1", "ngày 15-01-2022"; "15.1" only after "ngày" or with its year.
  private func numericDate(at start: Int) -> Found? {
    let index = has(.day, at: start) || has(.dayWord, at: start) ? start + 1 : start
    guard let day = digits(index), let month = digits(index + 1), isDateSign(before: index + 1),
      words[index].digits <= 2, words[index + 1].digits <= 2
    else { return nil }
    var next = index + 2
    var year: Int?
    if let value = digits(next), isDateSign(before: next),
      words[next].digits == 4 || words[next].digits == 2
    {
      year = Int(value < 100 ? value + 2000 : value)
      next += 1
    } else if has(.year, at: next), let value = digits(next + 1), words[next + 1].digits == 4 {
      year = Int(value)
      next += 2
    } else if index == start, words[index + 1].gap.sign == UInt8(ascii: ".") {
      return nil
    }
    if let (isLunar, after) = lunarMark(at: next), isLunar {
      return lunarDate(day: Int(day), month: Int(month), year: year, start, after)
    }
    if let (given, after) = yearWord(at: next), year == nil {
      year = given
      next = after
    }
    return solarDate(day: Int(day), month: Int(month), year: year, start, next)
  }

  /// "ngày 15 tháng 1", "15 tháng giêng", "20 tháng giêng dương lịch", "mùng 5", "rằm tháng bảy", "ngày
  /// 15", "mùng 3 tết", "28 tết".
  private func dayOfMonth(at start: Int) -> Found? {
    if has(.fullMoon, at: start) { return lunarDay(15, at: start, next: start + 1) }
    let isFirstTen =
      has(.firstTen, at: start) || has(.day, at: start) && has(.firstTen, at: start + 1)
    let hasWord = has([.day, .firstTen], at: start) || has(.dayWord, at: start)
    let index = hasWord ? (has(.firstTen, at: start + 1) ? start + 2 : start + 1) : start
    guard let (day, next) = smallNumber(at: index), (1...99).contains(day) else { return nil }
    guard hasWord || follows([.month, .newYear], at: next), !has(.day, at: next) else { return nil }
    if isFirstTen, day > 10 { return nil }
    if follows(.newYear, at: next), let found = dayOfNewYear(day, isFirstTen, start, next + 1) {
      return found
    }
    if isTight(UInt8(ascii: "/"), before: next), digits(next) != nil { return nil }
    if isFirstTen, day == 1, !has(.month, at: next) { return lunarDay(1, at: start, next: next) }
    guard follows(.month, at: next) else {
      if let (isLunar, _) = lunarMark(at: next), isLunar {
        return lunarDay(day, at: start, next: next)
      }
      return hasWord ? nextDay(day, start, next) : nil
    }
    if has([.lunarFirst, .lunarLast], at: next + 1) {
      guard follows(.solar, at: next + 2) else { return lunarDay(day, at: start, next: next) }
      let month = has(.lunarFirst, at: next + 1) ? 1 : 12
      let end = has(.calendar, at: next + 3) ? next + 4 : next + 3
      return solarDate(day: day, month: month, year: nil, start, end)
    }
    guard let (month, year, after) = month(at: next) else { return nil }
    if let (isLunar, end) = lunarMark(at: after), isLunar {
      return lunarDate(day: day, month: month, year: year, start, end)
    }
    return solarDate(day: day, month: month, year: year, start, after)
  }

  /// A month after its word with the year if said: "tháng 3 năm 2024", "tháng 3/2024", "tháng sau".
  func month(at start: Int) -> (month: Int, year: Int?, next: Int)? {
    guard has(.month, at: start) else { return nil }
    let (thisYear, thisMonth, _) = today.components
    if follows([.this, .today], at: start + 1) { return (thisMonth, thisYear, start + 2) }
    if follows([.after, .coming, .before, .last], at: start + 1) {
      let sign = has([.before, .last], at: start + 1) ? -1 : 1
      let other = today.adding(months: sign)
      return (other.month, other.year, start + 2)
    }
    guard let (month, next) = smallNumber(at: start + 1), (1...12).contains(month) else {
      return nil
    }
    if digits(next) != nil, words[next].digits == 4,
      isDateSign(before: next) || words[next].gap.sign == UInt8(ascii: " ")
    {
      return (month, digits(next).map { Int($0) }, next + 1)
    }
    if let (year, after) = yearWord(at: next) { return (month, year, after) }
    return (month, nil, next)
  }

  /// "năm 2024", "năm nay", "năm sau", "năm ngoái".
  func yearWord(at start: Int) -> (Int, Int)? {
    guard follows(.year, at: start) || start == 0 && has(.year, at: start) else { return nil }
    if let value = digits(start + 1), words[start + 1].digits == 4, (1900...2200).contains(value) {
      return (Int(value), start + 2)
    }
    if has([.today, .this], at: start + 1) { return (today.year, start + 2) }
    if has([.after, .coming], at: start + 1) { return (today.year + 1, start + 2) }
    if has([.lastYear, .before, .last], at: start + 1) { return (today.year - 1, start + 2) }
    return nil
  }

  func year(at start: Int) -> Found? {
    // "mấy năm nay" are many.
    if has(.year, at: start), !has(.vague, at: start - 1),
      let (year, next) = relativeOrGivenYear(at: start)
    {
      return Found(quantity: .year(year), count: next - start, isInferred: false)
    }
    guard let value = digits(start), words[start].digits == 4, (1950...2100).contains(value),
      start + 1 >= words.count || !isTight(UInt8(ascii: "."), before: start + 1)
    else { return nil }
    return Found(quantity: .year(Int(value)), count: 1, isInferred: false)
  }

  private func relativeOrGivenYear(at start: Int) -> (Int, Int)? {
    if let value = digits(start + 1), words[start + 1].digits == 4, (1900...2200).contains(value) {
      return (Int(value), start + 2)
    }
    if has([.today, .this], at: start + 1) { return (today.year, start + 2) }
    if has([.after, .coming], at: start + 1) { return (today.year + 1, start + 2) }
    if has([.lastYear, .before, .last], at: start + 1) { return (today.year - 1, start + 2) }
    return nil
  }

  private func solarDate(day: Int, month: Int, year: Int?, _ start: Int, _ next: Int) -> Found? {
    let count = next - start
    if let year {
      let date = CivilDate(year: year, month: month, day: day)
      return Found(
        quantity: date.map { .day($0) } ?? .impossible(.noSuchDay), count: count, isInferred: false)
    }
    // The next one not before today; the 29th of February waits for its year.
    for year in today.year...(today.year + 8) {
      if let date = CivilDate(year: year, month: month, day: day), date >= today {
        let last = (1...8).lazy.compactMap {
          CivilDate(year: year - $0, month: month, day: day)
        }.first
        return Found(
          quantity: .day(date, last: date == today ? today : last), count: count,
          isInferred: false)
      }
    }
    return Found(quantity: .impossible(.noSuchDay), count: count, isInferred: false)
  }

  /// "ngày 15": of this month or the next that has one.
  private func nextDay(_ day: Int, _ start: Int, _ next: Int) -> Found? {
    let first = CivilDate(year: today.year, month: today.month, day: 1) ?? today
    for offset in 0..<4 {
      let month = first.adding(months: offset)
      if let date = CivilDate(year: month.year, month: month.month, day: day), date >= today {
        return Found(
          quantity: .day(date, last: date == today ? today : lastDay(day, before: first)),
          count: next - start, isInferred: true)
      }
    }
    return Found(quantity: .impossible(.noSuchDay), count: next - start, isInferred: false)
  }

  /// "ngày 15" as it was the last time.
  private func lastDay(_ day: Int, before first: CivilDate) -> CivilDate? {
    (0..<4).lazy.compactMap { offset in
      let month = first.adding(months: -offset)
      return CivilDate(year: month.year, month: month.month, day: day)
    }.first { $0 <= today }
  }

  // MARK: Lunar days

  /// "âm lịch", "âm", "al" after a date; "dương lịch" says the opposite and is passed over.
  private func lunarMark(at index: Int) -> (Bool, Int)? {
    guard follows(.lunar, at: index) else { return nil }
    return (true, has(.calendar, at: index + 1) ? index + 2 : index + 1)
  }

  /// A lunar day with the month after it, or of the current lunar month.
  private func lunarDay(_ day: Int, at start: Int, next: Int) -> Found? {
    let current = LunarCalendar.lunar(today)
    var month = day >= current.day ? current.month : current.month % 12 + 1
    var end = next
    if has(.month, at: next) {
      if has(.lunarFirst, at: next + 1) {
        (month, end) = (1, next + 2)
      } else if has(.lunarLast, at: next + 1) {
        (month, end) = (12, next + 2)
      } else if let (value, after) = smallNumber(at: next + 1), (1...12).contains(value) {
        (month, end) = (value, after)
      } else if has([.this, .today], at: next + 1) {
        (month, end) = (current.month, next + 2)
      } else if has([.after, .coming], at: next + 1) {
        (month, end) = (current.month % 12 + 1, next + 2)
      }
    }
    let year = yearWord(at: end)
    if let year { end = year.1 }
    if let (_, after) = lunarMark(at: end) { end = after }
    return lunarDate(day: day, month: month, year: year?.0, start, end)
  }

  /// "mùng 3 tết", "28 tết"; "30 tết" is its eve, though the month may have 29 days.
  private func dayOfNewYear(_ day: Int, _ isFirstTen: Bool, _ start: Int, _ next: Int) -> Found? {
    if isFirstTen { return lunarDate(day: day, month: 1, year: nil, start, next) }
    switch day {
    case 20...29: return lunarDate(day: day, month: 12, year: nil, start, next)
    case 30:
      guard let first = lunarDate(day: 1, month: 1, year: nil, start, next),
        case .day(let date, _) = first.quantity
      else { return nil }
      return Found(quantity: .day(date.adding(days: -1)), count: next - start, isInferred: true)
    default: return nil
    }
  }

  private func lunarDate(day: Int, month: Int, year: Int?, _ start: Int, _ next: Int) -> Found? {
    let current = LunarCalendar.lunar(today)
    for candidate in year.map({ [$0] }) ?? [current.year, current.year + 1] {
      let date = LunarCalendar.civil(LunarDate(year: candidate, month: month, day: day))
      if let date, year != nil || date >= today {
        return Found(quantity: .day(date), count: next - start, isInferred: true)
      }
    }
    return Found(quantity: .impossible(.noSuchDay), count: next - start, isInferred: false)
  }
}
