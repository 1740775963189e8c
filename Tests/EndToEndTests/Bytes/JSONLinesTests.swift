import Testing
import Wire

/// JSON Lines that are not what they should be: each gets one answer, and the connection goes on.
@Suite struct JSONLinesTests {
  let office: Office

  init() throws { office = try Office.open() }

  struct Line: Sendable, CustomTestStringConvertible {
    let sent: String
    let code: String
    let id: String?
    var testDescription: String { sent }

    init(_ sent: String, _ code: String, id: String? = nil) {
      self.sent = sent
      self.code = code
      self.id = id
    }
  }

  static let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)

  @Test(arguments: [
    Line("{", "malformed"), Line("{}", "malformed"), Line("[]", "malformed"),
    Line("xin chào", "malformed"), Line("null", "malformed"),
    Line("{\"id\":\"a\"", "malformed", id: "\"a\""),
    Line("{\"id\":\"a\"}", "malformed", id: "\"a\""),
    Line("{\"id\":7,\"text\":5}", "malformed", id: "7"),
    Line("{\"text\":5,\"id\":7}", "malformed", id: "7"),
    Line("{\"id\":null,\"text\":\"cảm ơn\"}", "malformed"),
    Line("{\"id\":{\"a\":1},\"text\":\"cảm ơn\"}", "malformed"),
    Line("{\"id\":1,\"text\":\"a\",\"ack\":\"b\"}", "malformed", id: "1"),
    Line("{\"id\":1,\"text\":\"cảm ơn\"} {}", "malformed", id: "1"),
    Line("{\"id\":1,\"login\":{\"user\":\"a\"}}", "malformed", id: "1"),
    Line("{\"id\":1,\"login\":\"a\"}", "malformed", id: "1"),
    Line("{\"id\":1,\"text\":\"a\\u0000b\"}", "nul_byte", id: "1"),
    Line("{\"id\":1,\"text\":\"\\ud800\"}", "malformed", id: "1"),
    Line("{\"id\":1,\"text\":'a'}", "malformed", id: "1"),
    Line("{\"id\":1,\"pad\":\(deep),\"text\":\"cảm ơn\"}", "malformed", id: "1"),
  ])
  func junkIsNamed(line: Line) throws {
    let client = try office.jsonClient()
    #expect(try client.say("cảm ơn").state == "done")
    try client.connection.send(line.sent + "\n")
    let error = try client.nextReply()
    #expect(error.kind == "error")
    #expect(error.code == line.code)
    #expect(error.json["id"]?.description == line.id)
    #expect(!error.text.isEmpty)
    #expect(try client.say("cảm ơn").state == "done")
  }

  @Test(arguments: [
    "7", "-1.50", "\"\"", "\"\\u1EA3\"", "\"một\"", "1e400", "123456789012345678901",
  ])
  func anIDComesBackAsItWasWritten(id: String) throws {
    let client = try office.jsonClient()
    try client.connection.send("{\"id\":\(id),\"text\":\"cảm ơn\"}\n")
    let line = try client.connection.needLine()
    #expect(line.contains("\"id\":\(id),"))
  }

  @Test func aRequestNeedsNoIDAndMayHaveMore() throws {
    let client = try office.jsonClient()
    try client.connection.send("  {\"v\":[1,{\"a\":null}],\"text\":\"c\\u1ea3m \\u01a1n\"}  \r\n")
    let reply = try client.nextReply()
    #expect(reply.json["id"] == nil)
    #expect(reply.intent == "talk.thanks")
  }

  @Test func anUnknownPushIsNoSecret() throws {
    let client = try office.jsonClient(as: .junk)
    for name in ["p-999999", "p-", "x", "", "p--1", "p-99999999999999999999"] {
      let reply = try client.acknowledge(name)
      #expect(reply.state == "refused")
      #expect(reply.code == "wrong_state")
    }
  }

  @Test func aReplyHasTheMembersThatWerePromised() throws {
    let client = try office.jsonClient()
    let reply = try client.say("hạn đăng ký là khi nào")
    #expect(reply.kind == "reply")
    #expect(reply.state == "done")
    #expect(reply.intent == "campaign.deadlines")
    #expect(reply.json["slots"] == ["milestone": "registration"])
    #expect(reply.data["milestones"]?.arrayValue?.first?["last_valid_day"] == "2022-01-14")
    let refused = try client.say("hồ sơ của tôi")
    #expect(refused.state == "refused")
    #expect(refused.code == "not_logged_in")
    #expect(!refused.text.isEmpty)
  }
}
