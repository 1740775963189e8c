import Testing
import Wire

/// Who may do what. Every refusal has its code, names who could, tells nothing of others and
/// changes nothing.
@Suite struct RoleTests {
  let world: World

  init() throws {
    world = try World(
      campaigns: ["duong-hoa-2022", "nhon-hung-2024"],
      people: [
        Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
        Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
        Member("tu", "Phan Đình Tư", "Hội Nông dân xã", "officer"),
        Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
        Member("lan", "Hồ Ngọc Lan", "Văn phòng UBND xã", "council"),
        Member("chung", "Đỗ Quốc Chung", "UBND xã", "chair"),
      ])
    try world.enter(
      [Member("son", "Cao Minh Sơn", "Khóm Tây Hưng", "secretary")], organization: "nhon-hung")
  }

  struct Attempt: Sendable {
    let user: String
    let text: String
    let code: String

    init(_ user: String, _ text: String, _ code: String) {
      self.user = user
      self.text = text
      self.code = code
    }
  }

  private static let attempts = [
    // Nobody is logged in.
    Attempt("", "đăng ký lao động tiên tiến cho tôi", "not_logged_in"),
    Attempt("", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "not_logged_in"),
    Attempt("", "hồ sơ của tôi", "not_logged_in"),
    Attempt("", "hồ sơ của Nguyễn Thị Hoa", "not_logged_in"),
    Attempt("", "ai chưa đăng ký", "not_logged_in"),
    Attempt("", "danh sách đăng ký", "not_logged_in"),
    Attempt("", "rút đăng ký của tôi", "not_logged_in"),
    Attempt("", "hoàn tác", "not_logged_in"),
    Attempt("", "các lời nhắc của tôi", "not_logged_in"),
    // A member acts for himself.
    Attempt("ba", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "not_permitted"),
    Attempt("ba", "rút đăng ký của Nguyễn Thị Hoa", "not_permitted"),
    Attempt("ba", "đổi đăng ký của Nguyễn Thị Hoa sang chiến sĩ thi đua cơ sở", "not_permitted"),
    Attempt("ba", "hồ sơ của Nguyễn Thị Hoa", "not_permitted"),
    Attempt("ba", "ai chưa đăng ký", "not_permitted"),
    Attempt("ba", "danh sách đăng ký", "not_permitted"),
    Attempt("ba", "đăng ký tập thể lao động tiên tiến cho Hội Nông dân xã", "not_permitted"),
    // An officer acts for the own unit.
    Attempt("tu", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "not_permitted"),
    Attempt("tu", "hồ sơ của Nguyễn Thị Hoa", "not_permitted"),
    Attempt("tu", "ai chưa đăng ký ở Văn phòng UBND xã", "not_permitted"),
    Attempt("tu", "danh sách đăng ký của Văn phòng UBND xã", "not_permitted"),
    // The council looks, the chair looks at lists as well; neither registers others.
    Attempt("lan", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "not_permitted"),
    Attempt("lan", "ai chưa đăng ký", "not_permitted"),
    Attempt("lan", "danh sách đăng ký", "not_permitted"),
    Attempt("chung", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "not_permitted"),
    Attempt("chung", "rút đăng ký của Nguyễn Thị Hoa", "not_permitted"),
    // The secretary of another place is a stranger here.
    Attempt("son", "hồ sơ của Nguyễn Thị Hoa", "unknown_subject"),
    Attempt("son", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa", "unknown_subject"),
  ]

  @Test func whatIsNotAllowedChangesAndRevealsNothing() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let everybody = try logInAll(on: server)
    let thu = try #require(everybody["thu"])
    #expect(try thu.say("đăng ký chiến sĩ thi đua cơ sở cho Nguyễn Thị Hoa").state == "done")
    let before = try thu.say("danh sách đăng ký").data

    for attempt in Self.attempts {
      let client = try #require(everybody[attempt.user])
      let reply = try client.say(attempt.text)
      #expect(reply.state == "refused", "\(attempt): \(reply)")
      #expect(reply.code == attempt.code, "\(attempt): \(reply)")
      #expect(reply.receipt == nil)
      if attempt.code == "not_permitted" {
        #expect(reply.text.contains("thư ký"), "says who can: \(reply.text)")
      }
      #expect(!reply.text.contains("Chiến sĩ"), "nothing of others: \(reply.text)")
      _ = try client.say("thôi")
    }
    #expect(try thu.say("danh sách đăng ký").data == before)
    #expect(try thu.say("ai chưa đăng ký").data["done"] == 1)
  }

  /// Whether somebody exists is not to be learned by asking.
  @Test func theRefusalIsTheSameForThoseWhoDoNotExist() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let ba = try logIn("ba", on: server)
    for sentence in ["hồ sơ của", "đăng ký lao động tiên tiến cho"] {
      let known = try ba.say("\(sentence) Nguyễn Thị Hoa")
      let unknown = try ba.say("\(sentence) Vũ Hoàng Yến")
      #expect(known.code == unknown.code)
      #expect(known.text == unknown.text)
      #expect(known.data == unknown.data)
    }
  }

  @Test func whatIsAllowed() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let everybody = try logInAll(on: server)
    let allowed: [(user: String, text: String)] = [
      ("ba", "đăng ký lao động tiên tiến cho tôi"), ("ba", "hồ sơ của tôi"),
      ("tu", "đăng ký tập thể lao động tiên tiến cho Hội Nông dân xã"),
      ("tu", "đổi đăng ký của Trần Văn Ba sang chiến sĩ thi đua cơ sở"),
      ("tu", "hồ sơ của Trần Văn Ba"), ("tu", "danh sách đăng ký"), ("tu", "ai chưa đăng ký"),
      ("lan", "hồ sơ của Trần Văn Ba"), ("chung", "hồ sơ của Trần Văn Ba"),
      ("chung", "danh sách đăng ký"), ("chung", "ai chưa đăng ký"),
      ("thu", "đăng ký lao động tiên tiến cho Nguyễn Thị Hoa"),
    ]
    for (user, text) in allowed {
      let client = try #require(everybody[user])
      var reply = try client.say(text)
      if reply.state == "confirm" { reply = try client.say("đồng ý") }
      #expect(reply.state == "done", "\(user): \(text): \(reply)")
    }
    let tu = try #require(everybody["tu"])
    // An officer's list ends at the own unit.
    #expect(try Set(tu.say("danh sách đăng ký").honours) == ["CSTDCS", "TTLDTT"])
    #expect(try tu.say("ai chưa đăng ký").names("missing") == ["Phan Đình Tư"])
    #expect(
      try Set(#require(everybody["thu"]).say("danh sách đăng ký").honours)
        == ["CSTDCS", "TTLDTT", "LDTT"])
  }

  @Test func undoTakesBackOnlyTheOwnChange() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let hoa = try logIn("hoa", on: server)
    let thu = try logIn("thu", on: server)
    #expect(try thu.say("đăng ký lao động tiên tiến cho Nguyễn Thị Hoa").state == "done")
    #expect(try hoa.say("hoàn tác").code == "wrong_state")
    #expect(try hoa.say("hồ sơ của tôi").honours == ["LDTT"])
    var undone = try thu.say("hoàn tác")
    if undone.state == "confirm" { undone = try thu.say("đồng ý") }
    #expect(undone.state == "done")
    #expect(undone.receipt?.isEmpty == false)
    #expect(try hoa.say("hồ sơ của tôi").honours == [])
  }

  @Test func afterLoggingOutOneIsAGuest() throws {
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let thu = try logIn("thu", on: server)
    // A question that is open dies with the session.
    #expect(try thu.say("rút đăng ký của Nguyễn Thị Hoa").state == "confirm")
    #expect(try thu.say("đăng xuất").state == "done")
    #expect(try thu.say("đồng ý").data == .object([:]))
    #expect(try thu.say("danh sách đăng ký").code == "not_logged_in")
    #expect(try thu.say("tôi là ai").data["role"] == "guest")
    #expect(try thu.say("hạn đăng ký của xã Dương Hòa").state == "done", "facts are public")
  }

  // MARK: Logging in

  private func logIn(_ user: String, on server: RunningServer) throws -> JSONClient {
    let client = try server.jsonClient()
    let code = try #require(world.codes[user])
    #expect(try client.logIn(user, code, new: "một mật khẩu riêng").state == "done")
    return client
  }

  /// "" is a guest.
  private func logInAll(on server: RunningServer) throws -> [String: JSONClient] {
    var clients = ["": try server.jsonClient()]
    for user in ["hoa", "ba", "tu", "thu", "lan", "chung", "son"] {
      clients[user] = try logIn(user, on: server)
    }
    return clients
  }
}
