package import CivilTime

// Periods that a law sets (thời hạn), unlike the fixed days that a plan names.

extension WorkingCalendar {
  /// The last day of a period of `count` calendar days that begins with an event on `day`.
  ///
  /// The day of the event is not counted (BLDS 2015, Điều 147.2), and a period whose last day is a
  /// day off ends with the next working day (Điều 148.5). `count` is at least 0.
  package func endOfPeriod(days count: Int, from day: CivilDate) -> CivilDate {
    workingDay(onOrAfter: day.adding(days: count))
  }

  /// The last day of a period of `count` working days (ngày làm việc) that begins with an event on
  /// `day`, which is not counted (BLDS 2015, Điều 147.2). `count` is at least 0.
  package func endOfPeriod(workingDays count: Int, from day: CivilDate) -> CivilDate {
    workingDay(onOrAfter: adding(workingDays: count, to: day))
  }
}
