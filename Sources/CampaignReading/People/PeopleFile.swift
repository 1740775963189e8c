package import Campaigns

/// One person of a people file.
package struct PersonRow: Hashable, Sendable {
  package let name: String
  /// As written; `nil` if the person belongs to no unit.
  package let unit: String?
  package let role: Role
  package let username: String?
  /// The line of the file, from 1, for faults that only the store can find.
  package let line: Int
}

/// A people file: CSV `name,unit,role[,username]`, with or without a header.
package enum PeopleFile {
  /// Everyone in the file, or every bad line; nothing between.
  ///
  /// An empty role is a member. Two lines with the same name and unit are refused unless
  /// usernames tell the two persons apart. 100,000 lines take about 0.25 s.
  package static func read(
    _ text: String, name: String
  ) throws(ReadingFaults) -> [PersonRow] {
    let log = FaultLog(file: name)
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    var reader = PeopleReader(lines: lines, log: log)
    for record in CSVRecords(text) where !record.isBlank { reader.read(record) }
    if reader.rows.isEmpty, log.refusal == nil { log.note(.people(.nobody), at: .wholeFile) }
    return try log.finish(reader.rows)
  }
}

/// Goes through the records of a people file and keeps what it has seen.
private struct PeopleReader {
  let log: FaultLog
  private(set) var rows: [PersonRow] = []
  private var columns: PeopleColumns?
  private var roles: [(word: String, role: Role)] = []
  private var people: SeenLines
  private var usernames: SeenLines

  init(lines: Int, log: FaultLog) {
    self.log = log
    people = SeenLines(expecting: lines)
    usernames = SeenLines(expecting: lines)
    rows.reserveCapacity(lines)
  }

  mutating func read(_ record: CSVRecord) {
    if let fault = record.fault { return note(fault, record.line) }
    guard let columns else {
      columns = PeopleColumns(header: record, into: log)
      if columns == nil {
        columns = .standard
        read(record)
      }
      return
    }
    guard hasFields(record, columns) else { return }
    let name = columns.field(.name, of: record)
    let unit = columns.field(.unit, of: record)
    let username = columns.field(.username, of: record)
    if name.isEmpty { note(.emptyName, record.line) }
    if !name.isEmpty, !name.isName { note(.malformedName(name), record.line) }
    if !unit.isEmpty, !unit.isName { note(.malformedUnit(unit), record.line) }
    if !username.isEmpty { check(username, line: record.line) }
    noteDouble(name: name, unit: unit, username: username, line: record.line)
    rows.append(
      PersonRow(
        name: name, unit: unit.isEmpty ? nil : unit,
        role: role(columns.field(.role, of: record), line: record.line),
        username: username.isEmpty ? nil : username, line: record.line))
  }

  private func hasFields(_ record: CSVRecord, _ columns: PeopleColumns) -> Bool {
    // Spreadsheets pad short lines with empty fields.
    let used = record.fields.count - record.fields.reversed().prefix { $0.isEmpty }.count
    if used > columns.count {
      note(.tooManyFields(found: used, expected: columns.count), record.line)
      return false
    }
    if record.fields.count < min(2, columns.count) {
      note(.tooFewFields(found: record.fields.count), record.line)
      return false
    }
    return true
  }

  private mutating func role(_ word: String, line: Int) -> Role {
    // Thousands of lines share a handful of words; comparing them is cheaper than hashing.
    if let known = roles.first(where: { $0.word == word }) { return known.role }
    guard let role = Role(word: word) else {
      note(.unknownRole(word, nearest: nearest(to: word, among: Role.suggestedWords)), line)
      return .member
    }
    roles.append((word, role))
    return role
  }

  private mutating func check(_ username: String, line: Int) {
    if !username.isUsername { note(.badUsername(username), line) }
    if let first = usernames.see([username], on: line) {
      note(.duplicateUsername(username, firstLine: first), line)
    }
  }

  private mutating func noteDouble(name: String, unit: String, username: String, line: Int) {
    guard !name.isEmpty else { return }
    if let first = people.see([name, unit, username], on: line) {
      note(.duplicatePerson(name: name, unit: unit, firstLine: first), line)
    }
  }

  private func note(_ problem: PeopleProblem, _ line: Int) {
    log.note(.people(problem), at: Position(line: line, column: 0))
  }
}
