import Testing
import Wire

@testable import ChatClient

/// The whole client at a terminal of 40 columns, seen as a person sees it.
@Suite struct TerminalChatTests {
  struct Desk {
    var chat: TerminalChat
    var screen: TestScreen
    var sent = ""
    var remembered: [String] = []
    var exit: ChatEnding?

    init(user: String? = nil, width: Int = 40) {
      chat = TerminalChat(
        user: user, history: History(), style: TerminalStyle(usesColor: true), width: width)
      screen = TestScreen(width: width)
      carryOut(chat.begin())
    }

    mutating func types(_ keys: String) { carryOut(chat.typed(Array(keys.utf8))) }
    mutating func hears(_ lines: String) { carryOut(chat.received(Array(lines.utf8))) }

    mutating func carryOut(_ effects: ClientEffects) {
      screen.obey(effects.screen)
      sent += String(decoding: effects.network, as: UTF8.self)
      remembered += effects.remembered
      exit = exit ?? effects.exit
    }
  }

  static let push =
    #"{"kind":"push","push":"p7","topic":"t","text":"Còn 3 ngày.\nHạn: 14/01."}"# + "\n"

  static func reply(_ id: Int, _ text: String, state: String = "done", data: String = "{}")
    -> String
  {
    #"{"kind":"reply","id":"\#(id)","state":"\#(state)","text":"\#(text)","data":\#(data)}"# + "\n"
  }

  @Test func greetingAndLogin() {
    var desk = Desk()
    desk.hears("Xin chào!\n")
    #expect(desk.screen.picture.first == "Xin chào!")
    desk.types("hoa\r")
    desk.types("bí mật")
    #expect(desk.screen.picture.last == "Mật khẩu của hoa: ▮")
    desk.types("\r")
    #expect(desk.sent == #"{"id":"1","login":{"user":"hoa","password":"bí mật"}}"# + "\n")
    desk.hears(Self.reply(1, "Chào chị Hoa."))
    #expect(desk.screen.picture.suffix(3) == ["Mật khẩu của hoa:", "Chào chị Hoa.", "> ▮"])
    #expect(desk.remembered == [])
  }

  static func talking() -> Desk {
    var desk = Desk()
    desk.types("\r\u{C}")
    return desk
  }

  @Test func pushInTheMiddleOfTyping_leavesTheLineAsItWas() {
    var desk = Self.talking()
    desk.types("đăng ký lao\u{1B}[D\u{1B}[D")
    #expect(desk.screen.picture == ["> đăng ký l▮ao"])
    desk.hears(Self.push)
    #expect(desk.screen.picture == ["🔔 Còn 3 ngày.", "   Hạn: 14/01.", "> đăng ký l▮ao"])
    #expect(desk.sent == #"{"id":"1","ack":"p7"}"# + "\n")
    desk.types("x\r")
    #expect(
      desk.screen.picture == ["🔔 Còn 3 ngày.", "   Hạn: 14/01.", "> đăng ký lxao", "> ▮"])
  }

  @Test func pushAboveALineOfSeveralRows() {
    var desk = Self.talking()
    let long = "đăng ký danh hiệu lao động tiên tiến cho tôi và cho chị Hoa"
    desk.types(long + "\u{1}")
    desk.hears(Self.push)
    #expect(
      desk.screen.picture == [
        "🔔 Còn 3 ngày.", "   Hạn: 14/01.", "> ▮đăng ký danh hiệu lao động tiên tiến c",
        "ho tôi và cho chị Hoa",
      ])
  }

  @Test func serverSpeakingInPieces_isShownOnce() {
    var desk = Self.talking()
    desk.types("nửa")
    for byte in Self.push.utf8 { desk.carryOut(desk.chat.received([byte])) }
    #expect(desk.screen.picture == ["🔔 Còn 3 ngày.", "   Hạn: 14/01.", "> nửa▮"])
  }

  @Test func secretQuestion_isTypedUnseenAndForgotten() {
    var desk = Self.talking()
    desk.types("đăng nhập hoa\r")
    desk.hears(Self.reply(1, "Mật khẩu?", state: "ask", data: #"{"secret":true}"#))
    desk.types("bí mật\r")
    desk.hears(Self.reply(2, "Chào chị Hoa."))
    #expect(
      desk.screen.picture == [
        "> đăng nhập hoa", "Mật khẩu?", "(không hiện)", "Chào chị Hoa.", "> ▮",
      ])
    desk.types("\u{1B}[A")
    #expect(desk.screen.picture.last == "> đăng nhập hoa▮")
    #expect(desk.remembered == ["đăng nhập hoa"])
    #expect(desk.sent.hasSuffix(#"{"id":"2","text":"bí mật"}"# + "\n"))
  }

  @Test func severalLinesInOneRead_areSentOneAfterTheOther() {
    var desk = Self.talking()
    desk.types("một\rhai\r")
    #expect(desk.sent == #"{"id":"1","text":"một"}"# + "\n")
    desk.hears(Self.reply(1, "1"))
    #expect(desk.sent.hasSuffix(#"{"id":"2","text":"hai"}"# + "\n"))
  }

  @Test func interrupt_leavesTheHalfTypedLine() {
    var desk = Self.talking()
    desk.types("nửa\u{3}")
    #expect(desk.screen.picture == [">", "> ▮"])
    #expect(desk.exit == nil)
    #expect(desk.sent == "")
  }

  @Test func endOfInput_saysGoodbye() {
    var desk = Self.talking()
    desk.types("\u{4}")
    #expect(desk.screen.picture == ["Tạm biệt!", "▮"])
    #expect(desk.exit == .done)
  }

  @Test func lostConnection_isSaidOnACleanRow() {
    var desk = Self.talking()
    desk.types("nửa")
    desk.carryOut(desk.chat.connectionLost())
    #expect(desk.screen.picture.joined().hasPrefix("Mất kết nối với máy chủ."))
    #expect(desk.screen.picture.last == "▮")
    #expect(desk.exit == .unavailable)
  }

  @Test func suspend_isForTheShell() {
    var desk = Self.talking()
    let effects = desk.chat.typed([0x1A])
    #expect(effects.suspends)
  }

  @Test func controlCharactersOfTheServer_doNothing() {
    var desk = Self.talking()
    desk.hears(Self.reply(9, #"\u001b[2J\u0007xin\u202e chào"#))
    #expect(desk.screen.picture == ["[2Jxin chào", "> ▮"])
  }
}
