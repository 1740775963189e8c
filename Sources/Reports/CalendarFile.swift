package import CivilTime

/// A calendar to subscribe to or to import, as iCalendar (RFC 5545).
///
/// Days need no zone and moments are written in UTC, so the file carries no time zone rules.
package struct CalendarFile: Hashable, Sendable {
  /// What calendar programs call it.
  package let name: String
  /// In the order in which they are written. RFC 5545 wants at least one; programs take none too.
  package let events: [CalendarEvent]
  /// When the file was made (DTSTAMP).
  package let stamp: Instant
  /// After how many hours a program that subscribes should ask again (RFC 7986, 5.7), from 1;
  /// `nil` leaves it to the program.
  package let refreshHours: Int?

  package init(name: String, events: [CalendarEvent], stamp: Instant, refreshHours: Int? = nil) {
    self.name = name
    self.events = events
    self.stamp = stamp
    self.refreshHours = refreshHours
  }

  /// The content type that goes with `bytes`.
  package static let contentType = "text/calendar; charset=utf-8; method=PUBLISH"

  /// The whole file, in UTF-8.
  package var bytes: [UInt8] {
    var lines = CalendarLines()
    lines.component("VCALENDAR") { lines in
      lines.add("VERSION", "2.0")
      lines.add("PRODID", "-//thi-dua//thidua//VI")
      lines.add("CALSCALE", "GREGORIAN")
      lines.add("METHOD", "PUBLISH")
      // The first name is RFC 7986's, the second the one that most programs read.
      lines.add("NAME", text: name)
      lines.add("X-WR-CALNAME", text: name)
      lines.add("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
      if let refreshHours {
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT\(refreshHours)H")
        lines.add("X-PUBLISHED-TTL", "PT\(refreshHours)H")
      }
      for event in events { lines.add(event, stamp: stamp) }
    }
    return lines.bytes
  }
}

extension CalendarLines {
  fileprivate mutating func add(_ event: CalendarEvent, stamp: Instant) {
    component("VEVENT") { lines in
      lines.add("UID", text: event.uid)
      lines.add("DTSTAMP", stamp.calendarValue)
      lines.add("SEQUENCE", "\(event.sequence)")
      lines.add(event.time)
      lines.add("SUMMARY", text: event.summary)
      if let description = event.description { lines.add("DESCRIPTION", text: description) }
      lines.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
      // Nobody is to be reminded of what was called off.
      if !event.isCancelled {
        for alarm in event.alarms { lines.add(alarm, of: event) }
      }
    }
  }

  private mutating func add(_ time: CalendarEvent.Time) {
    switch time {
    case .day(let day): addDays(day, day)
    case .days(let span): addDays(span.first, span.last)
    case .moments(let start, let end):
      add("DTSTART", start.calendarValue)
      // An end must be later than the start (RFC 5545, 3.8.2.2); without one the event is a moment.
      if end > start { add("DTEND", end.calendarValue) }
      add("TRANSP", "OPAQUE")
    }
  }

  private mutating func addDays(_ first: CivilDate, _ last: CivilDate) {
    add("DTSTART;VALUE=DATE", first.calendarValue)
    // The end is not part of the event (RFC 5545, 3.6.1).
    add("DTEND;VALUE=DATE", last.adding(days: 1).calendarValue)
    // A deadline does not make a person busy for its whole day.
    add("TRANSP", "TRANSPARENT")
  }

  private mutating func add(_ alarm: CalendarAlarm, of event: CalendarEvent) {
    component("VALARM") { lines in
      lines.add("ACTION", "DISPLAY")
      lines.add("TRIGGER", alarm.calendarValue)
      lines.add("DESCRIPTION", text: event.summary)
    }
  }
}
