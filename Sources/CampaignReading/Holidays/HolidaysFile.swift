package import CivilTime

/// The days off of one year and the working days swapped for them.
package struct HolidayYear: Hashable, Sendable {
  package let year: Int
  /// Days off by name, make-up days (nghỉ bù) included.
  package let holidays: [CivilDate: String]
  /// Saturdays that are worked in exchange (làm bù).
  package let extraWorkingDays: Set<CivilDate>
  /// Where the days come from, and what about them is not verified.
  package let source: String
}

/// A file of `deploy/holidays/`: one year.
package enum HolidaysFile {
  /// Throws every fault of the file at once.
  package static func read(_ text: String, name: String) throws(ReadingFaults) -> HolidayYear {
    let log = FaultLog(file: name)
    return try Table.read(text, into: log) { $0.holidayYear() }
  }
}

extension Table {
  fileprivate func holidayYear() -> HolidayYear {
    let year = integer("year", in: 1945...2100)
    let holidays = holidays(of: year)
    let worked = days("working_days")
    for (day, place) in worked {
      noteYear(of: day, year, at: place)
      if holidays[day] != nil { log.note(.dayOffAndWorked(day), at: place) }
    }
    return HolidayYear(
      year: year, holidays: holidays, extraWorkingDays: Set(worked.map(\.day)),
      source: text("source"))
  }

  private func holidays(of year: Int) -> [CivilDate: String] {
    var names: [CivilDate: String] = [:]
    _ = tables("holidays", required: true) { table in
      let name = table.text("name")
      guard let span = table.holidaySpan() else { return }
      for day in [span.first, span.last] { table.noteYear(of: day, year, at: table.position) }
      for day in (0...min(span.first.days(to: span.last), 366)).map(span.first.adding(days:)) {
        if names.updateValue(name, forKey: day) != nil {
          table.log.note(.doubleDay(day), at: table.position)
        }
      }
    }
    return names
  }

  /// `day`, or `first` and `last`, both included.
  private func holidaySpan() -> DateSpan? {
    guard has("day") else {
      passOver(["day"])
      return span(from: "first", to: "last")
    }
    passOver(["first", "last"])
    let day = day("day")
    return day == Table.placeholderDay ? nil : DateSpan(day, day)
  }

  private func noteYear(of day: CivilDate, _ year: Int, at place: Position) {
    if day.year != year { log.note(.wrongYear(year: year, day: day), at: place) }
  }
}
