package import Campaigns

/// The folder of yearly holidays, `deploy/holidays/`.
package enum HolidaysFolder {
  /// The calendar of all years that have a file.
  package static func read(_ path: String) throws(ReadingFaults) -> WorkingCalendar {
    let files = try Folder(path: path).files { text, name throws(ReadingFaults) in
      try HolidaysFile.read(text, name: name)
    }
    var faults: [Fault] = []
    var years: [Int: String] = [:]
    for (name, year) in files {
      if let first = years.updateValue(name, forKey: year.year) {
        let problem = Problem.duplicateAcrossFiles(value: "\(year.year)", firstFile: first)
        faults.append(Fault(file: name, line: 0, column: 0, problem: problem))
      }
    }
    if !faults.isEmpty { throw ReadingFaults(faults: faults) }
    return WorkingCalendar(files.map(\.value))
  }
}

extension WorkingCalendar {
  /// Years of their own: no day is in two of them.
  package init(_ years: [HolidayYear]) {
    self.init(
      holidays: years.reduce(into: [:]) { all, year in
        all.merge(year.holidays) { first, _ in first }
      },
      extraWorkingDays: years.reduce(into: []) { $0.formUnion($1.extraWorkingDays) })
  }
}
