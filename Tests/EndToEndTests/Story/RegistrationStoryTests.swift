import Testing
import Wire

/// The registration round of Dương Hòa, as the issue tells it: one store, several servers.
@Suite struct RegistrationStoryTests {
  let world: World

  init() throws {
    world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
      Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
    ])
  }

  @Test func aRoundFromTheFirstReminderToTheLateRegistration() throws {
    let first = try aWeekBefore()
    let third = try threeDaysBefore(acknowledgedByHoa: first.hoa, by: first.ba)
    try afterTheKill(third)
    try onTheLastDay()
    try theDayAfter()
  }

  // MARK: 2022-01-07

  /// Both members are reminded at 08:00:00 and one registers; returns the ids of both reminders.
  private func aWeekBefore() throws -> (hoa: String, ba: String) {
    let server = try world.serve(now: "2022-01-07T07:59:58")
    let hoa = try firstLogin("hoa", on: server)
    let ba = try firstLogin("ba", on: server)
    let thu = try firstLogin("thu", on: server)

    let toHoa = try hoa.nextPush()
    let toBa = try ba.nextPush()
    for push in [toHoa, toBa] {
      #expect(push.topic == "reminder")
      #expect(push.data["campaign"] == "duong-hoa-2022")
      #expect(push.data["milestone"] == "registration")
      #expect(push.data["last_valid_day"] == "2022-01-14")
      #expect(push.data["day"] == "2022-01-07")
      #expect(push.data["late"] == false)
      #expect(push.text.contains("còn 7 ngày"))
    }
    #expect(toHoa.push != toBa.push)
    #expect(try thu.waiting() == [])
    #expect(thu.pushes.isEmpty)

    #expect(try hoa.acknowledge(toHoa.push).state == "done")
    #expect(try hoa.waiting() == [])
    let registered = try hoa.say("đăng ký lao động tiên tiến cho tôi")
    #expect(registered.state == "done")
    #expect(registered.intent == "registration.create")
    #expect(registered.data["honours"] == ["LDTT"])
    #expect(registered.receipt?.isEmpty == false)
    #expect(registered.text.contains("Tiếp theo: họp Hội đồng"))
    let own = try hoa.say("hồ sơ của tôi")
    #expect(own.intent == "status.mine")
    #expect(own.honours == ["LDTT"])
    #expect(own.text.contains("Lao động tiên tiến"))
    // The stop is clean, and Ba has acknowledged nothing.
    #expect(try server.stop() == 0)
    return (toHoa.push, toBa.push)
  }

  // MARK: 2022-01-11

  /// Only the one who has not registered is reminded; then the server is killed. Returns Ba's
  /// two reminders.
  private func threeDaysBefore(acknowledgedByHoa: String, by baFirst: String) throws -> [String] {
    let server = try world.serve(now: "2022-01-11T07:59:58")
    let hoa = try login("hoa", on: server)
    let ba = try login("ba", on: server)
    let thu = try login("thu", on: server)
    let again = try ba.nextPush()
    #expect(again.push == baFirst, "what was not acknowledged comes again with the same id")
    let second = try ba.nextPush()
    #expect(second.data["day"] == "2022-01-11")
    #expect(second.push != baFirst)
    #expect(try hoa.waiting() == [])
    #expect(hoa.pushes.isEmpty)
    #expect(try thu.waiting() == [])

    let missing = try thu.say("ai chưa đăng ký")
    #expect(missing.intent == "registration.missing")
    #expect(missing.names("missing") == ["Trần Văn Ba"])
    #expect(missing.data["done"] == 1)

    // A change that was acknowledged, and at once the end.
    let changed = try hoa.say("đăng ký chiến sĩ thi đua cơ sở cho tôi")
    #expect(changed.state == "done")
    server.kill()
    return [baFirst, second.push]
  }

  /// Nothing acknowledged is lost, nothing comes twice.
  private func afterTheKill(_ waiting: [String]) throws {
    // The clock stands before 08:00 of the same day again.
    let server = try world.serve(now: "2022-01-11T07:59:59", speed: 5)
    let hoa = try login("hoa", on: server)
    let ba = try login("ba", on: server)
    let comeAgain = [try ba.nextPush().push, try ba.nextPush().push]
    #expect(comeAgain == waiting)
    #expect(try hoa.say("hồ sơ của tôi").honours == ["LDTT", "CSTDCS"])
    try server.passes("08:00")
    #expect(try hoa.waiting() == [])
    #expect(try ba.waiting() == waiting)
    for push in waiting { #expect(try ba.acknowledge(push).state == "done") }
    server.kill()

    let third = try world.serve(now: "2022-01-11T09:00:00")
    let baAgain = try login("ba", on: third)
    #expect(try baAgain.waiting() == [])
    #expect(baAgain.pushes.isEmpty)
    #expect(try third.stop() == 0)
  }

  // MARK: 2022-01-14

  /// The reminder of the 13th was missed and comes late; the secretary gets the list at 08:00.
  private func onTheLastDay() throws {
    let server = try world.serve(now: "2022-01-14T07:59:58")
    let ba = try login("ba", on: server)
    let thu = try login("thu", on: server)
    let missed = try ba.nextPush()
    #expect(missed.data["day"] == "2022-01-13")
    #expect(missed.data["late"] == true)
    #expect(missed.text.contains("gửi muộn"))
    let last = try ba.nextPush()
    #expect(last.data["day"] == "2022-01-14")
    #expect(last.data["late"] == false)
    #expect(last.text.contains("là ngày cuối"))

    let list = try thu.nextPush()
    #expect(list.topic == "reminder")
    #expect(list.data["last_valid_day"] == "2022-01-14")
    #expect(list.missingNames == ["Trần Văn Ba"])
    #expect(try thu.acknowledge(list.push).state == "done")
    for push in [missed, last] { #expect(try ba.acknowledge(push.push).state == "done") }
    #expect(try server.stop() == 0)
  }

  // MARK: 2022-01-15

  /// Refused on the stroke of midnight; the secretary accepts it late, and it stays marked.
  private func theDayAfter() throws {
    let server = try world.serve(now: "2022-01-15T00:00:00")
    let ba = try login("ba", on: server)
    let refused = try ba.say("đăng ký lao động tiên tiến cho tôi")
    #expect(refused.state == "refused")
    #expect(refused.code == "deadline_passed")
    #expect(refused.text.contains("thư ký"))
    #expect(refused.data["accepts_late"] == ["secretary"])
    #expect(refused.data["last_valid_day"] == "2022-01-14")
    #expect(try ba.say("hồ sơ của tôi").honours == [])
    #expect(try server.stop() == 0)

    let morning = try world.serve(now: "2022-01-15T07:59:58")
    let thu = try login("thu", on: morning)
    let list = try thu.nextPush()
    #expect(list.missingNames == ["Trần Văn Ba"])
    #expect(list.data["day"] == "2022-01-15")
    #expect(list.text.contains("đã hết hạn"))

    let asked = try thu.say("đăng ký lao động tiên tiến cho Trần Văn Ba")
    #expect(asked.state == "ask", "without a reason it is asked for")
    let accepted = try thu.say("đi công tác dài ngày")
    let confirmed = accepted.state == "confirm" ? try thu.say("đồng ý") : accepted
    #expect(confirmed.state == "done")
    #expect(confirmed.data["late"] == true)
    #expect(confirmed.receipt?.isEmpty == false)
    let baLater = try login("ba", on: morning)
    #expect(try baLater.nextPush().topic == "registration")
    let own = try baLater.say("hồ sơ của tôi")
    #expect(own.honours == ["LDTT"])
    #expect(own.text.contains("trễ hạn"))
    #expect(own.text.contains("đi công tác dài ngày"))
    let all = try thu.say("danh sách đăng ký")
    #expect(all.text.contains("trễ hạn"))
    #expect(try thu.say("ai chưa đăng ký").names("missing") == [])
    #expect(try morning.stop() == 0)
  }

  // MARK: Logging in

  private static let password = "mật khẩu riêng"

  private func firstLogin(_ user: String, on server: RunningServer) throws -> JSONClient {
    let client = try server.jsonClient()
    let code = try #require(world.codes[user])
    let reply = try client.logIn(user, code, new: "\(Self.password) \(user)")
    #expect(reply.state == "done")
    return client
  }

  private func login(_ user: String, on server: RunningServer) throws -> JSONClient {
    let client = try server.jsonClient()
    #expect(try client.logIn(user, "\(Self.password) \(user)").state == "done")
    return client
  }
}
