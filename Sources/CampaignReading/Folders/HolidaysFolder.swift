package import Campaigns
import CivilTime

/// The folder of holidays, `deploy/holidays/`: one file for each year with a notice, and the law
/// for the other years.
package enum HolidaysFolder {
  /// The calendar of all years that have a file or can be computed. A folder without `law.yaml`
  /// knows the years of its files.
  package static func read(_ path: String) throws(ReadingFaults) -> WorkingCalendar {
    var law: HolidayLaw?
    let files = try Folder(path: path).files { text, name throws(ReadingFaults) -> HolidayYear? in
      guard name == HolidayLawFile.name else { return try HolidaysFile.read(text, name: name) }
      law = try HolidayLawFile.read(text, name: name)
      return nil
    }
    var faults: [Fault] = []
    var published: [HolidayYear] = []
    var years: [Int: String] = [:]
    for case (let name, let year?) in files {
      published.append(year)
      if let first = years.updateValue(name, forKey: year.year) {
        let problem = Problem.duplicateAcrossFiles(value: "\(year.year)", firstFile: first)
        faults.append(Fault(file: name, line: 0, column: 0, problem: problem))
      }
    }
    if !faults.isEmpty { throw ReadingFaults(faults: faults) }
    return WorkingCalendar(published, law: law)
  }
}

extension WorkingCalendar {
  /// Years of their own: no day is in two of them. A year with a notice follows the notice alone.
  package init(_ published: [HolidayYear], law: HolidayLaw? = nil) {
    let years = Set(published.map(\.year))
    var holidays: [CivilDate: String] = [:]
    for year in published { holidays.merge(year.holidays) { first, _ in first } }
    if let law {
      for year in law.years where !years.contains(year) {
        holidays.merge(law.daysOff(in: year)) { first, _ in first }
      }
    }
    self.init(
      holidays: holidays,
      extraWorkingDays: published.reduce(into: []) { $0.formUnion($1.extraWorkingDays) },
      publishedYears: years)
  }
}
