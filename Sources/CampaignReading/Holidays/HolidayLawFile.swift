package import Campaigns
import CivilTime

/// The file `deploy/holidays/law.yaml`: which days off the law gives, from when until when.
package enum HolidayLawFile {
  /// What the file is called among the files of the years.
  package static let name = "law.yaml"

  /// Throws every fault of the file at once.
  package static func read(_ text: String, name: String) throws(ReadingFaults) -> HolidayLaw {
    let log = FaultLog(file: name)
    return try Table.read(text, into: log) { $0.holidayLaw() }
  }
}

extension Table {
  /// The lunar calendar is right from 1968 on.
  private static let computableYears = 1968...2100

  fileprivate func holidayLaw() -> HolidayLaw {
    let years = table("years") { table in
      let first = table.integer("first", in: Table.computableYears)
      return first...table.integer("last", in: first...Table.computableYears.upperBound)
    }
    let holidays = tables("holidays", required: true, unique: "name") { $0.statutoryHoliday() }
    return HolidayLaw(years: years, holidays: holidays)
  }

  private func statutoryHoliday() -> StatutoryHoliday {
    let name = text("name")
    let makeUpName = optionalText("make_up")
    var previous: HolidayRule?
    let rules = tables("rules", required: true) { table in
      let rule = table.holidayRule()
      // A rule without an end leaves no room for another one after it.
      if let previous, previous.validTo.map({ rule.validFrom <= $0 }) ?? true {
        table.note(
          .overlap(previousLast: previous.validTo, first: rule.validFrom), at: "valid_from")
      }
      previous = rule
      return rule
    }
    return StatutoryHoliday(name: name, makeUpName: makeUpName, rules: rules)
  }

  private func holidayRule() -> HolidayRule {
    let from = day("valid_from")
    let to = optionalDay("valid_to")
    if let to, to < from { note(.lastBeforeFirst(first: from, last: to), at: "valid_to") }
    return HolidayRule(
      validFrom: from, validTo: to, feast: feast(),
      daysBefore: optionalInteger("days_before", in: 0...10) ?? 0,
      daysAfter: optionalInteger("days_after", in: 0...10) ?? 0,
      hasAdjacentDay: flag("adjacent_day"), source: text("source"))
  }

  /// `day` or `lunar_day`, each as day/month.
  private func feast() -> HolidayRule.Feast {
    switch (has("day"), has("lunar_day")) {
    case (true, false):
      passOver(["lunar_day"])
      // Of a leap year, so that 29/2 is a day.
      let (day, month) = dayAndMonth("day") { CivilDate.daysInMonth($0, of: 2000) }
      return .civil(month: month, day: day)
    case (false, true):
      passOver(["day"])
      let (day, month) = dayAndMonth("lunar_day") { _ in 30 }
      return .lunar(month: month, day: day)
    default:
      noteForm("day", ["day: 2/9", "lunar_day: 10/3"])
      return .civil(month: 1, day: 1)
    }
  }

  /// "2/9" is the second of September; 1/1 after noting what is none.
  private func dayAndMonth(
    _ key: String, daysInMonth: (Int) -> Int
  ) -> (day: Int, month: Int) {
    let written = text(key)
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month), (1...daysInMonth(month)).contains(day)
    {
      return (day, month)
    }
    if !written.isEmpty { note(.malformedDayOfYear(key: key, value: written), at: key) }
    return (1, 1)
  }
}
