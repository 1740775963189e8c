import CivilTime
import Testing

@testable import Mail

@Suite struct MailBytesTests {
  @Test func aPlainMessageWhole() throws {
    let message = try Samples.message(toName: "Le Hoa", headers: [.autoSubmitted])
    #expect(
      String(decoding: message.bytes, as: UTF8.self)
        == """
        Date: Mon, 10 Jan 2022 08:00:00 +0700\r
        From: <nhac@thi-dua.example>\r
        To: "Le Hoa" <hoa@so.example>\r
        Message-ID: <nhac-1@thi-dua.example>\r
        Subject: Nhac viec\r
        Auto-Submitted: auto-generated\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: base64\r
        \r
        eA0K\r

        """)
  }

  @Test func attachmentsAreParts() throws {
    let calendar = try MailAttachment(
      fileName: "lich.ics", contentType: MailAttachment.calendar, bytes: Array("BEGIN".utf8))
    let table = try MailAttachment(
      fileName: "bảng 1.csv", contentType: "text/csv", bytes: [0, 255])
    let message = try Samples.message(attachments: [calendar, table])
    let reading = try HeaderReading(message.bytes)
    #expect(reading["Content-Type"] == "multipart/mixed; boundary=\"=_thi-dua_=\"")
    #expect(
      reading.body
        == """
        --=_thi-dua_=\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: base64\r
        \r
        eA0K\r
        \r
        --=_thi-dua_=\r
        Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r
        Content-Disposition: attachment; filename="lich.ics"\r
        Content-Transfer-Encoding: base64\r
        \r
        QkVHSU4=\r
        \r
        --=_thi-dua_=\r
        Content-Type: text/csv\r
        Content-Disposition: attachment; filename*=UTF-8''b%E1%BA%A3ng%201.csv\r
        Content-Transfer-Encoding: base64\r
        \r
        AP8=\r
        \r
        --=_thi-dua_=--\r

        """)
  }

  @Test(arguments: [
    "Nhac viec", "Nhắc việc", "Còn 3 ngày để đăng ký danh hiệu thi đua",
    "Nhắc: hồ sơ đề nghị tặng Bằng khen của Thủ tướng Chính phủ cho tập thể Phòng Nội vụ còn thiếu "
      + "biên bản họp Hội đồng Thi đua - Khen thưởng và bản tóm tắt thành tích",
    String(repeating: "ệ", count: 200), "Nho\u{302}\u{301} la\u{302}\u{301}y", "🔔 nhắc 👩🏽‍💻",
    "two  spaces", " before", "after ", "", "=?UTF-8?B?eA==?=", "a =?x",
    String(repeating: "x", count: 300), String(repeating: "mot hai ba ", count: 30) + "het",
  ])
  func aSubjectIsReadAsItWasWritten(_ subject: String) throws {
    let message = try Samples.message(subject: subject)
    let reading = try HeaderReading(message.bytes)
    #expect(reading["Subject"] ?? (subject.isEmpty ? "" : nil) == subject)
    #expect(reading.lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(message.bytes.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    "Nguyễn Thị Hòa", "Le \"Hoa\" \\ An", "Ban Thi đua - Khen thưởng tỉnh, phòng Nghiệp vụ 1",
    String(repeating: "ạ", count: 66), String(repeating: "a", count: 200), "a, b <c@d>",
  ])
  func aNameIsReadAsItWasWritten(_ name: String) throws {
    let message = try Samples.message(fromName: name)
    let reading = try HeaderReading(message.bytes)
    let address = " <nhac@thi-dua.example>"
    let from = try #require(reading["From"])
    #expect(from.hasSuffix(address))
    let shown = String(from.dropLast(address.count))
    #expect(shown == name || shown == HeaderField.quoted(name))
    #expect(reading.lines.allSatisfy { $0.utf8.count <= 76 })
  }

  @Test func aLineEndInASubjectBeginsNoHeader() throws {
    let plain = try Samples.message(subject: "Nhac\r\nBcc: an@so.example\r\n\r\nbody")
    let foreign = try Samples.message(subject: "Nhắc\nBcc: an@so.example\u{2028}x\u{0}")
    for message in [plain, foreign] {
      let reading = try HeaderReading(message.bytes)
      #expect(reading["Bcc"] == nil)
      #expect(!reading.lines.contains { $0.hasPrefix("Bcc") })
    }
    let subject = try HeaderReading(foreign.bytes)["Subject"]
    #expect(subject == "Nhắc Bcc: an@so.example x ")
  }

  @Test(arguments: [
    ("", ""), ("x", "x\r\n"), ("x\n", "x\r\n"), ("x\r\n", "x\r\n"), ("a\nb", "a\r\nb\r\n"),
    ("a\rb", "a\r\nb\r\n"), ("a\r\n\r\nb", "a\r\n\r\nb\r\n"), ("a\n\n", "a\r\n\r\n"),
    ("a\r\rb", "a\r\n\r\nb\r\n"), (".\nQUIT", ".\r\nQUIT\r\n"), ("Kính gửi", "Kính gửi\r\n"),
  ])
  func aTextIsReadWithNetworkLineEnds(_ text: String, _ read: String) throws {
    let body = try HeaderReading(try Samples.message(text: text).bytes).body
    #expect(String(decoding: HeaderReading.base64(body), as: UTF8.self) == read)
  }

  @Test func aLongTextHasShortLines() throws {
    let text = String(repeating: "Kính gửi các đồng chí, ", count: 1_000)
    let message = try Samples.message(text: text)
    let lines = message.bytes.split(separator: 0x0A)
    #expect(lines.allSatisfy { $0.count <= 77 })
    let body = try HeaderReading(message.bytes).body
    #expect(HeaderReading.base64(body) == Array("\(text)\r\n".utf8))
  }

  @Test func theLongestHeadersFitTheirLines() throws {
    let local = String(repeating: "l", count: 64)
    let domain = Array(repeating: String(repeating: "d", count: 61), count: 3).joined(
      separator: ".")
    let message = try Samples.message(
      from: "\(local)@\(domain)", fromName: String(repeating: "ệ", count: 66),
      headers: [
        try MailHeader(
          String(repeating: "n", count: 76), String(repeating: "v", count: MailHeader.valueLimit))
      ])
    #expect(message.bytes.split(separator: 0x0A).allSatisfy { $0.count <= 999 })
  }

  @Test func internationalAddressesStayAsTheyAre() throws {
    let reading = try HeaderReading(try Samples.message(to: "hòa@sở.example").bytes)
    #expect(reading["To"] == "<hòa@sở.example>")
  }

  @Test(arguments: [
    ("2022-01-10T07:59:50+07:00", "Mon, 10 Jan 2022 07:59:50 +0700"),
    ("2024-02-29T23:59:59+07:00", "Thu, 29 Feb 2024 23:59:59 +0700"),
    ("2025-12-31T17:00:00Z", "Thu, 1 Jan 2026 00:00:00 +0700"),
  ])
  func aDateIsVietnams(_ iso: String, _ written: String) throws {
    let message = MailMessage(
      id: try MailID("a@b"), from: try MailAddress("a@b"), to: try MailAddress("a@b"),
      date: try #require(Instant(iso: iso)), subject: "", text: "")
    #expect(try HeaderReading(message.bytes)["Date"] == written)
  }
}
