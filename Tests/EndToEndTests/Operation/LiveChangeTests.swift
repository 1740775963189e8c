import Testing
import Wire

/// Commands that change the store while the server runs: it sees at once what they did.
@Suite struct LiveChangeTests {
  @Test func theServerSeesWhatCommandsDo() throws {
    let world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
    ])
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let hoa = try logIn("hoa", in: world, server)
    #expect(try hoa.say("ai chưa đăng ký").code == "not_permitted")

    // A new role, and a new colleague.
    try world.enter(
      [
        Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã", "secretary"),
        Member("cuc", "Lý Thị Cúc", "Hội Nông dân xã"),
      ], organization: "duong-hoa")
    try world.until { try hoa.say("ai chưa đăng ký").state == "done" }
    #expect(
      try hoa.say("ai chưa đăng ký").names("missing").sorted() == ["Lý Thị Cúc", "Trần Văn Ba"])
    #expect(try hoa.say("đăng ký lao động tiên tiến cho Lý Thị Cúc").state == "done")

    // A locked account is out, and out it stays until it is unlocked.
    let ba = try logIn("ba", in: world, server)
    try world.run(["account", "lock", "ba", "--data", world.data]).requireDone()
    try world.until { try ba.say("hồ sơ của tôi").code == "not_logged_in" }
    let refused = try ba.logIn("ba", Self.password)
    #expect(refused.state == "refused")
    #expect(refused.text.contains("đang bị khóa"))
    try world.run(["account", "unlock", "ba", "--data", world.data]).requireDone()
    try world.until { try ba.logIn("ba", Self.password).state == "done" }

    // A new code in place of the password.
    try world.account("reset", "ba")
    #expect(try ba.logIn("ba", Self.password).state == "refused")
    let code = try #require(world.codes["ba"])
    #expect(try ba.logIn("ba", code).state == "ask", "a code must become a password")
    #expect(try ba.logIn("ba", code, new: "lại một mật khẩu").state == "done")
    #expect(try ba.say("hồ sơ của tôi").state == "done")
  }

  /// The code is printed: from this moment it must work, whatever the server knows already.
  @Test func aNewAccountCanLogInAtOnce() throws {
    let world = try World()
    let server = try world.serve(now: "2022-01-10T09:00:00")
    for number in 1...5 {
      let user = "moi\(number)"
      let client = try server.jsonClient()
      try world.account(
        "add", user, ["--organization", "duong-hoa", "--person", "Người Mới \(number)"])
      let code = try #require(world.codes[user])
      let reply = try client.logIn(user, code, new: Self.password)
      #expect(reply.state == "done", "\(reply)")
    }
  }

  @Test func aCampaignThatIsLoadedIsThere() throws {
    let world = try World(people: [Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã")])
    let server = try world.serve(now: "2017-05-10T09:00:00")
    let guest = try server.jsonClient()
    #expect(try guest.say("kế hoạch Đồng khởi mới nói gì").text.contains("23/KH-UBND") == false)
    try world.run(
      ["campaign", "load", Checkout.campaignFile("my-thanh-2015"), "--data", world.data]
    ).requireDone()
    try world.until { try guest.say("kế hoạch Đồng khởi mới nói gì").text.contains("23/KH-UBND") }
  }

  private static let password = "một mật khẩu riêng"

  private func logIn(
    _ user: String, in world: World, _ server: RunningServer
  ) throws -> JSONClient {
    let client = try server.jsonClient()
    let code = try #require(world.codes[user])
    #expect(try client.logIn(user, code, new: Self.password).state == "done")
    return client
  }
}
