package import CivilTime

/// Why no day, or no time, is what was said as one.
package enum TimeFault: Sendable, Hashable {
  /// "31/2", "ngày 40": no calendar has it, or not in the year that was said.
  case noSuchDay
  /// "thứ sáu 15/1": this day falls on another weekday.
  case otherWeekday(CivilDate)
  /// "ngày mai 10/1": each of the two says another day.
  case twoDays(CivilDate, CivilDate)
  /// "từ 20/1 đến 15/1": it ends before it begins.
  case endsBeforeBegin
  /// "25 giờ", "8h70": no clock shows it.
  case noSuchTime
  /// "8h sáng chiều mai": each of the two says another time.
  case twoTimes(TimeOfDay, TimeOfDay)
}
