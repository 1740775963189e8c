import Testing
import Wire

@testable import ChatClient

@Suite struct TerminalStyleTests {
  @Test(arguments: [
    ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "dumb"], false),
    (["TERM": "xterm"], true),
  ])
  func color(environment: [String: String], usesColor: Bool) {
    #expect(TerminalStyle(environment: environment).usesColor == usesColor)
  }

  @Test(arguments: [
    ([:], true), (["LANG": "vi_VN.UTF-8"], true), (["LANG": "vi_VN.utf8@x"], true),
    (["LANG": "C"], true), (["LANG": "C.UTF-8"], true), (["LANG": "vi_VN.TCVN"], false),
    (["LANG": "en_US.ISO-8859-1"], false),
    (["LANG": "en_US.ISO-8859-1", "LC_ALL": "C.UTF-8"], true),
    (["LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": "vi_VN.TCVN"], false),
  ])
  func encoding(environment: [String: String], showsUTF8: Bool) {
    #expect(TerminalStyle(environment: environment).showsUTF8 == showsUTF8)
  }

  @Test(arguments: [
    (Utterance(.reply(.done), "một\nhai"), "một\r\nhai\r\n"),
    (Utterance(.push, "một\nhai"), "🔔 một\r\n   hai\r\n"),
    (Utterance(.reply(.done), "\u{1B}[31mđỏ\u{7}"), "[31mđỏ\r\n"),
    (Utterance(.notice, "a\n\nb"), "a\r\n\r\nb\r\n"),
  ])
  func utterance(_ utterance: Utterance, plain: String) {
    var screen: [UInt8] = []
    TerminalStyle(usesColor: false).append(utterance, to: &screen)
    #expect(String(decoding: screen, as: UTF8.self) == plain)
  }

  @Test func ink_isTakenOffAtTheEndOfEachLine() {
    var screen: [UInt8] = []
    TerminalStyle(usesColor: true).append(Utterance(.reply(.refused), "a\nb"), to: &screen)
    let inked = "\u{1B}[33ma\u{1B}[0m\r\n\u{1B}[33mb\u{1B}[0m\r\n"
    #expect(String(decoding: screen, as: UTF8.self) == inked)
  }
}
