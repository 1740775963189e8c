import Testing

@testable import Mail

@Suite struct SMTPReplyTests {
  @Test(arguments: [
    ("220 mail.example\r\n", ["220 mail.example"]),
    ("250\r\n", ["250"]),
    ("250 \n", ["250"]),
    ("250-a\r\n250-b\r\n250 c\r\n", ["250 a b c"]),
    ("250-\r\n250\r\n", ["250"]),
    ("550 5.1.1 không có\r\n", ["550 5.1.1 không có"]),
    ("550 \u{1B}[2Jx\ty\r\n", ["550  [2Jx y"]),
    ("250 a\r\n354 b\r\n", ["250 a", "354 b"]),
    ("250-a\r\n", []),
    ("250 a", []),
    ("", []),
  ])
  func replies(_ stream: String, _ expected: [String]) throws {
    #expect(try SMTPReplyTests.read([Array(stream.utf8)]) == expected)
    #expect(try SMTPReplyTests.read(stream.utf8.map { [$0] }) == expected)
  }

  @Test(arguments: [
    ("\r\n", SMTPFault.notAReply("")),
    ("25\r\n", .notAReply("25")),
    ("hello\r\n", .notAReply("hello")),
    ("250_a\r\n", .notAReply("250_a")),
    ("199 a\r\n", .notAReply("199 a")),
    ("600 a\r\n", .notAReply("600 a")),
    ("+50 a\r\n", .notAReply("+50 a")),
    ("250-a\r\n251 b\r\n", .notAReply("251 b")),
    ("HTTP/1.1 400\r\n", .notAReply("HTTP/1.1 400")),
    ("\u{16}\u{3}\u{1}\r\n", .notAReply("   ")),
    ("250 " + String(repeating: "x", count: 1_021) + "\r\n", .lineTooLong),
    (String(repeating: "x", count: 1_026), .lineTooLong),
    (String(repeating: "250-x\r\n", count: 101), .replyTooLong),
  ])
  func isNoReply(_ stream: String, _ fault: SMTPFault) {
    #expect(throws: fault) { try SMTPReplyTests.read([Array(stream.utf8)]) }
  }

  @Test func aLineAtTheLimit() throws {
    let text = String(repeating: "x", count: 1_020)
    #expect(try SMTPReplyTests.read([Array("250 \(text)\r\n".utf8)]) == ["250 \(text)"])
  }

  @Test func bytesThatAreNoTextAreShownAsSuch() throws {
    #expect(try SMTPReplyTests.read([[0x35, 0x35, 0x30, 0x20, 0xFF, 0x0A]]) == ["550 \u{FFFD}"])
  }

  private static func read(_ feeds: [[UInt8]]) throws(SMTPFault) -> [String] {
    var reader = SMTPReplyReader()
    var replies: [String] = []
    for bytes in feeds {
      reader.append(bytes)
      while let reply = try reader.next() { replies.append(reply.description) }
    }
    return replies
  }
}
