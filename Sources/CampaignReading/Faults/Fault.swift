/// One thing that is wrong in a file, and what to do about it.
package struct Fault: Hashable, Sendable {
  /// The file as its reader was told to call it.
  package let file: String
  /// From 1; 0 where the fault is the file's as a whole.
  package let line: Int
  /// From 1, in Unicode scalars as editors count them; 0 where the whole line is meant.
  package let column: Int
  let problem: Problem

  /// What is wrong, in Vietnamese, without the place.
  package var message: String { FaultWording.message(problem) }
  /// What to do about it, in Vietnamese.
  package var advice: String { FaultWording.advice(problem) }
}

/// A file was refused as a whole; every fault found in it, in the order of its lines.
package struct ReadingFaults: Error, Hashable, Sendable {
  /// Never empty.
  package let faults: [Fault]

  /// To gather the faults of several files; `faults` must not be empty.
  package init(faults: [Fault]) {
    self.faults = faults
  }
}

extension Fault: CustomStringConvertible {
  /// `duong-hoa-2022.yaml:12:5: …`, the form in which compilers name places and editors jump.
  package var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(message) → \(advice)"
  }
}

extension ReadingFaults: CustomStringConvertible {
  /// One line per fault.
  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
