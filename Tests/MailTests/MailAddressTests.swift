import Testing

@testable import Mail

@Suite struct MailAddressTests {
  @Test(arguments: [
    "hoa@so.example", "nguyen.thi.hoa@so-noi-vu.example", "root@localhost", "a+b_c@x1.example",
    "o'brien@so.example", "hòa@so.example", "hoa@sở.example",
    "\(String(repeating: "a", count: 64))@b",
  ])
  func isAnAddress(_ text: String) throws {
    #expect(try MailAddress(text).description == text)
  }

  @Test(arguments: [
    "", "@", "hoa", "hoa@", "@so.example", "hoa@@so.example", "a@b@so.example", "hoa @so.example",
    "hoa@so example", ".hoa@so.example", "hoa.@so.example", "h..a@so.example", "hoa@.example",
    "hoa@so..example", "hoa@so.example.", "hoa@-so.example", "hoa@so-.example", "hoa@so_1.example",
    "hoa@[127.0.0.1]", "\"hoa\"@so.example", "Hoa <hoa@so.example>", "hoa@so.example>",
    "<hoa@so.example", "hoa(x)@so.example", "hoa,an@so.example", "hoa;an@so.example",
    // An option for a program, a command for a server, a header for a message.
    "-oQ/tmp@so.example", "hoa@so.example> SIZE=1", "hoa@so.example\r\nRCPT TO:<an@so.example>",
    "hoa@so.example\nBcc: an@so.example", "hoa\u{0}@so.example", "hoa\u{2028}@so.example",
    "hoa\u{202E}@so.example", "hoa\u{A0}@so.example", "hoa🔔@so.example",
    "\(String(repeating: "a", count: 65))@so.example",
    "a@\(String(repeating: "b", count: 64)).example",
    "a@" + Array(repeating: "abcdefgh", count: 29).joined(separator: "."),
  ])
  func isNoAddress(_ text: String) {
    #expect(throws: MailFault.address(text)) { try MailAddress(text) }
  }

  @Test(arguments: [
    "Hoa\r\nBcc: an@so.example", "Hoa\n", "Hoa\u{0}", "Hoa\u{2029}", "Hoa\u{1B}[2J",
    String(repeating: "ạ", count: 67),
  ])
  func isNoName(_ name: String) {
    #expect(throws: MailFault.displayName(name)) {
      try MailAddress("hoa@so.example", name: name)
    }
  }

  @Test func anEmptyNameIsNone() throws {
    #expect(try MailAddress("hoa@so.example", name: "") == MailAddress("hoa@so.example"))
  }

  @Test(arguments: [
    ("hoa@so.example", false), ("hòa@so.example", true), ("hoa@sở.example", true),
  ])
  func isInternational(_ text: String, _ expected: Bool) throws {
    #expect(try MailAddress(text, name: "Hòa").isInternational == expected)
  }

  @Test func aFaultIsOneLineForTheLog() {
    let fault = MailFault.address("hoa@so.example\r\n421 gone")
    #expect(fault.description == "not a mail address: \"hoa@so.example  421 gone\"")
  }
}
