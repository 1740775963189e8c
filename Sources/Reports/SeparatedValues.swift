/// A table as comma-separated values (RFC 4180), for spreadsheet programs.
///
/// UTF-8 with a byte order mark, without which Excel shows Vietnamese letters as pairs of signs.
package struct SeparatedValues: Hashable, Sendable {
  /// The names of the columns.
  package let header: [String]
  /// Shorter rows are filled up with empty fields.
  package let rows: [[String]]
  /// What stands between two fields.
  package let separator: Separator

  package init(header: [String], rows: [[String]], separator: Separator = .comma) {
    self.header = header
    self.rows = rows
    self.separator = separator
  }

  /// RFC 4180 knows the comma; an Excel whose region writes decimals with a comma, as Vietnam does,
  /// opens a file by double click only with semicolons.
  package enum Separator: String, Hashable, Sendable {
    case comma = ","
    case semicolon = ";"
  }

  /// The content type that goes with `bytes`.
  package static let contentType = "text/csv; charset=utf-8; header=present"

  /// The whole file.
  package var bytes: [UInt8] {
    let table = [header] + rows
    let width = table.map(\.count).max() ?? 0
    var text = "\u{FEFF}"
    for row in table {
      let filled = row + Array(repeating: "", count: width - row.count)
      text += filled.map(field).joined(separator: separator.rawValue) + "\r\n"
    }
    return Array(text.utf8)
  }

  private func field(_ value: String) -> String {
    let clean = value.withoutControls.defused
    let isPlain = clean.unicodeScalars.allSatisfy {
      $0 != "\"" && $0 != "\n" && $0 != "," && $0 != ";"
    }
    if isPlain, clean.first != " ", clean.last != " " { return clean }
    let doubled = clean.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}

extension String {
  /// What a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection):
  /// names and titles come from people. A negative number is no formula and stays a number.
  fileprivate var defused: String {
    guard let first = unicodeScalars.first else { return self }
    switch first {
    case "-" where isNegativeNumber: return self
    // The full-width forms too: programs with an East Asian input method take them for the same.
    case "=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠": return "'" + self
    default: return self
    }
  }

  private var isNegativeNumber: Bool {
    let digits = utf8.dropFirst()
    return digits.first.map(\.isDigit) ?? false
      && digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
