import Testing

@testable import Mail

/// What may be an id, a header, an attachment.
@Suite struct MailPartsTests {
  @Test(arguments: ["nhac-17@thi-dua.example", "a.b@c", "a@b"])
  func isAnID(_ text: String) throws {
    #expect(try MailID(text).description == text)
  }

  @Test(arguments: [
    "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "<a@b>", "a@b\r\nX: y", "a..b@c", "ạ@b",
    String(repeating: "a", count: 199) + "@b",
  ])
  func isNoID(_ text: String) {
    #expect(throws: MailFault.messageID(text)) { try MailID(text) }
  }

  @Test(arguments: [
    "", "X Y", "X:", "Ạ", "X\r\nBcc", "From", "to", "BCC", "subject", "Date", "MIME-Version",
    "Content-Type", "content-anything", String(repeating: "x", count: 77),
  ])
  func isNoHeadersName(_ name: String) {
    #expect(throws: MailFault.headerName(name)) { try MailHeader(name, "x") }
  }

  @Test(arguments: [
    "", " ", " x", "x ", "x\r\nBcc: y", "x\ny", "x\ty", "ạ", "x\u{0}",
    String(repeating: "x", count: 801),
  ])
  func isNoHeadersValue(_ value: String) {
    #expect(throws: MailFault.headerValue(value)) { try MailHeader("X-Test", value) }
  }

  @Test func whatTheRoomItselfWritesIsSound() throws {
    let header = MailHeader.autoSubmitted
    #expect(try MailHeader(header.name, header.value) == header)
    _ = try MailAttachment(fileName: "x", contentType: MailAttachment.calendar, bytes: [])
  }

  @Test(arguments: [
    "", "a/b", "a\\b", "a\"b", "a\r\nX: y", "a\u{0}", String(repeating: "a", count: 101),
  ])
  func isNoFileName(_ name: String) {
    #expect(throws: MailFault.fileName(name)) {
      try MailAttachment(fileName: name, contentType: "text/csv", bytes: [])
    }
  }

  @Test(arguments: [
    "", "text", "text/", "/csv", "a/b/c", "text/csv\r\nX: y", "text/ csv", "text/csv; name=ạ",
    "text/csv; a=" + String(repeating: "x", count: 120),
  ])
  func isNoContentType(_ type: String) {
    #expect(throws: MailFault.contentType(type)) {
      try MailAttachment(fileName: "a", contentType: type, bytes: [])
    }
  }
}
