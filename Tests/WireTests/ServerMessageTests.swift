import Testing

@testable import Wire

@Suite struct ServerMessageTests {
  @Test func messages_areReadAsTheyWereWritten() {
    let chat = ChatEncodingTests.chat(.jsonLines)
    let push = ChatPush(id: "p1", topic: "reminder", text: "Còn 3 ngày.", data: ["campaign": "x"])
    var out: [UInt8] = []
    chat.append(ChatEncodingTests.done, id: RequestID("2"), to: &out)
    chat.append(push, to: &out)
    chat.append(ChatError(.nulByte, text: "Hỏng."), id: RequestID(4), to: &out)
    var framer = LineFramer()
    var messages: [ServerMessage?] = []
    framer.feed(out.span) { line, _ in messages.append(ServerMessage(line)) }
    #expect(
      messages == [
        .reply(ChatEncodingTests.done, id: RequestID("2")), .push(push),
        .error(code: "nul_byte", text: "Hỏng.", id: RequestID(4)),
      ])
  }

  @Test(arguments: [
    "", "Xin chào!", "{}", #"{"kind":"reply","state":"done"}"#,
    #"{"kind":"reply","state":"new state","text":"x"}"#, #"{"kind":"push","text":"x"}"#,
    #"{"kind":"news","text":"x"}"#,
  ])
  func whatIsNoMessage(line: String) {
    #expect(ServerMessage([UInt8](line).span) == nil)
  }
}
