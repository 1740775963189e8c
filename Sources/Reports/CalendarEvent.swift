package import CivilTime

/// One entry of a calendar file.
package struct CalendarEvent: Hashable, Sendable {
  /// The same in every file that ever names this event, and no other event's; by it programs know
  /// an entry again: "registration.duong-hoa-2022@thidua".
  package let uid: String
  /// 0 at first, higher after each change of the time or a cancellation; programs pass over a lower
  /// one (RFC 5545, 3.8.7.4).
  package let sequence: Int
  package let time: Time
  /// One line for people.
  package let summary: String
  /// More lines for people.
  package let description: String?
  package let alarms: [CalendarAlarm]
  /// The event stays in the file, so that programs take it off their calendars.
  package let isCancelled: Bool

  package init(
    uid: String, sequence: Int = 0, time: Time, summary: String, description: String? = nil,
    alarms: [CalendarAlarm] = [], isCancelled: Bool = false
  ) {
    self.uid = uid
    self.sequence = sequence
    self.time = time
    self.summary = summary
    self.description = description
    self.alarms = alarms
    self.isCancelled = isCancelled
  }

  /// When the event is.
  package enum Time: Hashable, Sendable {
    /// A whole day, whatever the zone of the reader.
    case day(CivilDate)
    /// Whole days, both ends included.
    case days(DateSpan)
    /// Hours of a day, as a sitting has them; an end that is not later than the start is left out.
    case moments(from: Instant, to: Instant)
  }
}

/// A reminder that the calendar program of the reader gives.
package struct CalendarAlarm: Hashable, Sendable {
  /// Minutes from the beginning of the event, 00:00 for whole days; negative before it.
  package let minutes: Int

  /// That many minutes before the beginning of the event.
  package init(minutesBefore: Int) {
    minutes = -minutesBefore
  }

  /// For an event of whole days: so many days before its first one (0 is that day itself), at this
  /// time, to the minute.
  package init(daysBefore: Int, at time: TimeOfDay) {
    minutes = time.hour * 60 + time.minute - daysBefore * 24 * 60
  }
}
