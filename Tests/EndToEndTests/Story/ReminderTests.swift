import Testing
import Wire

/// Reminders beside the main story: outages, duties done in the meantime, duties that come back.
@Suite struct ReminderTests {
  let world: World

  init() throws {
    world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("ba", "Trần Văn Ba", "Hội Nông dân xã"),
      Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
    ])
  }

  /// Three mornings were missed: one message, marked late.
  @Test func whatAnOutageMissedComesOnceAndLate() throws {
    let before = try world.serve(now: "2022-01-10T12:00:00")
    #expect(try before.stop() == 0)
    let server = try world.serve(now: "2022-01-14T09:30:00")
    let hoa = try logIn("hoa", on: server)
    let push = try hoa.nextPush()
    #expect(push.data["late"] == true)
    #expect(push.data["day"] == "2022-01-14")
    #expect(push.data["duties"]?.arrayValue?.count == 1)
    #expect(try hoa.waiting() == [push.push])
    let thu = try logIn("thu", on: server)
    let list = try thu.nextPush()
    #expect(list.data["late"] == true)
    #expect(list.missingNames == ["Nguyễn Thị Hoa", "Trần Văn Ba"])
    #expect(try thu.waiting() == [list.push])
  }

  /// A new installation has missed nothing.
  @Test func theFirstStartLooksForwardOnly() throws {
    let server = try world.serve(now: "2022-01-14T09:30:00")
    let hoa = try logIn("hoa", on: server)
    #expect(try hoa.waiting() == [])
    #expect(hoa.pushes.isEmpty)
  }

  @Test func aDutyDoneIsNotRemindedOfAgain() throws {
    let server = try world.serve(now: "2022-01-13T07:59:58")
    let hoa = try logIn("hoa", on: server)
    let push = try hoa.nextPush()
    #expect(push.data["day"] == "2022-01-13")
    #expect(try hoa.say("đăng ký lao động tiên tiến cho tôi").state == "done")
    // Nobody acknowledged it, but there is nothing left to say.
    let again = try server.jsonClient()
    #expect(try again.logIn("hoa", Self.password).state == "done")
    #expect(try again.waiting() == [])
    #expect(again.pushes.isEmpty)
    #expect(try server.stop() == 0)

    let next = try world.serve(now: "2022-01-14T07:59:58")
    let ba = try logIn("ba", on: next)
    let late = try next.jsonClient()
    #expect(try late.logIn("hoa", Self.password).state == "done")
    while try ba.nextPush().data["day"] != "2022-01-14" {}
    #expect(try late.waiting() == [])
  }

  @Test func whoWithdrawsOwesAgain() throws {
    let server = try world.serve(now: "2022-01-10T12:00:00")
    let hoa = try logIn("hoa", on: server)
    #expect(try hoa.say("đăng ký lao động tiên tiến cho tôi").state == "done")
    #expect(try hoa.say("rút đăng ký của tôi").state == "confirm")
    #expect(try hoa.say("có").state == "done")
    #expect(try server.stop() == 0)
    let next = try world.serve(now: "2022-01-11T07:59:58")
    let again = try next.jsonClient()
    #expect(try again.logIn("hoa", Self.password).state == "done")
    #expect(try again.nextPush().data["day"] == "2022-01-11")
  }

  @Test func saidInWordsItIsAcknowledgedToo() throws {
    let server = try world.serve(now: "2022-01-11T07:59:58")
    let hoa = try logIn("hoa", on: server)
    let push = try hoa.nextPush()
    #expect(try hoa.waiting() == [push.push])
    let reply = try hoa.say("đã rõ")
    #expect(reply.intent == "reminder.ack")
    #expect(reply.data["acknowledged"] == 1)
    #expect(try hoa.waiting() == [])
  }

  private static let password = "một mật khẩu riêng"

  private func logIn(_ user: String, on server: RunningServer) throws -> JSONClient {
    let client = try server.jsonClient()
    let code = try #require(world.codes[user])
    #expect(try client.logIn(user, code, new: Self.password).state == "done")
    return client
  }
}
