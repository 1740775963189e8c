import Testing
import Wire

/// Lines as they arrive: in pieces, too long, broken.
@Suite struct FramingTests {
  let office: Office

  init() throws { office = try Office.open() }

  static let thanks = "Dạ, không có gì ạ."

  @Test func oneByteAtATime() throws {
    let client = try office.textClient()
    for byte in "cảm ơn\r\n".utf8 { try client.connection.send([byte]) }
    #expect(try client.line() == Self.thanks)

    let program = try office.jsonClient()
    for byte in "{\"id\":\"ả\",\"text\":\"cảm ơn\"}\n".utf8 { try program.connection.send([byte]) }
    let reply = try program.nextReply()
    #expect(reply.json["id"] == "ả")
    #expect(reply.text == Self.thanks)
  }

  @Test(arguments: ["\n", "\r\n"])
  func bothLineEnds(end: String) throws {
    let client = try office.textClient()
    try client.connection.send("cảm ơn" + end + end + "   " + end + "xin chào" + end)
    #expect(try client.line() == Self.thanks)
    #expect(try client.line().hasPrefix("Chào anh/chị!"), "blank lines have no answer")
  }

  @Test func aLineHasAtMost4096Bytes() throws {
    let client = try office.jsonClient()
    func padded(to length: Int) -> String {
      let frame = "{\"id\":1,\"text\":\"cảm ơn\",\"pad\":\"\"}"
      let pad = String(repeating: "a", count: length - frame.utf8.count)
      return "{\"id\":1,\"text\":\"cảm ơn\",\"pad\":\"\(pad)\"}"
    }
    for end in ["\n", "\r\n"] {
      try client.connection.send(padded(to: 4096) + end)
      #expect(try client.nextReply().text == Self.thanks)
      try client.connection.send(padded(to: 4097) + end)
      #expect(try client.nextReply().code == "line_too_long")
    }
    #expect(try client.say("cảm ơn").text == Self.thanks)
  }

  @Test func aHugeLineIsAnsweredOnceAndForgotten() throws {
    let client = try office.textClient()
    let piece = String(repeating: "dài ", count: 4_000)
    for _ in 0..<50 { try client.connection.send(piece) }
    #expect(try client.line().hasPrefix("Dòng quá dài (tối đa 4.096 byte)"))
    #expect(try client.ask("\ncảm ơn") == Self.thanks)
  }

  @Test(arguments: [
    ("byte NUL", [0x61, 0x00, 0x62]), ("UTF-8", [0xC3, 0x28]), ("UTF-8", [0xFF, 0xFE]),
    ("UTF-8", [0xED, 0xA0, 0x80]), ("UTF-8", [0xF0, 0x9F, 0x94]), ("UTF-8", [0xC0, 0xAF]),
  ])
  func brokenTextIsRefusedAndTheConnectionGoesOn(words: String, bytes: [UInt8]) throws {
    let client = try office.textClient()
    try client.connection.send(bytes + [0x0A])
    #expect(try client.line().contains(words))
    #expect(try client.ask("cảm ơn") == Self.thanks)

    let program = try office.jsonClient()
    _ = try program.say("cảm ơn")
    try program.connection.send(Array("{\"id\":1,\"text\":\"".utf8) + bytes + Array("\"}\n".utf8))
    let error = try program.nextReply()
    #expect(error.kind == "error")
    #expect(error.code == (bytes.contains(0) ? "nul_byte" : "not_utf8"))
    #expect(try program.say("cảm ơn").text == Self.thanks)
  }

  @Test func aByteOrderMarkIsForgiven() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let client = try office.textClient()
    try client.connection.send(mark + Array("cảm ơn\n".utf8))
    #expect(try client.line() == Self.thanks)
    let program = try office.jsonClient()
    try program.connection.send(mark + Array(" {\"id\":1,\"text\":\"cảm ơn\"}\n".utf8))
    #expect(try program.nextReply().json["id"] == 1)
  }

  @Test func noNameCanSteerATerminal() throws {
    let client = try office.textClient()
    try client.send("đăng nhập \u{1B}[2J\u{9B}31m\u{202E}hoa\u{7}")
    let line = try client.line()
    #expect(
      !line.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
      })
  }
}
