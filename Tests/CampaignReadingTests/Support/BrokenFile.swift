import CampaignReading
import Testing

/// A whole, small and faultless campaign; tables of broken files change one line of it.
enum SmallCampaign {
  static let text = """
    id: thu-2026
    organization:
      id: xa-thu
      name: xã Thử
      level: commune
      superiors: [tỉnh Thử]
    title: Thi đua thử
    theme: Thử
    document:
      number: 01/KH-UBND
      issued: 2026-01-05
      issuer: UBND xã Thử
    period: {first: 2026-01-05, last: 2026-12-31, wording: năm 2026}
    participants:
      - kind: person
        groups: [công chức]
    milestones:
      - id: registration
        kind: registration
        title: đăng ký
        wording: trước ngày 01/02/2026
        last_valid_day: 2026-01-31
        owed_by: {persons: [member]}
        source: mục I
      - id: report
        kind: report
        title: báo cáo
        wording: đến hết tháng 11
        opens: 2026-11-01
        last_valid_day: 2026-11-30
        owed_by: units
        source: mục II
    waves:
      - {name: Đợt 1, first: 2026-01-05, last: 2026-06-30, occasions: [30/4]}
    rounds:
      - {year: 2026, first: 2026-01-05, last: 2026-12-31}
    targets:
      - id: income
        title: thu nhập
        figures:
          - {direction: at_least, value: 64.5, unit: triệu đồng}
    honours:
      - code: LDTT
        kinds: [person]
        registrable: true
        conferred_by: Chủ tịch UBND xã
        source: mục III
    quota: none
    works:
      at_least:
        - {kinds: [work], count: 1}
      owed_by: mỗi thôn
      source: mục IV
    findings:
      - {id: blank, text: số để trống, source: đầu văn bản}
    """

  /// Where `line` stands, from 1; the only line that is exactly this.
  static func number(of line: String) throws -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex(of: Substring(line))) + 1
  }

  static func replacing(_ line: String, with replacement: String) throws -> String {
    let number = try number(of: line)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[number - 1] = replacement
    return lines.joined(separator: "\n")
  }
}

/// One row of a table of broken files.
struct BrokenFile: CustomTestStringConvertible {
  /// The whole line that is replaced.
  let line: String
  let replacement: String
  /// The fault's line, counted from the replaced one.
  let offset: Int
  let column: Int
  let message: String
  let advice: String

  init(
    _ line: String, _ replacement: String, at offset: Int = 0, column: Int, _ message: String,
    _ advice: String = ""
  ) {
    self.line = line
    self.replacement = replacement
    self.offset = offset
    self.column = column
    self.message = message
    self.advice = advice
  }

  var testDescription: String { replacement.isEmpty ? "without \(line)" : replacement }
}

/// The faults that `body` throws; none if it throws nothing.
func faults(_ body: () throws(ReadingFaults) -> Void) -> [Fault] {
  do throws(ReadingFaults) {
    try body()
    return []
  } catch {
    return error.faults
  }
}
