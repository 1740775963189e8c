import CivilTime

extension Table {
  /// The day that stands in for one that could not be read.
  static let placeholderDay = CivilDate(daysSinceEpoch: 0)

  /// `2022-01-14`.
  func day(_ key: String) -> CivilDate {
    guard let node = node(key, required: true), let written = text(node, key: key) else {
      return Table.placeholderDay
    }
    return day(written, key: key, at: position(of: key)) ?? Table.placeholderDay
  }

  func optionalDay(_ key: String) -> CivilDate? {
    optionalText(key).flatMap { day($0, key: key, at: position(of: key)) }
  }

  /// `nil` after noting why `text` names no day of these times.
  func day(_ text: String, key: String, at place: Position) -> CivilDate? {
    if let day = CivilDate(iso: text), (1900...2100).contains(day.year) { return day }
    let problem: Problem =
      text.hasDateForm
      ? .impossibleDate(key: key, value: text) : .malformedDate(key: key, value: text)
    log.note(problem, at: place)
    return nil
  }

  /// The days of a list, each with its place.
  func days(_ key: String) -> [(day: CivilDate, position: Position)] {
    items(key, required: false).compactMap { node in
      let place = node.position
      guard let written = text(node, key: key) else { return nil }
      return day(written, key: key, at: place).map { ($0, place) }
    }
  }

  /// Two days of this table, both included; `nil` after noting why they are no span.
  func span(from first: String, to last: String) -> DateSpan? {
    let firstDay = day(first)
    let lastDay = day(last)
    // A day that could not be read has its fault already.
    guard firstDay != Table.placeholderDay, lastDay != Table.placeholderDay else { return nil }
    let span = DateSpan(firstDay, lastDay)
    if span == nil { note(.lastBeforeFirst(first: firstDay, last: lastDay), at: last) }
    return span
  }
}

extension String {
  /// Written like a date, whether or not the calendar has that day.
  fileprivate var hasDateForm: Bool {
    let bytes = Array(utf8)
    guard bytes.count == 10 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
  }
}
