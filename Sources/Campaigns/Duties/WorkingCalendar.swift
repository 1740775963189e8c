package import CivilTime

/// Which days are worked (ngày làm việc): Monday to Friday, less holidays, plus swapped Saturdays.
///
/// Holidays and swaps come from yearly notices, as files of `deploy/holidays/`; those of a year
/// without a file are computed from the law, and outside the law's years only weekends are known.
package struct WorkingCalendar: Sendable {
  /// Days off by name, make-up days (nghỉ bù) included.
  package let holidays: [CivilDate: String]
  /// Saturdays that are worked in exchange for a day off (làm bù).
  package let extraWorkingDays: Set<CivilDate>
  /// The years whose days off stand in a published notice.
  package let publishedYears: Set<Int>

  package init(
    holidays: [CivilDate: String] = [:], extraWorkingDays: Set<CivilDate> = [],
    publishedYears: Set<Int> = []
  ) {
    self.holidays = holidays
    self.extraWorkingDays = extraWorkingDays
    self.publishedYears = publishedYears
  }

  package func isWorkingDay(_ day: CivilDate) -> Bool {
    if extraWorkingDays.contains(day) { return true }
    return !day.weekday.isWeekend && holidays[day] == nil
  }

  /// What the day off is called, `nil` for a day that is no holiday; a weekend has no name.
  package func holiday(on day: CivilDate) -> String? { holidays[day] }

  /// No notice of that year is known: days around Tết and 2/9 may still change, and Saturdays may
  /// be swapped.
  package func isProvisional(_ year: Int) -> Bool { !publishedYears.contains(year) }

  /// `day` itself if it is worked, otherwise the nearest working day before it.
  package func workingDay(onOrBefore day: CivilDate) -> CivilDate {
    workingDay(from: day, step: -1)
  }

  /// `day` itself if it is worked, otherwise the nearest working day after it.
  package func workingDay(onOrAfter day: CivilDate) -> CivilDate {
    workingDay(from: day, step: 1)
  }

  private func workingDay(from day: CivilDate, step: Int) -> CivilDate {
    var candidate = day
    // Tết, the longest break, with its weekends stays far below this bound.
    for _ in 0..<30 where !isWorkingDay(candidate) { candidate = candidate.adding(days: step) }
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
