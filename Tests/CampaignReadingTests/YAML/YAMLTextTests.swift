import CampaignReading
import Campaigns
import Testing

/// What libyaml refuses, said in words that help.
@Suite struct YAMLTextTests {
  struct Row: CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let message: String

    init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
      self.text = text
      self.line = line
      self.column = column
      self.message = message
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Row("", 0, 0, "tệp trống"),
    Row("# chỉ có chú thích\n", 0, 0, "tệp trống"),
    Row("year: 2026\n\tsource: x", 2, 1, "phím Tab"),
    Row("year: 2026\nsource: a: b", 2, 10, "dấu hai chấm"),
    Row("year: 2026\nsource: \"a", 2, 9, "dấu nháy mở ở đây không được đóng"),
    Row("year: 2026\nholidays: [a, b", 2, 11, "dấu ngoặc mở ở đây không được đóng"),
    Row("year: 2026\nsource: @a", 2, 9, "không được đứng đầu"),
    Row("year: 2026\nsource: \"\\q\"", 2, 10, "không hợp lệ"),
    Row("year: 2026\nsource: *a", 2, 9, "dấu *"),
    Row("year: 2026\nsource: a\u{1}b", 2, 10, "ký tự điều khiển"),
    Row("year: 2026\n  source: x", 2, 9, "dấu hai chấm"),
    Row("- 1", 1, 1, "không bắt đầu bằng"),
    Row("xin chào", 1, 1, "không bắt đầu bằng"),
  ])
  func syntax(_ row: Row) throws {
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(row.text, name: "2026.yaml")
    }
    let fault = try #require(found.first)
    #expect(fault.line == row.line)
    #expect(fault.column == row.column)
    #expect(fault.message.contains(row.message), "\(fault)")
    #expect(found.count == 1, "\(found)")
  }

  @Test func everyTabIsNamed() {
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read("year: 2026\n\ta: 1\n  \tb: 2", name: "2026.yaml")
    }
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map(\.column) == [1, 3])
  }

  @Test func secondDocumentIsRefused() {
    let one = "year: 2026\nsource: x\nholidays: [{day: 2026-01-01, name: y}]\n"
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(one + "---\n" + one, name: "2026.yaml")
    }
    #expect(found.map(\.message) == ["tệp có hơn một tài liệu YAML"])
  }

  @Test func byteOrderMarkIsPassedOver() throws {
    let text = "\u{FEFF}year: 2026\nsource: x\nholidays: [{day: 2026-01-01, name: y}]\n"
    #expect(try HolidaysFile.read(text, name: "2026.yaml").year == 2026)
  }

  @Test func hugeFileIsRefusedUnread() {
    let text = String(repeating: "#\n", count: 600_000)
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(text, name: "2026.yaml")
    }
    #expect(found.first?.message.contains("quá lớn") == true)
  }

  @Test(arguments: ["[", "{", "- ", "? ", "a:\n "])
  func deepNestingIsRefused(_ opening: String) {
    var text = ""
    for depth in 0..<5_000 {
      text += opening.contains("\n") ? "a:\n" + String(repeating: " ", count: depth % 300) : opening
    }
    let found = faults { () throws(ReadingFaults) in
      _ = try HolidaysFile.read(text, name: "2026.yaml")
    }
    #expect(!found.isEmpty)
  }
}
