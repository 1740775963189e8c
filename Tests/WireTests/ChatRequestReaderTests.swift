import Testing

@testable import Wire

@Suite struct ChatRequestReaderTests {
  static func read(_ line: String) -> ChatInput? {
    var chat = ChatProtocol()
    _ = chat.lineReceived([UInt8]("{").span, fault: nil)
    return chat.lineReceived([UInt8](line).span, fault: nil)
  }

  @Test(arguments: [
    (
      #"{"id":"1","login":{"user":"hoa","password":"bí mật"}}"#,
      ChatRequest(id: RequestID("1"), .login(user: "hoa", password: "bí mật"))
    ),
    (
      #"{"id":"1","login":{"user":"hoa","password":"CODE","new_password":"mới"}}"#,
      ChatRequest(id: RequestID("1"), .login(user: "hoa", password: "CODE", newPassword: "mới"))
    ),
    (
      #"{"id":"2","text":"đăng ký lao động tiên tiến cho tôi"}"#,
      ChatRequest(id: RequestID("2"), .text("đăng ký lao động tiên tiến cho tôi"))
    ),
    (#"{"id":"3","ack":"PUSH-ID"}"#, ChatRequest(id: RequestID("3"), .ack(push: "PUSH-ID"))),
    (#"{"text":"không tên"}"#, ChatRequest(.text("không tên"))),
    (#"{"text":"a","id":5}"#, ChatRequest(id: RequestID(5), .text("a"))),
    (#"{"te\u0078t":"a"}"#, ChatRequest(.text("a"))),
    (#"{"text":""}"#, ChatRequest(.text(""))),
    (#"{"x":[{"text":1}],"text":"a","y":null,"y":true}"#, ChatRequest(.text("a"))),
    (
      #"{"login":{"password":"p","x":{"user":1},"user":"u"}}"#,
      ChatRequest(.login(user: "u", password: "p"))
    ),
    (" { \"text\" : \"a\" } \t", ChatRequest(.text("a"))),
  ])
  func good(line: String, request: ChatRequest) {
    #expect(Self.read(line) == .request(request))
  }

  @Test(arguments: [#""1""#, #""\u0061\/""#, "1", "1.0", "-1e5", #""""#, "12345678901234567890123"])
  func id_isKeptAsItWasSent(token: String) {
    #expect(
      Self.read(#"{"id": \#(token) ,"ack":"p"}"#)
        == .request(ChatRequest(id: RequestID(token: token), .ack(push: "p"))))
  }

  @Test(
    arguments: [
      ("{", .malformedJSON(JSONError(.unexpectedEnd, at: 1)), nil),
      ("xin chào", .malformedJSON(JSONError(.unexpectedByte(0x78), at: 0)), nil),
      ("[]", .notAnObject, nil),
      ("\"text\"", .notAnObject, nil),
      ("{}", .noRequest, nil),
      (#"{"id":1}"#, .noRequest, "1"),
      (#"{"id":1,"unknown":"x"}"#, .noRequest, "1"),
      (#"{"id":1,"text":"a"} {}"#, .malformedJSON(JSONError(.trailingBytes, at: 20)), "1"),
      (#"{"id":null,"text":"a"}"#, .wrongType(member: "id"), nil),
      (#"{"id":[1],"text":"a"}"#, .wrongType(member: "id"), nil),
      (#"{"text":5,"id":1}"#, .wrongType(member: "text"), "1"),
      (#"{"ack":{},"id":1}"#, .wrongType(member: "ack"), "1"),
      (#"{"id":1,"login":"hoa"}"#, .wrongType(member: "login"), "1"),
      (#"{"id":1,"login":{}}"#, .missingMember("login.user"), "1"),
      (#"{"id":1,"login":{"user":"hoa"}}"#, .missingMember("login.password"), "1"),
      (#"{"id":1,"login":{"user":"hoa","password":1}}"#, .wrongType(member: "login.password"), "1"),
      (
        #"{"id":1,"login":{"user":"a","password":"b","new_password":null}}"#,
        .wrongType(member: "login.new_password"), "1"
      ),
      (
        #"{"login":{"user":"a","user":"b","password":"c"}}"#, .repeatedMember("login.user"), nil
      ),
      (#"{"id":1,"id":2,"text":"a"}"#, .repeatedMember("id"), "1"),
      (#"{"text":"a","text":"b"}"#, .severalRequests, nil),
      (#"{"text":"a","ack":"b","id":"x"}"#, .severalRequests, "\"x\""),
      (#"{"text":"a\u0000b"}"#, .nulByte, nil),
    ] as [(String, ChatFault, String?)])
  func bad(line: String, fault: ChatFault, id: String?) {
    #expect(Self.read(line) == .fault(fault, id: id.map(RequestID.init(token:))))
  }

  @Test(
    arguments: [
      (.lineTooLong(limit: 1), "line_too_long"), (.nulByte, "nul_byte"),
      (.notUTF8(offset: 0), "not_utf8"), (.noRequest, "malformed"),
    ] as [(ChatFault, String)])
  func codes(fault: ChatFault, code: String) {
    #expect(fault.code.rawValue == code)
  }

  @Test func cutShortAnywhere_isMalformed() {
    let line = [UInt8](#"{"id":"1","login":{"user":"hòa","password":"x\u00e1","n":[1.5e3,true]}}"#)
    for length in 1..<line.count {
      var chat = ChatProtocol()
      let start = Array(line[..<length])
      let input = chat.lineReceived(start.span, fault: nil)
      guard case .fault(.malformedJSON, _) = input else {
        Issue.record("\(length) bytes gave \(String(describing: input))")
        continue
      }
    }
  }
}
