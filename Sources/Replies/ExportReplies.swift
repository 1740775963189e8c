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
  package let content: String
  /// Rows or events.
  package let count: Int
  /// "42 dòng", "3 sự kiện".
  package let countWords: String

  fileprivate init(name: String, type: String, bytes: [UInt8], count: Int, of what: String) {
    self.name = name
    self.type = type
    content = String(decoding: bytes, as: UTF8.self)
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
    return switch format {
    case .csv:
      // The region settings of Vietnam make Excel part fields at semicolons.
      ExportedFile(
        name: name, type: SeparatedValues.contentType,
        bytes: SeparatedValues(header: header, rows: rows, separator: .semicolon).bytes,
        count: rows.count, of: "dòng")
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
    case .csv: ", mở bằng Excel"
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
  private static let shownLines = 60

  /// - Parameter command: what makes the same file on the server's own command line.
  fileprivate func answer(_ head: String, command: String, _ data: JSONObject) -> Answer {
    let lines = shown
    let rest =
      lines.count > ExportedFile.shownLines
      ? [
        "Tệp dài \(lines.count) dòng nên không hiện ở đây. Chương trình nói bằng JSON nhận cả tệp trong data.file; trên máy chủ gõ: \(command)"
      ] : lines
    return Answer(
      lines: [head] + rest,
      data.merging([
        "count": number(count),
        "file": ["name": .string(name), "type": .string(type), "content": .string(content)],
      ]))
  }

  /// The lines of the file, without the mark that only spreadsheet programs need.
  private var shown: [String] {
    let text =
      content.unicodeScalars.first == "\u{FEFF}"
      ? content.unicodeScalars.dropFirst() : content.unicodeScalars[...]
    return String(String.UnicodeScalarView(text)).split { $0 == "\n" || $0 == "\r\n" }.map(
      String.init)
  }
}
