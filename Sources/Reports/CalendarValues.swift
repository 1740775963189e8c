import CivilTime

// How RFC 5545 writes days, moments and durations.

extension CivilDate {
  /// `20220114`.
  var calendarValue: String {
    padded(year, to: 4) + padded(month, to: 2) + padded(day, to: 2)
  }
}

extension Instant {
  /// `20220110T010000Z`, in UTC and to the second.
  var calendarValue: String {
    // The parts of an instant are Vietnam's; seven hours earlier they show UTC.
    let utc = adding(milliseconds: -Instant.vietnamOffset)
    let time = utc.timeOfDay
    return utc.date.calendarValue + "T" + padded(time.hour, to: 2) + padded(time.minute, to: 2)
      + padded(time.second, to: 2) + "Z"
  }
}

extension CalendarAlarm {
  /// `-P7D`, `-P1DT16H`, `PT8H30M`.
  var calendarValue: String {
    let (days, rest) = abs(minutes).quotientAndRemainder(dividingBy: 24 * 60)
    let (hours, minutesLeft) = rest.quotientAndRemainder(dividingBy: 60)
    var value = minutes < 0 ? "-P" : "P"
    if days > 0 { value += "\(days)D" }
    if rest > 0 || days == 0 { value += "T" }
    if hours > 0 { value += "\(hours)H" }
    if minutesLeft > 0 || minutes == 0 { value += "\(minutesLeft)M" }
    return value
  }
}
