import Testing
import Wire

/// Wrong passwords are slowed down and then locked for a while; nothing tells whether a name
/// exists.
@Suite struct WrongPasswordTests {
  let world: World

  init() throws {
    world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
    ])
  }

  @Test func aKnownAndAnUnknownNameAreAnsweredAlike() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let known = try server.jsonClient()
    let unknown = try server.jsonClient()
    let clock = ContinuousClock()
    for delay in [Duration.milliseconds(500), .seconds(1)] {
      let start = clock.now
      try sendLogin("hoa", "sai", known)
      try sendLogin("khong-co-ai", "sai", unknown)
      let replies = [try known.nextReply(), try unknown.nextReply()]
      #expect(clock.now - start >= delay, "slower each time")
      #expect(replies[0].json == replies[1].json)
      #expect(replies[0].state == "refused")
      #expect(replies[0].code == "not_permitted")
      #expect(replies[0].text == TextModeTests.wrong)
    }
    // The right one still opens, and forgets what was.
    let code = try #require(world.codes["hoa"])
    #expect(try known.logIn("hoa", code, new: Self.password).state == "done")
  }

  @Test func fiveWrongOnesLockForAWhile() throws {
    // A quarter of an hour passes in a second and a half.
    let server = try world.serve(now: "2022-01-10T09:00:00", speed: 600)
    let patient = try server.jsonClient()
    let code = try #require(world.codes["hoa"])
    #expect(try patient.logIn("hoa", code, new: Self.password).state == "done")

    for name in ["hoa", "khong-co-ai"] {
      let guesses = try (0..<5).map { _ in try server.jsonClient() }
      for guess in guesses { try sendLogin(name, "sai", guess) }
      for guess in guesses { #expect(try guess.nextReply().state == "refused") }
      let locked = try guesses[0].logIn(name, Self.password)
      #expect(locked.state == "refused")
      #expect(locked.code == "rate_limited")
      #expect(locked.data["retry_after"]?.integerValue ?? 0 > 0)
    }
    #expect(try patient.say("hồ sơ của tôi").state == "done", "who is in stays in")
    let other = try server.jsonClient()
    let othersCode = try #require(world.codes["ba"])
    #expect(try other.logIn("ba", othersCode, new: Self.password).state == "done")
    try world.until { try other.logIn("hoa", Self.password).state == "done" }
  }

  @Test func anAdministratorLetsInWhoIsLocked() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let guesses = try (0..<5).map { _ in try server.jsonClient() }
    for guess in guesses { try sendLogin("hoa", "sai", guess) }
    for guess in guesses { #expect(try guess.nextReply().state == "refused") }
    let hoa = try server.jsonClient()
    let code = try #require(world.codes["hoa"])
    #expect(try hoa.logIn("hoa", code, new: Self.password).code == "rate_limited")
    try world.account("reset", "hoa")
    let newCode = try #require(world.codes["hoa"])
    #expect(newCode != code)
    #expect(try hoa.logIn("hoa", newCode, new: Self.password).state == "done")
  }

  private static let password = "một mật khẩu riêng"

  /// Without waiting for the answer.
  private func sendLogin(_ user: String, _ password: String, _ client: JSONClient) throws {
    let request: JSONValue = [
      "login": ["user": .string(user), "password": .string(password)]
    ]
    try client.connection.send(request.description + "\n")
  }
}
