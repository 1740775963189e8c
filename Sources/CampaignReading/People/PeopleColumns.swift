/// Which field of a record is which, as the header says or in the order of the interface:
/// `name,unit,role,username`.
struct PeopleColumns {
  enum Column: String, CaseIterable {
    case name, unit, role, username
    /// Columns that lists of people carry and nobody needs here: STT, ghi chú.
    case ignored
  }

  private let order: [Column]
  /// How many fields a record may have.
  var count: Int { order.count }

  static let standard = PeopleColumns(order: [.name, .unit, .role, .username])

  private init(order: [Column]) {
    self.order = order
  }

  /// `nil` if `record` is no header but already a person. A word that names no column is noted.
  init?(header record: CSVRecord, into log: FaultLog?) {
    let words = record.fields.map { $0.trimmed() }
    let columns = words.map { PeopleColumns.column($0) }
    guard columns.contains(.name) else { return nil }
    for (word, column) in zip(words, columns) where column == nil && !word.isEmpty {
      let known = Column.allCases.filter { $0 != .ignored }.map(\.rawValue)
      log?.note(
        .people(.unknownColumn(word, nearest: nearest(to: word, among: known))),
        at: Position(line: record.line, column: 0))
    }
    let named = columns.map { $0 ?? .ignored }
    // The interface's header may leave out its optional last column and lines still use it.
    order = named == [.name, .unit, .role] ? PeopleColumns.standard.order : named
  }

  /// The field of `column`, cleaned; empty if the record has none.
  func field(_ column: Column, of record: CSVRecord) -> String {
    guard let index = order.firstIndex(of: column), index < record.fields.count else { return "" }
    return record.fields[index].tidied()
  }

  private static func column(_ word: String) -> Column? {
    switch word.plain() {
    case "name", "full name", "ho ten", "ho va ten", "ten", "ho, ten": .name
    case "unit", "don vi", "bo phan", "noi cong tac": .unit
    case "role", "vai tro": .role
    case "username", "user", "tai khoan", "ten dang nhap", "ten tai khoan": .username
    case "stt", "tt", "so tt", "so thu tu", "ghi chu", "note", "no": .ignored
    default: nil
    }
  }
}
