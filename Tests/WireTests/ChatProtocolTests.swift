import Testing

@testable import Wire

@Suite struct ChatProtocolTests {
  static func text(_ text: String) -> ChatInput { .request(ChatRequest(.text(text))) }

  @Test(arguments: [
    ("xin chào\n", [text("xin chào")]),
    ("\n  \n\r\nxin chào\n\n", [text("xin chào")]),
    ("\u{FEFF}xin chào\n", [text("xin chào")]),
    (" có dấu cách \n", [text(" có dấu cách ")]),
    ("a\n{\"text\":\"b\"}\n", [text("a"), text(#"{"text":"b"}"#)]),
  ])
  func textMode(stream: String, expected: [ChatInput]) {
    #expect(inputs(stream) == expected)
  }

  @Test(arguments: [
    "{\"text\":\"a\"}\n", " \t{\"text\":\"a\"}\n", "\u{FEFF}{\"text\":\"a\"}\n",
    "\u{FEFF} {\"text\":\"a\"}\n", "\n\r\n{\"text\":\"a\"}\r\n", "{\"text\":\"a\"}\n\n \n",
  ])
  func firstLineBeginningWithABrace_switchesToJSONLines(stream: String) {
    #expect(inputs(stream) == [Self.text("a")])
  }

  @Test func modeIsDecidedOnce() {
    var chat = ChatProtocol()
    #expect(chat.mode == .undecided)
    #expect(chat.lineReceived([UInt8](" ").span, fault: nil) == nil)
    #expect(chat.mode == .undecided)
    _ = chat.lineReceived([UInt8]("{").span, fault: nil)
    #expect(chat.mode == .jsonLines)
    _ = chat.lineReceived([UInt8]("xin chào").span, fault: nil)
    #expect(chat.mode == .jsonLines)
  }

  @Test(arguments: [
    ("{", LineFault.tooLong(limit: 4_096), ChatProtocol.Mode.jsonLines),
    ("x", .tooLong(limit: 4_096), .text),
    ("{\0", .nulByte, .jsonLines),
    ("x\0", .nulByte, .text),
    ("{\"text\":\"\u{FFFD}", .notUTF8(offset: 9), .jsonLines),
  ])
  func faultyFirstLine_decidesToo(line: String, fault: LineFault, mode: ChatProtocol.Mode) {
    var chat = ChatProtocol()
    let input = chat.lineReceived([UInt8](line).span, fault: fault)
    #expect(input == .fault(ChatFault(fault), id: nil))
    #expect(chat.mode == mode)
  }

  @Test func faults_leaveTheConnectionInOrder() {
    let long = String(repeating: "x", count: 4_097)
    let stream = [UInt8]("a\n\(long)\nb\0\n") + [0xC0, 10] + [UInt8]("c\n")
    #expect(
      inputs(stream) == [
        Self.text("a"), .fault(.lineTooLong(limit: 4_096), id: nil), .fault(.nulByte, id: nil),
        .fault(.notUTF8(offset: 0), id: nil), Self.text("c"),
      ])
  }

  @Test(arguments: BrokenUTF8.all)
  func brokenUTF8_isAFaultOfItsLine(_ broken: BrokenUTF8) {
    let stream = [UInt8]("a\nab") + broken.bytes + [UInt8]("\nc\n")
    #expect(
      inputs(stream) == [Self.text("a"), .fault(.notUTF8(offset: 2), id: nil), Self.text("c")])
  }

  /// Whatever comes, nothing crashes, and no line gets more than one answer.
  @Test(arguments: 0..<60)
  func randomBytes_giveAtMostOneAnswerPerLine(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seeds = [
      #"{"id":"1","login":{"user":"hoa","password":"x\u00e1\ud83d\udd14"}}"#,
      #"{"id":2,"text":"đăng ký [1,2.5e3,null] \n"}"#, #"{"ack":"p-1","x":[{"y":[]}]}"#,
      "đăng ký lao động tiên tiến", "\u{FEFF}{}", "",
    ]
    var stream: [UInt8] = seed.isMultiple(of: 2) ? [UInt8]("{}\n") : []
    for _ in 0..<300 {
      var line = [UInt8](seeds.randomElement(using: &random) ?? "")
      for _ in 0..<Int.random(in: 0..<4, using: &random) where !line.isEmpty {
        let place = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: line[place] = .random(in: 0...255, using: &random)
        case 1: line.removeSubrange(place...)
        default: line.insert(.random(in: 0...127, using: &random), at: place)
        }
      }
      stream += line + [10]
    }
    var framer = LineFramer()
    var chat = ChatProtocol()
    for byte in stream {
      let answers = chat.inputs(of: [byte], framer: &framer)
      #expect(answers.count <= (byte == 10 ? 1 : 0))
    }
  }
}
