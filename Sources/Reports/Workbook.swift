/// A table as an Excel workbook (Office Open XML, ECMA-376) with one sheet.
///
/// Names and titles come from people: every cell is text or a number, none a formula.
package struct Workbook: Hashable, Sendable {
  /// Of the sheet; what Excel does not take in a name is left out.
  package let title: String
  /// The names of the columns; they stay in sight when the sheet is scrolled.
  package let header: [String]
  package let rows: [[String]]

  package init(title: String, header: [String], rows: [[String]]) {
    self.title = title
    self.header = header
    self.rows = rows
  }

  /// The content type that goes with `bytes`.
  package static let contentType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The whole file.
  package var bytes: [UInt8] {
    var archive = ZipArchive()
    for (name, xml) in parts { archive.add(name, Array((Workbook.prolog + xml).utf8)) }
    return archive.bytes
  }

  private var parts: [(name: String, xml: String)] {
    let package = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + "<sheet name=\"\(sheetName.escapedForXML)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      (
        // Style 1: the bold head.
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
          + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
          + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
          + "<xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\">" + sheet + "</worksheet>"),
    ]
  }

  private var sheet: String {
    let columns = widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return
      "<sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>"
      + (columns.isEmpty ? "" : "<cols>" + columns.joined() + "</cols>")
      + "<sheetData>" + row(header, style: 1) + rows.map { row($0, style: 0) }.joined()
      + "</sheetData>"
  }

  private func row(_ cells: [String], style: Int) -> String {
    "<row>" + cells.map { cell($0.withoutControls, style) }.joined() + "</row>"
  }

  private func cell(_ text: String, _ style: Int) -> String {
    text.isPlainNumber
      ? "<c s=\"\(style)\"><v>\(text)</v></c>"
      : "<c s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text.escapedForXML)</t></is></c>"
  }

  /// In characters, by the longest cell; a very long one is cut by the next column.
  private var widths: [Int] {
    ([header] + rows).reduce(into: []) { widths, row in
      for (column, text) in row.enumerated() {
        if column == widths.count { widths.append(Workbook.narrowest) }
        widths[column] = min(max(widths[column], text.count + 2), Workbook.widest)
      }
    }
  }

  private var sheetName: String {
    let name = title.withoutControls.filter { !"[]:*?/\\'\n\t".contains($0) }
      .prefix(Workbook.longestSheetName)
    return name.isEmpty ? "1" : String(name)
  }

  private static let narrowest = 5
  private static let widest = 60
  /// Excel's own bound.
  private static let longestSheetName = 31
  private static let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
}

extension String {
  fileprivate var escapedForXML: String {
    unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // Not characters of XML 1.0.
      case "\u{FFFE}", "\u{FFFF}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// A number that Excel keeps whole. Numbers of decisions with a leading zero are words.
  fileprivate var isPlainNumber: Bool {
    let digits = utf8
    return (1...15).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (digits.first != UInt8(ascii: "0") || digits.count == 1)
  }
}
