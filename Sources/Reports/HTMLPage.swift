/// A table as a web page that needs nothing but itself: to read, to print, to put on a portal.
package struct HTMLPage: Hashable, Sendable {
  package let title: String
  /// One line under the title.
  package let note: String
  /// The names of the columns.
  package let header: [String]
  /// Shorter rows are filled up with empty cells.
  package let rows: [[String]]

  package init(title: String, note: String, header: [String], rows: [[String]]) {
    self.title = title
    self.note = note
    self.header = header
    self.rows = rows
  }

  /// The content type that goes with `bytes`.
  package static let contentType = "text/html; charset=utf-8"

  /// The whole file, in UTF-8; a line for each row.
  package var bytes: [UInt8] {
    let width = ([header] + rows).map(\.count).max() ?? 0
    func row(_ cells: [String], _ element: String) -> String {
      let filled = cells + Array(repeating: "", count: width - cells.count)
      return "<tr>" + filled.map { "<\(element)>\($0.escaped)</\(element)>" }.joined() + "</tr>"
    }
    let lines =
      [
        "<!DOCTYPE html>", "<html lang=\"vi\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width\">",
        "<title>\(title.escaped)</title>", "<style>\(style)</style>", "</head>", "<body>",
        "<h1>\(title.escaped)</h1>", "<p>\(note.escaped)</p>", "<table>",
        "<thead>", row(header, "th"), "</thead>", "<tbody>",
      ] + rows.map { row($0, "td") } + ["</tbody>", "</table>", "</body>", "</html>"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The head of a long table comes again on every printed page.
  private var style: String {
    "body{font-family:sans-serif}table{border-collapse:collapse}"
      + "th,td{border:1px solid #888;padding:4px 8px;text-align:left;vertical-align:top}"
      + "thead{display:table-header-group}tr{break-inside:avoid}"
  }
}

extension String {
  /// As text of an element: names and titles come from people. An end of line becomes a break.
  fileprivate var escaped: String {
    var escaped = ""
    for scalar in withoutControls.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped += "<br>"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
