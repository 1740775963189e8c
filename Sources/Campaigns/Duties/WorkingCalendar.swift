package import CivilTime

/// Which days are worked (ngày làm việc): Monday to Friday, less holidays, plus swapped Saturdays.
///
/// Holidays and swaps come from yearly notices, as files of `deploy/holidays/`; a year without
/// a file knows weekends only.
package struct WorkingCalendar: Sendable {
  package let holidays: [CivilDate: String]
  package let extraWorkingDays: Set<CivilDate>

  package init(holidays: [CivilDate: String] = [:], extraWorkingDays: Set<CivilDate> = []) {
    self.holidays = holidays
    self.extraWorkingDays = extraWorkingDays
  }

  package func isWorkingDay(_ day: CivilDate) -> Bool {
    if extraWorkingDays.contains(day) { return true }
    return !day.weekday.isWeekend && holidays[day] == nil
  }

  /// `day` itself if it is worked, otherwise the nearest working day before it.
  package func workingDay(onOrBefore day: CivilDate) -> CivilDate {
    var candidate = day
    // Tết, the longest break, with its weekends stays far below this bound.
    for _ in 0..<30 where !isWorkingDay(candidate) { candidate = candidate.adding(days: -1) }
    return candidate
  }

  /// How many working days lie after `day`, up to and with `last`.
  package func workingDays(after day: CivilDate, through last: CivilDate) -> Int {
    var count = 0
    var candidate = day.adding(days: 1)
    while candidate <= last {
      if isWorkingDay(candidate) { count += 1 }
      candidate = candidate.adding(days: 1)
    }
    return count
  }

  /// `count` working days after `day`, which is itself not counted (BLDS 2015, Điều 147).
  package func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
    var candidate = day
    var left = count
    while left > 0 {
      candidate = candidate.adding(days: 1)
      if isWorkingDay(candidate) { left -= 1 }
    }
    return candidate
  }
}
