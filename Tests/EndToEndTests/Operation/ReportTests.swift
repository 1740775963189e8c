import Glibc
import Testing
import Wire

/// `report export` and `reminders calendar`: lists and days as files, from the command line.
@Suite struct ReportTests {
  private func world() throws -> World {
    try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Thôn Hộ"), Member("binh", "Trần Văn Bình", "Thôn Hộ"),
      Member("thu", "Lê Thị Thu", "Văn phòng", "secretary"),
    ])
  }

  private func lines(of path: String) throws -> [String] {
    let stream = ByteStream(open(path, O_RDONLY | O_CLOEXEC))
    var lines: [String] = []
    while let line = try stream.line() { lines.append(line) }
    return lines
  }

  @Test func aTableIsPrinted_orWritten() throws {
    let world = try world()
    let printed = try world.run(["report", "export", "--data", world.data, "--what", "missing"])
      .requireDone()
    #expect(
      printed.output
        == "\u{FEFF}STT;\"Họ và tên, đơn vị\";Đối tượng;Thuộc đơn vị;Hạn\r\n1;Nguyễn Thị Hoa;cá nhân;Thôn Hộ;14/01/2022\r\n2;Trần Văn Bình;cá nhân;Thôn Hộ;14/01/2022\r\n"
    )
    #expect(printed.errors.isEmpty)
    let path = world.folder.path + "/missing.html"
    let written = try world.run([
      "report", "export", "--data", world.data, "--campaign", "duong-hoa-2022", "--what",
      "missing", "--format", "html", "--output", path,
    ]).requireDone()
    #expect(written.output.isEmpty)
    #expect(written.errors == "đã ghi \(path): 2 dòng\n")
    #expect(try lines(of: path).contains { $0.contains("<td>Trần Văn Bình</td>") })
  }

  @Test func whatTheChatGivesIsTheSame() throws {
    let world = try world()
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let client = try server.jsonClient()
    let code = try #require(world.codes["thu"])
    #expect(try client.logIn("thu", code, new: "một mật khẩu riêng").state == "done")
    let reply = try client.say("xuất danh sách chưa đăng ký ra file csv")
    #expect(reply.state == "done")
    #expect(reply.data["count"] == 2)
    let ended = try world.run(["report", "export", "--data", world.data, "--what", "missing"])
      .requireDone()
    #expect(reply.data["file"]?["content"]?.stringValue == ended.output)
  }

  @Test func aCalendarOfOnePerson_andOfAll() throws {
    let world = try world()
    func uids(_ arguments: [String]) throws -> [String] {
      try world.run(arguments + ["--data", world.data]).requireDone().output
        .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map(String.init)
    }
    let registration = "UID:registration.duong-hoa-2022@thidua"
    let all = [registration, "UID:council.duong-hoa-2022@thidua"]
    #expect(try uids(["reminders", "calendar", "--person", "Nguyễn Thị Hoa"]) == [registration])
    #expect(try uids(["reminders", "calendar"]) == all)
    #expect(try uids(["report", "export", "--format", "ics"]) == all)
  }

  @Test func faultsHaveWordsAndAStatus() throws {
    let world = try world()
    for (arguments, status, words) in [
      (["report", "export", "--campaign", "x"], 65, "Không có kế hoạch “x”"),
      (["report", "export", "--what", "x"], 64, "“x”"),
      (["report", "export", "--what", "targets"], 65, "không giao chỉ tiêu bằng số"),
      (["report", "export", "--output", "/không/có"], 74, "Không ghi được /không/có"),
      (["reminders", "calendar", "--person", "Ai Đó"], 65, "Không có ai tên “Ai Đó”"),
    ] as [([String], Int32, String)] {
      let ended = try world.run(arguments + ["--data", world.data])
      #expect(ended.status == status)
      #expect(ended.errors.contains(words), "\(ended.errors)")
      #expect(ended.output.isEmpty)
    }
  }
}
