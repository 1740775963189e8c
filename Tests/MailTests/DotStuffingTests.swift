import Testing

@testable import Mail

@Suite struct DotStuffingTests {
  @Test(arguments: [
    ("", ".\r\n"),
    ("x\r\n", "x\r\n.\r\n"),
    ("no line end", "no line end\r\n.\r\n"),
    (".\r\n", "..\r\n.\r\n"),
    ("..\r\n", "...\r\n.\r\n"),
    ("a.\r\n.b\r\n", "a.\r\n..b\r\n.\r\n"),
    ("a\r\n.\r\nQUIT\r\n", "a\r\n..\r\nQUIT\r\n.\r\n"),
    // Smuggling: what a careless server takes for the end of the message.
    ("a\n.\nMAIL FROM:<b@c>\n", "a\r\n..\r\nMAIL FROM:<b@c>\r\n.\r\n"),
    ("a\r.\rMAIL FROM:<b@c>\r", "a\r\n..\r\nMAIL FROM:<b@c>\r\n.\r\n"),
    ("a\r\n.\rb", "a\r\n..\r\nb\r\n.\r\n"),
    ("a\n\r.\r\n", "a\r\n\r\n..\r\n.\r\n"),
  ])
  func stuffed(_ message: String, _ sent: String) {
    #expect(String(decoding: DotStuffing.stuffed(Array(message.utf8)), as: UTF8.self) == sent)
  }
}
