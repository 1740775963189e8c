import Testing

@testable import Reports

@Suite struct WorkbookTests {
  private func sheet(_ workbook: Workbook) throws -> String {
    try ZipReading(workbook.bytes).text(of: "xl/worksheets/sheet1.xml")
  }

  @Test func itIsAnArchiveOfSixWellFormedParts() throws {
    let workbook = Workbook(
      title: "Danh sách <1>", header: ["STT", "Họ tên"],
      rows: [["1", "Nguyễn Thị Hoa"], ["2", "a & b \"c\" <d>"]])
    let archive = try ZipReading(workbook.bytes)
    #expect(
      archive.names == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/worksheets/sheet1.xml",
      ])
    #expect(try archive.text(of: "xl/workbook.xml").contains("name=\"Danh sách &lt;1&gt;\""))
  }

  @Test(
    "A cell is a number or text, never a formula",
    arguments: [
      ("12", "<v>12</v>"), ("0", "<v>0</v>"), ("007", ">007</t>"), ("1,5", ">1,5</t>"),
      ("1234567890123456", ">1234567890123456</t>"), ("=1+1", ">=1+1</t>"), ("", "></t>"),
      ("a\u{1}b\r\nc", ">ab\nc</t>"), ("x\u{FFFF}y", ">xy</t>"),
    ])
  func cells(text: String, xml: String) throws {
    let workbook = Workbook(title: "t", header: [], rows: [[text]])
    #expect(try sheet(workbook).contains(xml))
  }

  @Test(arguments: [
    ("a/b:c*[d]?'", "abcd"), ("", "1"),
    (String(repeating: "ấ", count: 40), String(repeating: "ấ", count: 31)),
  ])
  func namesThatExcelTakes(title: String, name: String) throws {
    let workbook = Workbook(title: title, header: ["a"], rows: [])
    #expect(
      try ZipReading(workbook.bytes).text(of: "xl/workbook.xml").contains("sheet name=\"\(name)\""))
  }

  @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926)] as [(String, UInt32)])
  func checkSum(text: String, sum: UInt32) {
    #expect(CRC32.of(Array(text.utf8)) == sum)
  }
}
