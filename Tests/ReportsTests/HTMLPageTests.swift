import Reports
import Testing

@Suite struct HTMLPageTests {
  private func text(
    _ title: String = "Danh sách", note: String = "lúc 08:00", header: [String] = ["Họ tên"],
    rows: [[String]]
  ) -> String {
    String(
      decoding: HTMLPage(title: title, note: note, header: header, rows: rows).bytes,
      as: UTF8.self)
  }

  private func rows(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("<tr>") }.map(String.init)
  }

  @Test func aTable() {
    let page = text(
      header: ["STT", "Họ tên"], rows: [["1", "Nguyễn Thị Hoa"], ["2", "Lê Văn Đức"]])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<title>Danh sách</title>"))
    #expect(page.contains("<h1>Danh sách</h1>\n<p>lúc 08:00</p>"))
    #expect(
      rows(page) == [
        "<tr><th>STT</th><th>Họ tên</th></tr>",
        "<tr><td>1</td><td>Nguyễn Thị Hoa</td></tr>", "<tr><td>2</td><td>Lê Văn Đức</td></tr>",
      ])
  }

  @Test func shortRowsAreFilledUp() {
    #expect(
      rows(text(header: ["a", "b"], rows: [["1"], []])).dropFirst() == [
        "<tr><td>1</td><td></td></tr>", "<tr><td></td><td></td></tr>",
      ])
  }

  @Test func itNeedsNothingButItself() {
    let page = text(rows: [["x"]])
    for reference in ["src=", "href=", "url(", "<script", "@import"] {
      #expect(!page.contains(reference))
    }
  }

  @Test(
    "What people wrote is text, never markup",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("A & B", "A &amp; B"), ("&lt;", "&amp;lt;"), ("nói \"có\"", "nói &quot;có&quot;"),
      ("'", "&#39;"), ("một\nhai", "một<br>hai"), ("một\r\nhai", "một<br>hai"),
      ("a\u{0}\u{1B}b", "ab"), ("</title><b>", "&lt;/title&gt;&lt;b&gt;"), ("Đạt 93 %", "Đạt 93 %"),
    ])
  func escaping(_ value: String, _ expected: String) {
    let page = text(value, note: value, header: [value], rows: [[value]])
    for element in ["title", "h1", "p", "th", "td"] {
      #expect(page.contains("<\(element)>\(expected)</\(element)>"))
    }
  }
}
