/// The schema's whole growth, and the way a store is brought up to it.
///
/// Each step is applied in a transaction of its own together with its record in the table
/// `migration`, so that a program killed halfway goes on where it stopped, and of two that start
/// at once the second finds the work done.
package struct Migrations: Sendable {
  let steps: [Migration]

  /// `steps` are numbered 1, 2, 3, …; anything else is a fault of the program and stops it.
  package init(_ steps: [Migration]) {
    precondition(steps.map(\.number) == Array(1..<steps.count + 1), "migrations out of order")
    self.steps = steps
  }

  /// Applies what is missing and returns the numbers applied. Throws kinds `newerThanProgram` and
  /// `migrationDiffers` before it changes anything.
  @discardableResult
  package func apply(to session: any WritingSession) throws -> [Int] {
    var applied: [Int] = []
    while let number = try session.transaction(applyNext) { applied.append(number) }
    return applied
  }

  /// How many steps are missing; nothing is changed. Throws as `apply` does, and kind `other` on
  /// a store that has never been migrated.
  package func missing(in session: any SQLSession) throws -> Int {
    steps.count - (try checkedRecords(of: session))
  }

  private func applyNext(in session: any SQLSession) throws -> Int? {
    try session.run(createRecords)
    let done = try checkedRecords(of: session)
    guard done < steps.count else { return nil }
    let step = steps[done]
    for text in step.statements { try session.run(SQLStatement(once: text)) }
    try session.run(insertRecord, [.integer(Int64(step.number)), .integer(step.checksum)])
    return step.number
  }

  /// The number of steps the store has, after comparing each with the program's.
  private func checkedRecords(of session: any SQLSession) throws -> Int {
    let records = try session.all(selectRecords) { row in
      (number: try row.int(0), checksum: try row.integer(1))
    }
    if let last = records.last?.number, last > steps.count {
      throw StoreError(.migrate, .newerThanProgram(store: last, program: steps.count))
    }
    for (record, step) in zip(records, steps)
    where record.number != step.number || record.checksum != step.checksum {
      throw StoreError(.migrate, .migrationDiffers(number: step.number))
    }
    return records.count
  }
}

private let createRecords = SQLStatement(
  """
  CREATE TABLE IF NOT EXISTS migration (
    number BIGINT PRIMARY KEY,
    checksum BIGINT NOT NULL
  )
  """)
private let selectRecords = SQLStatement("SELECT number, checksum FROM migration ORDER BY number")
private let insertRecord = SQLStatement("INSERT INTO migration (number, checksum) VALUES ($1, $2)")
