/// A person known by name only, for readings without a store.
package struct NamedPerson: Hashable, Sendable {
  package let name: String
  package let unit: String?
  /// As written, whatever it says.
  package let role: String
}

extension PeopleFile {
  /// The names, units and roles of a people file as they stand, for `thidua parse --people`.
  ///
  /// Never refuses: a role may be any text, lines without a name are passed over, broken quotes
  /// are read as well as can be.
  package static func names(in text: String) -> [NamedPerson] {
    var columns: PeopleColumns?
    var people: [NamedPerson] = []
    for record in CSVRecords(text) where !record.isBlank {
      if columns == nil {
        columns = PeopleColumns(header: record, into: nil)
        if columns != nil { continue }
      }
      let known = columns ?? .standard
      columns = known
      let name = known.field(.name, of: record)
      let unit = known.field(.unit, of: record)
      guard !name.isEmpty else { continue }
      people.append(
        NamedPerson(
          name: name, unit: unit.isEmpty ? nil : unit, role: known.field(.role, of: record)))
    }
    return people
  }
}
