import Testing

@testable import Wire

@Suite struct ChatEncodingTests {
  static func chat(_ mode: ChatProtocol.Mode) -> ChatProtocol {
    var chat = ChatProtocol()
    switch mode {
    case .undecided: break
    case .text: _ = chat.lineReceived([UInt8]("x").span, fault: nil)
    case .jsonLines: _ = chat.lineReceived([UInt8]("{").span, fault: nil)
    }
    return chat
  }

  static func written(_ mode: ChatProtocol.Mode, _ write: (ChatProtocol, inout [UInt8]) -> Void)
    -> String
  {
    var out: [UInt8] = []
    write(chat(mode), &out)
    return out.text
  }

  static let done = ChatReply(
    .done, intent: "registration.create", slots: ["honour": "lao_dong_tien_tien"],
    text: "Đã ghi.\nSố biên nhận: 7", data: ["receipt": 7])

  @Test(arguments: [
    (
      done, RequestID("2"),
      #"{"kind":"reply","id":"2","state":"done","intent":"registration.create","#
        + #""slots":{"honour":"lao_dong_tien_tien"},"text":"Đã ghi.\nSố biên nhận: 7","#
        + #""data":{"receipt":7}}"# + "\n"
    ),
    (
      ChatReply(.refused, code: "deadline_passed", text: "Đã hết hạn."), RequestID(2),
      #"{"kind":"reply","id":2,"state":"refused","code":"deadline_passed","text":"Đã hết hạn."}"#
        + "\n"
    ),
    (
      ChatReply(.unclear, text: "\u{1B}[2J\u{85}"), nil,
      #"{"kind":"reply","state":"unclear","text":"\u001b[2J\u0085"}"# + "\n"
    ),
  ])
  func replyInJSON(reply: ChatReply, id: RequestID?, line: String) {
    #expect(Self.written(.jsonLines) { $0.append(reply, id: id, to: &$1) } == line)
  }

  @Test func pushAndErrorInJSON() {
    let push = ChatPush(id: "p1", topic: "reminder", text: "Còn 3 ngày.", data: ["campaign": "x"])
    #expect(
      Self.written(.jsonLines) { $0.append(push, to: &$1) }
        == #"{"kind":"push","push":"p1","topic":"reminder","text":"Còn 3 ngày.","data":{"campaign":"x"}}"#
        + "\n")
    let error = ChatError(.malformed, text: "Hỏng.")
    #expect(
      Self.written(.jsonLines) { $0.append(error, id: RequestID("1"), to: &$1) }
        == #"{"kind":"error","id":"1","code":"malformed","text":"Hỏng."}"# + "\n")
  }

  @Test(arguments: [
    ("Chào chị.", "Chào chị.\n"),
    ("Có hai:\n1. A\n2. B", "Có hai:\n  1. A\n  2. B\n"),
    ("Có hai:\n\n  - A\n\n", "Có hai:\n    - A\n"),
    ("\n  đầu\ncuối\n", "đầu\n  cuối\n"),
    ("a\r\nb\tc", "a\n  b c\n"),
    ("\u{1B}[31mđỏ\u{7F}\u{9B}\0", "[31mđỏ\n"),
    ("\u{202E}ngược\u{2028}\u{2066}", "ngược\n"),
    ("“ệ” – © 🔔", "“ệ” – © 🔔\n"),
    ("a\n\u{7}\nb", "a\n  b\n"),
    ("", "\n"),
  ])
  func replyAsText(text: String, lines: String) {
    #expect(
      Self.written(.text) { $0.append(ChatReply(.done, text: text), id: nil, to: &$1) } == lines)
    #expect(Self.written(.undecided) { $0.appendGreeting(text, to: &$1) } == lines)
  }

  @Test func pushAndErrorAsText() {
    let push = ChatPush(id: "p1", topic: "reminder", text: "Còn 3 ngày.\nHạn: 14/01/2022")
    #expect(
      Self.written(.text) { $0.append(push, to: &$1) } == "🔔 Còn 3 ngày.\n  Hạn: 14/01/2022\n")
    let error = ChatError(.lineTooLong, text: "Dòng quá dài.")
    #expect(Self.written(.text) { $0.append(error, to: &$1) } == "Dòng quá dài.\n")
  }

  @Test func severalMessages_shareOneBuffer() {
    let written = Self.written(.text) { chat, out in
      chat.append(ChatReply(.done, text: "một"), id: nil, to: &out)
      chat.append(ChatReply(.done, text: "hai"), id: nil, to: &out)
    }
    #expect(written == "một\nhai\n")
  }

  @Test(arguments: [
    ChatRequest(id: RequestID("1"), .login(user: "hoa", password: "\"bí\" mật\n")),
    ChatRequest(id: RequestID(1), .login(user: "hoa", password: "a", newPassword: "b")),
    ChatRequest(.text("xin chào")),
    ChatRequest(id: RequestID("3"), .ack(push: "p1")),
  ])
  func requests_areReadAsTheyWereWritten(request: ChatRequest) {
    var out: [UInt8] = []
    JSONLines.append(request, to: &out)
    #expect(inputs(out) == [.request(request)])
  }
}
