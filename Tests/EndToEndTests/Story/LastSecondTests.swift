import Testing
import Wire

/// "trước ngày 15/01/2022" holds to the last second of the 14th in Vietnam, wherever the server
/// stands.
@Suite struct LastSecondTests {
  @Test(arguments: ["America/Los_Angeles", "Asia/Tokyo"])
  func theDayEndsAtMidnightInVietnam(zone: String) throws {
    let world = try World(people: [Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã")])
    let server = try world.serve(now: "2022-01-14T23:59:55", environment: ["TZ": zone])
    let hoa = try server.jsonClient()
    _ = try hoa.logIn("hoa", try #require(world.codes["hoa"]), new: "mật khẩu của Hoa")

    // She registers and takes it back, over and over, until the clock forbids it.
    var accepted: [String] = []
    var refused: Message?
    let patience = Patience()
    while refused == nil, !patience.isOver {
      for text in ["đăng ký lao động tiên tiến cho tôi", "hoàn tác"] where refused == nil {
        let reply = try hoa.say(text)
        if reply.state == "done" {
          accepted.append(reply.data["at"]?.stringValue ?? "")
        } else {
          refused = reply
        }
      }
    }
    #expect(accepted.last == "2022-01-14T23:59:59+07:00")
    #expect(accepted.allSatisfy { $0 < "2022-01-15" })
    #expect(refused?.code == "deadline_passed")
    #expect(refused?.data["last_valid_day"] == "2022-01-14")
    #expect(refused?.text.contains("thư ký") == true)
  }
}
