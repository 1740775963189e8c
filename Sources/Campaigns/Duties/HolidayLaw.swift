package import CivilTime

/// The public holidays (ngày nghỉ lễ, tết) that the law grants, for years whose notice is not known.
///
/// What the law says stands in rows of `deploy/holidays/law.yaml`, each with its period of validity
/// and its source; nothing here knows a holiday by itself.
package struct HolidayLaw: Hashable, Sendable {
  /// The years whose days off may be computed from the rows, both ends included.
  package let years: ClosedRange<Int>
  /// In the order of the file; of two holidays on one day the first gives the name.
  package let holidays: [StatutoryHoliday]

  package init(years: ClosedRange<Int>, holidays: [StatutoryHoliday]) {
    self.years = years
    self.holidays = holidays
  }
}

/// One holiday of the law, with what was granted for it at different times.
package struct StatutoryHoliday: Hashable, Sendable {
  /// As lists of days off show it: "Quốc khánh".
  package let name: String
  /// The name of the day off in exchange for a weekend day that the holiday takes: "nghỉ bù Quốc
  /// khánh" (BLLĐ 2019, Điều 111.3). `nil` for a holiday that this rule does not reach.
  package let makeUpName: String?
  /// In order of validity, without overlap.
  package let rules: [HolidayRule]

  package init(name: String, makeUpName: String?, rules: [HolidayRule]) {
    self.name = name
    self.makeUpName = makeUpName
    self.rules = rules
  }
}

/// Which days one law gives for one holiday.
package struct HolidayRule: Hashable, Sendable {
  /// The first and the last day on which the feast may fall for this rule; without a last one the
  /// rule is in force.
  package let validFrom: CivilDate
  package let validTo: CivilDate?
  /// The feast itself.
  package let feast: Feast
  /// Days off directly before and after the feast, 0 to 10 each.
  package let daysBefore: Int
  package let daysAfter: Int
  /// One more day off, next to the feast on the side that prolongs the weekend (BLLĐ 2019,
  /// Điều 112.1.đ leaves the side to the yearly notice).
  package let hasAdjacentDay: Bool
  /// The law and its article.
  package let source: String

  package init(
    validFrom: CivilDate, validTo: CivilDate?, feast: Feast, daysBefore: Int = 0,
    daysAfter: Int = 0, hasAdjacentDay: Bool = false, source: String
  ) {
    self.validFrom = validFrom
    self.validTo = validTo
    self.feast = feast
    self.daysBefore = daysBefore
    self.daysAfter = daysAfter
    self.hasAdjacentDay = hasAdjacentDay
    self.source = source
  }

  /// A day of every year, by one of the two calendars.
  package enum Feast: Hashable, Sendable {
    /// Month 1 to 12, day 1 to 31.
    case civil(month: Int, day: Int)
    /// Month 1 to 12, never a leap one; day 1 to 30.
    case lunar(month: Int, day: Int)
  }
}
