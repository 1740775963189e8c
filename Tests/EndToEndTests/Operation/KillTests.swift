import Testing
import Wire

/// What was acknowledged outlives the process, whenever it dies.
@Suite struct KillTests {
  private static let count = 120
  private static func name(_ number: Int) -> String {
    // Names that differ in every syllable are not taken for each other.
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"]
    let given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Long", "Minh", "Phúc"]
    let middle = ["Văn", "Quốc"]
    return
      "\(family[number % 10]) \(middle[number / 100]) \(given[number / 10 % 10])"
  }

  @Test(arguments: [1, 40, 119])
  func nothingAcknowledgedIsLost(acknowledged: Int) throws {
    let people =
      (0..<Self.count).map { Member("", Self.name($0), "Văn phòng UBND xã") }
      + [Member("thu", "Lê Thị Thu", "Hội đồng", "secretary")]
    let world = try World(people: people)
    let server = try world.serve(
      now: "2022-01-10T09:00:00", configuration: "pending_lines: 1000\n")
    let thu = try server.jsonClient()
    let code = try #require(world.codes["thu"])
    #expect(try thu.logIn("thu", code, new: "một mật khẩu riêng").state == "done")
    let lines = (0..<Self.count).map { number in
      "{\"id\":\(number),\"text\":\"đăng ký lao động tiên tiến cho \(Self.name(number))\"}\n"
    }
    try thu.connection.send(lines.joined())
    var done: [String] = []
    for _ in 0..<acknowledged { done += try Self.name(of: thu.nextReply()) }
    server.kill()
    // What was on its way when it died was acknowledged as well.
    while let line = try? thu.connection.line() {
      done += try Self.name(of: Message(json: JSONReader.read(line)))
    }
    #expect(done.count >= acknowledged)

    let next = try world.serve(now: "2022-01-10T09:10:00")
    let again = try next.jsonClient()
    #expect(try again.logIn("thu", "một mật khẩu riêng").state == "done")
    let list = try again.say("danh sách đăng ký")
    let kept = (list.data["registrations"]?.arrayValue ?? []).compactMap {
      $0["subject"]?["name"]?.stringValue
    }
    #expect(Set(done).isSubset(of: kept))
    #expect(Set(kept).count == kept.count)
    #expect(try next.stop() == 0)
  }

  /// Whom a registration was acknowledged for.
  private static func name(of reply: Message) throws -> [String] {
    guard reply.state == "done", reply.receipt != nil else {
      throw WrongReply(wanted: "a registration", reply)
    }
    return [reply.data["subject"]?["name"]?.stringValue ?? ""]
  }
}
