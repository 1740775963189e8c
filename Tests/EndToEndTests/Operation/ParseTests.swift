import Testing
import Wire

/// `thidua parse`: a line in, a JSON object out, in order, to the end of input.
@Suite struct ParseTests {
  let world: World

  init() throws { world = try World(campaigns: []) }

  @Test func oneObjectPerLineInOrder() throws {
    let sentences = [
      "cảm ơn", "hồ sơ của tôi", "", "mai trời có mưa không", "   ", "ai chưa đăng ký",
    ]
    let lines = (0..<200).map { sentences[$0 % sentences.count] }
    // CRLF, and no line end after the last.
    let ended = try world.run(
      ["parse", "--json", "--now", "2022-01-10T08:00:00+07:00"],
      input: lines.joined(separator: "\r\n") + "\r\nxin chào"
    ).requireDone()
    let objects = try ended.lines.map { try JSONReader.read($0) }
    #expect(objects.map { $0["text"]?.stringValue } == lines + ["xin chào"])
    for object in objects {
      let keys = object.objectValue?.members.map(\.key) ?? []
      #expect(keys == ["text", "intent", "decision", "confidence", "slots", "alternatives"])
      #expect(["act", "confirm", "choose", "none"].contains(object["decision"]?.stringValue ?? ""))
    }
    #expect(objects[0]["intent"] == "talk.thanks")
    #expect(objects[2]["intent"] == .null)
    #expect(objects[3]["intent"] == .null)
    #expect(objects[5]["intent"] == "registration.missing")
  }

  @Test func eachLineIsAnsweredBeforeTheNext() throws {
    let process = try ChildProcess(["parse"])
    for sentence in ["cảm ơn", "xin chào", "tạm biệt"] {
      try process.type(Array((sentence + "\n").utf8))
      let line = try #require(try process.output.line())
      #expect(try JSONReader.read(line)["text"]?.stringValue == sentence)
    }
    process.endInput()
    #expect(try process.ended() == 0)
    #expect(process.output.rest.isEmpty)
  }

  @Test func namesComeFromAPeopleFile() throws {
    let people = try world.folder.write(
      "name,unit,role\nNguyễn Thị Hoa,Trường Tiểu học,member\nLê Văn Hóa,Thôn Hạ,member\n",
      to: "names.csv")
    let ended = try world.run(
      ["parse", "--people", people, "--now", "2022-01-10T08:00:00+07:00"],
      input: "đăng ký lao động tiên tiến cho chị Hoa\nhạn đăng ký 15/1 phải không\n"
    ).requireDone()
    let first = try JSONReader.read(ended.lines[0])
    #expect(first["intent"] == "registration.create")
    #expect(first["decision"] == "act")
    #expect(first["slots"]?["honour"] == "LDTT")
    #expect(first["slots"]?["subject"]?["name"] == "Nguyễn Thị Hoa")
  }

  @Test func whatIsNoTextIsALineToo() throws {
    let process = try ChildProcess(["parse"])
    try process.type([0xFF, 0xFE, 0x0A, 0x61, 0x00, 0x62, 0x0A] + Array("cảm ơn\n".utf8))
    process.endInput()
    #expect(try process.ended() == 0)
    let lines = process.output.rest.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(try JSONReader.read(String(lines.last ?? ""))["intent"] == "talk.thanks")
  }

  /// "Log in with đăng nhập TÊN": whatever the name is.
  @Test func everyUserNameCanLogIn() throws {
    let names = [
      "hoa", "u.wrong", "khong", "huy", "dang.ky", "bao.cao", "han", "ldtt", "cstd", "thu.ky",
      "nguyen-van_b", "2022", "thoi", "xin.chao", "tam-biet", "co", "sua", "cam.on", "da.ro", "a1",
    ]
    #expect(try loginNames(names) == names)
  }

  /// The names that are understood as such.
  private func loginNames(_ names: [String]) throws -> [String] {
    let input = names.map { "đăng nhập \($0)\n" }.joined()
    return try world.run(["parse"], input: input).requireDone().lines.compactMap { line in
      let object = try JSONReader.read(line)
      guard object["intent"] == "account.login", object["decision"] == "act" else { return nil }
      return object["slots"]?["text"]?.stringValue
    }
  }

  /// What the help gives as examples is understood, and as what it stands for.
  @Test func theExamplesOfTheHelpAreUnderstood() throws {
    let examples = [
      ("đăng ký lao động tiên tiến cho tôi", "registration.create"),
      ("đổi sang chiến sĩ thi đua cơ sở", "registration.change"),
      ("rút đăng ký", "registration.withdraw"), ("hoàn tác", "talk.undo"),
      ("ai chưa đăng ký", "registration.missing"), ("các phong trào", "campaign.list"),
      ("hạn đăng ký là ngày nào", "campaign.deadlines"), ("chỉ tiêu", "campaign.targets"),
      ("các đợt thi đua", "campaign.waves"), ("ai phụ trách", "campaign.contact"),
      ("tiêu chuẩn chiến sĩ thi đua cơ sở", "honour.criteria"),
      ("hồ sơ gồm những gì", "dossier.requirements"),
      ("đăng ký được những danh hiệu nào", "campaign.honours"),
      ("nhắc tôi những gì", "reminder.list"), ("đã rõ", "reminder.ack"),
      ("hồ sơ của tôi", "status.mine"), ("đăng nhập TÊN", "account.login"),
      ("tôi là ai", "account.whoami"), ("đổi mật khẩu", "account.password"),
      ("đăng xuất", "account.logout"), ("trợ giúp", "talk.help"), ("có", "talk.yes"),
      ("thôi", "talk.cancel"),
    ]
    let ended = try world.run(
      ["parse"], input: examples.map { $0.0 + "\n" }.joined()
    ).requireDone()
    for (example, line) in zip(examples, ended.lines) {
      let intent = try JSONReader.read(line)["intent"]?.stringValue
      #expect(intent == example.1, "\(example.0)")
    }
  }
}
