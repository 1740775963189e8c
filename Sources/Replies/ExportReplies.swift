package import Campaigns
package import CivilTime
import Reports
import Vietnamese
import Wire

// Files: the words around them, and the files themselves.

/// A file to save, as it goes to clients in `data.file`.
package struct ExportedFile: Hashable, Sendable {
  /// ASCII without spaces: "duong-hoa-2022-danh-sach-dang-ky.csv".
  package let name: String
  /// With its parameters: "text/csv; charset=utf-8".
  package let type: String
  package let bytes: [UInt8]
  /// What a chat shows of it: the file itself where it is text.
  fileprivate let shown: [UInt8]
  /// Rows or events.
  package let count: Int
  fileprivate let isText: Bool
  /// "42 dòng", "3 sự kiện".
  package let countWords: String

  /// - Parameter text: the same for a chat, where `bytes` are no text.
  fileprivate init(
    name: String, type: String, bytes: [UInt8], text: [UInt8]? = nil, count: Int, of what: String
  ) {
    self.name = name
    self.type = type
    self.bytes = bytes
    shown = text ?? bytes
    isText = text == nil
    self.count = count
    countWords = "\(count) \(what)"
  }
}

extension Outcome {
  /// The file that was asked for; `nil` for every other outcome.
  package func file(at now: Instant) -> ExportedFile? {
    if case .export(let export) = self { return export.file(at: now) }
    if case .calendar(let calendar) = self { return calendar.file(at: now) }
    return nil
  }
}

extension TableExport {
  func answer(at now: Instant) -> Answer {
    let file = file(at: now)
    let head =
      "\(list.sheet(on: now.date).title): \(file.countWords), tệp \(file.name)\(format.program)."
    return file.answer(
      head,
      command:
        "thidua report export --campaign \(campaign) --what \(list.kind.rawValue) --format \(format.rawValue) --output \(file.name)",
      [
        "campaign": .string(campaign), "what": .string(list.kind.rawValue),
        "format": .string(format.rawValue),
      ])
  }

  fileprivate func file(at now: Instant) -> ExportedFile {
    let sheet = list.sheet(on: now.date)
    let header = ["STT"] + sheet.header
    let rows = sheet.rows.enumerated().map { ["\($0.offset + 1)"] + $0.element }
    let name = "\(campaign)-\(list.kind.fileName).\(format.rawValue)"
    // The region settings of Vietnam make Excel part fields at semicolons.
    let separated = SeparatedValues(header: header, rows: rows, separator: .semicolon)
    return switch format {
    case .csv:
      ExportedFile(
        name: name, type: SeparatedValues.contentType, bytes: separated.bytes, count: rows.count,
        of: "dòng")
    case .xlsx:
      ExportedFile(
        name: name, type: Workbook.contentType,
        bytes: Workbook(title: sheet.title, header: header, rows: rows).bytes,
        text: separated.bytes, count: rows.count, of: "dòng")
    case .html:
      ExportedFile(
        name: name, type: HTMLPage.contentType,
        bytes: HTMLPage(
          title: sheet.title, note: "Số liệu lúc \(now.vietnamese).", header: header, rows: rows
        ).bytes, count: rows.count, of: "dòng")
    }
  }
}

extension TableFormat {
  /// What opens the file.
  fileprivate var program: String {
    switch self {
    case .csv, .xlsx: ", mở bằng Excel"
    case .html: ", mở bằng trình duyệt"
    }
  }
}

extension DutyCalendar {
  func answer(at now: Instant) -> Answer {
    let file = file(at: now)
    let chosen = campaign.map { " --campaign \($0)" } ?? ""
    let person = owner.map { " --person \"\($0)\"" } ?? ""
    return file.answer(
      "\(name): \(file.countWords), tệp \(file.name). Mở tệp bằng ứng dụng lịch của điện thoại hay máy tính.",
      command: "thidua reminders calendar\(chosen)\(person) --output \(file.name)",
      ["campaign": campaign.map { .string($0) } ?? .null, "format": "ics"])
  }

  fileprivate func file(at now: Instant) -> ExportedFile {
    let events = events
    return ExportedFile(
      name: "\(campaign ?? "thi-dua")-lich.ics", type: CalendarFile.contentType,
      bytes: CalendarFile(name: name, events: events, stamp: now).bytes, count: events.count,
      of: "sự kiện")
  }
}

extension ExportKind {
  fileprivate var fileName: String {
    switch self {
    case .summary: "tong-hop"
    case .registrations: "dang-ky"
    case .missing: "chua-dang-ky"
    case .pledges: "giao-uoc"
    case .works: "cong-trinh"
    case .targets: "chi-tieu"
    case .dossiers: "ho-so"
    case .awards: "khen-thuong"
    }
  }
}

extension ExportedFile {
  /// A screen is no place for a long file.
  private static let mostLines = 60

  /// - Parameter command: what makes the same file on the server's own command line.
  fileprivate func answer(_ head: String, command: String, _ facts: JSONObject) -> Answer {
    let lines = shownLines
    let rest =
      lines.count > ExportedFile.mostLines
      ? [
        "Tệp dài \(lines.count) dòng nên không hiện ở đây. Chương trình nói bằng JSON nhận cả tệp trong data.file; trên máy chủ gõ: \(command)"
      ] : lines
    return Answer(
      lines: [head] + rest,
      facts.merging([
        "count": number(count),
        "file": data,
      ]))
  }

  /// Bytes that are no text come in base64.
  private var data: JSONValue {
    [
      "name": .string(name), "type": .string(type),
      "encoding": isText ? "utf-8" : "base64",
      "content": .string(
        String(decoding: isText ? bytes : Base64.encode(bytes), as: UTF8.self)),
    ]
  }

  /// The lines of the file, without the mark that only spreadsheet programs need.
  private var shownLines: [String] {
    let content = String(decoding: shown, as: UTF8.self)
    let text =
      content.unicodeScalars.first == "\u{FEFF}"
      ? content.unicodeScalars.dropFirst() : content.unicodeScalars[...]
    return String(String.UnicodeScalarView(text)).split { $0 == "\n" || $0 == "\r\n" }.map(
      String.init)
  }
}
