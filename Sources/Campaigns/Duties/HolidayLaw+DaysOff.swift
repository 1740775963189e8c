package import CivilTime

extension HolidayLaw {
  /// The days off of a year by name, make-up days included; swaps, which only a notice can order,
  /// are not. A year outside `years` has none.
  package func daysOff(in year: Int) -> [CivilDate: String] {
    guard years.contains(year) else { return [:] }
    var names: [CivilDate: String] = [:]
    var owed: [(day: CivilDate, name: String)] = []
    for holiday in holidays {
      for day in holiday.days(in: year) where names[day] == nil {
        names[day] = holiday.name
        if day.weekday.isWeekend, let name = holiday.makeUpName { owed.append((day, name)) }
      }
    }
    // Weekly rest that falls on a holiday is taken on the next working day, the earliest first
    // (BLLĐ 2019, Điều 111.3; before it BLLĐ 2012, Điều 115.3, and BLLĐ 1994, Điều 73).
    for (holiday, name) in owed.sorted(by: { $0.day < $1.day }) {
      var day = holiday.adding(days: 1)
      while day.weekday.isWeekend || names[day] != nil { day = day.adding(days: 1) }
      names[day] = name
    }
    return names
  }
}

extension StatutoryHoliday {
  fileprivate func days(in year: Int) -> [CivilDate] {
    rules.flatMap { rule in
      rule.feast.days(in: year).filter(rule.isValid).flatMap(rule.daysOff)
    }
  }
}

extension HolidayRule {
  fileprivate func isValid(on day: CivilDate) -> Bool {
    validFrom <= day && validTo.map { day <= $0 } ?? true
  }

  fileprivate func daysOff(around feast: CivilDate) -> [CivilDate] {
    let days = (-daysBefore...daysAfter).map(feast.adding(days:))
    return hasAdjacentDay ? days + [adjacentDay(to: feast)] : days
  }

  /// A Monday or Friday prolongs the weekend; else any day of the week is better than one that is
  /// free anyway, and the day before better than the day after. So the notices of 2021 to 2026.
  private func adjacentDay(to feast: CivilDate) -> CivilDate {
    let before = feast.adding(days: -1)
    let after = feast.adding(days: 1)
    return after.weekday.worthAsDayOff > before.weekday.worthAsDayOff ? after : before
  }
}

extension Weekday {
  fileprivate var worthAsDayOff: Int {
    switch self {
    case .monday, .friday: 2
    case .tuesday, .wednesday, .thursday: 1
    case .saturday, .sunday: 0
    }
  }
}

extension HolidayRule.Feast {
  /// None where the year has no such day; a lunar day late in its year falls in the next civil one.
  fileprivate func days(in year: Int) -> [CivilDate] {
    switch self {
    case .civil(let month, let day):
      return [CivilDate(year: year, month: month, day: day)].compactMap { $0 }
    case .lunar(let month, let day):
      let lunarYears = month < 11 ? [year] : [year - 1, year]
      return lunarYears.compactMap {
        LunarCalendar.civil(LunarDate(year: $0, month: month, day: day))
      }.filter { $0.year == year }
    }
  }
}
