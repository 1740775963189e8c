/// Where in a file something stands; line and column from 1, both 0 for the file as a whole.
struct Position: Hashable, Comparable, Sendable {
  let line: Int
  let column: Int

  static let wholeFile = Position(line: 0, column: 0)

  static func < (one: Position, other: Position) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// Gathers the faults of one file while its reader goes on to the end.
///
/// A reader that meets a fault notes it here and continues with a placeholder, so that a person
/// sees all faults at once; `finish` then refuses the file, and no placeholder leaves the room.
final class FaultLog {
  let file: String
  private var faults: [(Position, Problem)] = []

  init(file: String) {
    self.file = file
  }

  func note(_ problem: Problem, at position: Position) {
    faults.append((position, problem))
  }

  /// `value` if nothing was noted.
  func finish<Value>(_ value: Value) throws(ReadingFaults) -> Value {
    if let refusal { throw refusal }
    return value
  }

  var refusal: ReadingFaults? {
    guard !faults.isEmpty else { return nil }
    // Stable, so that faults of one place keep the order in which they were found.
    let sorted = faults.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    return ReadingFaults(
      faults: sorted.map { _, fault in
        Fault(file: file, line: fault.0.line, column: fault.0.column, problem: fault.1)
      })
  }
}
