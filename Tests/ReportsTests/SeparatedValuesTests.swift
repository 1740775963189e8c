import Reports
import Testing

@Suite struct SeparatedValuesTests {
  /// The file after its byte order mark.
  private func text(
    _ header: [String], _ rows: [[String]], _ separator: SeparatedValues.Separator = .comma
  ) -> String {
    let bytes = SeparatedValues(header: header, rows: rows, separator: separator).bytes
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func aTable() {
    #expect(
      text(["Họ tên", "Đơn vị"], [["Nguyễn Thị Hoa", "Thôn 1"], ["Lê Văn Đức", "Thôn 2, 3"]])
        == "Họ tên,Đơn vị\r\nNguyễn Thị Hoa,Thôn 1\r\nLê Văn Đức,\"Thôn 2, 3\"\r\n")
  }

  @Test func semicolonsForExcelInVietnam() {
    #expect(text(["a", "b"], [["1,5", "x;y"]], .semicolon) == "a;b\r\n\"1,5\";\"x;y\"\r\n")
  }

  @Test func shortRowsAreFilledUp() {
    #expect(text(["a", "b", "c"], [["1"], []]) == "a,b,c\r\n1,,\r\n,,\r\n")
  }

  @Test func aTableWithoutRows() {
    #expect(text(["a", "b"], []) == "a,b\r\n")
  }

  @Test(
    "Fields with signs of the format are quoted (RFC 4180, 2)",
    arguments: [
      ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("nói \"có\"", "\"nói \"\"có\"\"\""),
      ("một\nhai", "\"một\nhai\""), ("một\r\nhai", "\"một\nhai\""), (" a", "\" a\""),
      ("a ", "\"a \""), ("", ""), ("\"", "\"\"\"\""), ("a\u{0}\u{1B}b", "ab"),
    ])
  func quoting(_ value: String, _ expected: String) {
    #expect(text([value], []) == expected + "\r\n")
    #expect(text(["x"], [[value]]) == "x\r\n" + expected + "\r\n")
  }

  @Test(
    "Nothing that a person wrote runs as a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+84912345678", "'+84912345678"), ("-2+3", "'-2+3"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
      ("\t=1", "'\t=1"), ("\r=1", "\"'\n=1\""), ("\u{0}=1", "'=1"), ("＝1", "'＝1"),
      ("- mục một", "'- mục một"), ("-", "'-"),
      // What is no formula stays as it is.
      ("-5", "-5"), ("-1.250", "-1.250"), ("a=b", "a=b"), ("80%", "80%"), ("–", "–"),
    ])
  func formulas(_ value: String, _ expected: String) {
    #expect(text(["x"], [[value]]) == "x\r\n" + expected + "\r\n")
  }
}
