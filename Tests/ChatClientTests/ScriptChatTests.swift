import Testing

@testable import ChatClient

@Suite struct ScriptChatTests {
  static func reply(_ id: Int, _ text: String) -> [UInt8] {
    Array((#"{"kind":"reply","id":"\#(id)","state":"done","text":"\#(text)"}"# + "\n").utf8)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func linesIn_answersOut() {
    var chat = ScriptChat(user: nil)
    let greeting = chat.received(Array("Xin chào!\n".utf8))
    #expect(Self.text(greeting.errors) == "Xin chào!\n")
    #expect(greeting.screen == [])
    #expect(
      Self.text(chat.typed(Array("một\nhai".utf8)).network) == #"{"id":"1","text":"một"}"# + "\n")
    let ended = chat.inputEnded()
    #expect(ended == ClientEffects())
    let first = chat.received(Self.reply(1, #"Có:\n1. A"#))
    #expect(Self.text(first.screen) == "Có:\n  1. A\n")
    #expect(Self.text(first.network) == #"{"id":"2","text":"hai"}"# + "\n")
    #expect(first.exit == nil)
    let second = chat.received(Self.reply(2, "B"))
    #expect(second.exit == .done)
  }

  @Test func push_isMarkedAndAcknowledged() {
    var chat = ScriptChat(user: nil)
    let push = #"{"kind":"push","push":"p7","topic":"t","text":"Còn 3 ngày."}"# + "\n"
    let effects = chat.received(Array(push.utf8))
    #expect(Self.text(effects.screen) == "🔔 Còn 3 ngày.\n")
    #expect(Self.text(effects.network) == #"{"id":"1","ack":"p7"}"# + "\n")
  }

  @Test func unreadableInput_isToldAndNotSent() {
    var chat = ScriptChat(user: nil)
    let long = String(repeating: "x", count: LineEditor.longest + 1)
    let effects = chat.typed(Array("\(long)\n".utf8) + [0xFF, 10] + Array("a\0b\n".utf8))
    #expect(effects.network == [])
    #expect(
      Self.text(effects.errors)
        == "\(ClientWords.inputTooLong)\n\(ClientWords.inputUnreadable)\n\(ClientWords.inputUnreadable)\n"
    )
  }

  @Test func longInput_isNotReadOnBeforeItIsAnswered() {
    var chat = ScriptChat(user: nil)
    #expect(chat.wantsInput)
    let lines = Array(String(repeating: "x\n", count: 200).utf8)
    _ = chat.typed(lines)
    #expect(!chat.wantsInput)
    // Every one of them is sent in its turn.
    for id in 1..<200 {
      let sent = Self.text(chat.received(Self.reply(id, "y")).network)
      #expect(sent == #"{"id":"\#(id + 1)","text":"x"}"# + "\n")
    }
    #expect(chat.wantsInput)
  }

  @Test func lostConnection_endsWith69() {
    var chat = ScriptChat(user: nil)
    _ = chat.typed(Array("a\n".utf8))
    _ = chat.inputEnded()
    let lost = chat.connectionLost()
    #expect(lost.exit == .unavailable)
  }
}
