import Glibc
import Testing

/// What a person sees who came with `openssl s_client -quiet`.
@Suite struct TextModeTests {
  let office: Office

  init() throws { office = try Office.open() }

  @Test func greetsAtOnce() throws {
    let client = try office.textClient()
    #expect(client.greeting.hasPrefix("Xin chào! Đây là trợ lý Thi đua."))
    #expect(client.greeting.contains("đồng hồ mô phỏng: 08:"))
    #expect(client.greeting.contains("10/01/2022"))
  }

  @Test func aOneTimeCodeBecomesAPassword() throws {
    let client = try office.textClient()
    let user = office.name(of: .text)
    #expect(try client.ask("đăng nhập \(user)") == "Mật khẩu (hoặc mã một lần) của \(user):")
    #expect(try client.ask(try office.code(of: .text)).contains("ít nhất 8 ký tự"))
    // The new password is a sentence that would mean something elsewhere.
    #expect(try client.ask("đăng xuất giúp tôi") == "Xin gõ lại mật khẩu mới:")
    #expect(try client.ask("đăng xuất giúp tôi").hasPrefix("Chào Người text"))
    #expect(try client.ask("tôi là ai").hasPrefix("Anh/chị là Người text"))

    let second = try office.textClient()
    #expect(try second.logIn(user, "đăng xuất giúp tôi").hasPrefix("Chào Người text"))
    let third = try office.textClient()
    #expect(try third.logIn(user, try office.code(of: .text)) == Self.wrong)
  }

  @Test func aNewPasswordIsTypedTwiceTheSame() throws {
    let client = try office.textClient()
    let code = try office.code(of: .differing)
    _ = try client.logIn(office.name(of: .differing), code)
    _ = try client.ask("mật khẩu thứ nhất")
    #expect(try client.ask("mật khẩu thứ hai").hasPrefix("Hai lần gõ không giống nhau"))
    #expect(try client.ask("tôi là ai").hasPrefix("Anh/chị chưa đăng nhập"))
    // Too short: asked again, with the code still good.
    _ = try client.logIn(office.name(of: .differing), code)
    _ = try client.ask("ngắn")
    #expect(try client.ask("ngắn").contains("ít nhất 8 ký tự"))
    _ = try client.ask("mật khẩu đủ dài")
    #expect(try client.ask("mật khẩu đủ dài").hasPrefix("Chào Người differing"))
  }

  @Test func aPasswordIsChangedInConversation() throws {
    let client = try office.textClient()
    let user = office.name(of: .changing)
    _ = try client.logIn(user, try office.code(of: .changing))
    _ = try client.ask("mật khẩu đầu tiên")
    #expect(try client.ask("mật khẩu đầu tiên").hasPrefix("Chào Người changing"))
    _ = try client.ask("đổi mật khẩu")
    _ = try client.ask("mật khẩu đầu tiên")
    _ = try client.ask("mật khẩu thứ hai")
    #expect(try client.ask("mật khẩu thứ hai").contains("Mật khẩu mới đã được ghi nhận"))
    let again = try office.textClient()
    #expect(try again.logIn(user, "mật khẩu đầu tiên") == Self.wrong)
    #expect(try again.logIn(user, "mật khẩu thứ hai").hasPrefix("Chào Người changing"))
  }

  @Test func aWrongPasswordEndsTheQuestion() throws {
    let client = try office.textClient()
    #expect(try client.logIn(office.name(of: .typo), "không phải") == Self.wrong)
    #expect(try client.ask("cảm ơn") == "Dạ, không có gì ạ.")
  }

  @Test func answersOfSeveralLinesAreIndented() throws {
    let client = try office.textClient()
    try client.send("trợ giúp")
    let lines = try client.linesUntilThanked()
    #expect(lines.count > 10)
    #expect(lines.filter { !$0.hasPrefix("  ") }.count == 1)
  }

  @Test(.enabled(if: access("/usr/bin/openssl", X_OK) == 0))
  func opensslIsAllOneNeeds() throws {
    let client = try ChildProcess(
      ["s_client", "-quiet", "-connect", "127.0.0.1:\(office.port)"], program: "/usr/bin/openssl")
    #expect(try client.output.line()?.hasPrefix("Xin chào!") == true)
    try client.type(Array("cảm ơn\r\n".utf8))
    #expect(try client.output.line() == "Dạ, không có gì ạ.")
    client.kill()
  }

  static let wrong = "Tên đăng nhập hoặc mật khẩu không đúng."
}
