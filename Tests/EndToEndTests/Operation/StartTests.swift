import Testing

/// What the shell is told when something is wrong: a status, and words that say what to do.
@Suite struct StartTests {
  @Test func theSecondOnOnePortIsToldSo() throws {
    let world = try World()
    let server = try world.serve(now: "2022-01-10T09:00:00")
    let other = try World()
    let ended = try other.run(["serve", "--data", other.data, "--chat", "127.0.0.1:\(server.port)"])
    #expect(ended.status == 69)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.contains("127.0.0.1:\(server.port)"))
    #expect(ended.errors.contains("đang có chương trình khác dùng"))
    #expect(try server.textClient().ask("cảm ơn") == "Dạ, không có gì ạ.")
  }

  @Test(arguments: [
    ["nói"], ["serve", "--nói"], ["serve", "--now", "hôm qua"], ["serve", "--speed", "0"],
    ["serve", "--chat", "127.0.0.1:99999"], ["campaign"], ["campaign", "check"],
    ["account", "add", "Hoa Mai", "--person", "Hoa", "--organization", "duong-hoa"],
    ["account", "add", "hoa", "--person", "Hoa", "--organization", "duong-hoa", "--role", "vua"],
    ["people", "import"], ["reminders", "preview", "--from", "hôm qua"],
  ])
  func wrongUsageIs64(arguments: [String]) throws {
    let world = try World(campaigns: [])
    let ended = try world.run(arguments)
    #expect([0, 64].contains(ended.status) && (ended.status == 64 || arguments == ["campaign"]))
    #expect((ended.errors + ended.output).isVietnamese)
  }

  @Test func badDataIs65() throws {
    let world = try World()
    let people = try world.folder.write("name,unit,role\nHoa,Thôn Hạ,vua\n,Thôn Hạ,\n", to: "p.csv")
    let rows: [[String]] = [
      ["people", "import", "--organization", "duong-hoa", "--data", world.data, people],
      ["account", "reset", "ai-do", "--data", world.data],
      ["campaign", "show", "không-có", "--data", world.data],
    ]
    for arguments in rows {
      let ended = try world.run(arguments)
      #expect(ended.status == 65, "\(arguments): \(ended)")
      #expect(!ended.errors.isEmpty)
    }
    let ended = try world.run(rows[0])
    #expect(ended.errors.contains("p.csv:2"))
    #expect(ended.errors.contains("p.csv:3"))
    let list = try world.run(["account", "list", "--data", world.data]).requireDone()
    #expect(list.output.isEmpty, "all or nothing")
  }

  @Test func badConfigurationIs78() throws {
    let world = try World()
    let file = try world.folder.write("chat_port: 0\nđi_đâu: 1\n", to: "thidua.yaml")
    let ended = try world.run(["serve", "--data", world.data, "--config", file])
    #expect(ended.status == 78)
    #expect(ended.errors.contains("thidua.yaml:2"))

    try world.folder.write("chat_port: nhiều\n", to: "thidua.yaml")
    #expect(try world.run(["serve", "--data", world.data, "--config", file]).status == 78)

    try world.folder.write("không phải chứng thư", to: "data/certificate.pem")
    try world.folder.write("không phải khóa", to: "data/key.pem")
    let broken = try world.run(["serve", "--data", world.data, "--chat", "127.0.0.1:0"])
    #expect(broken.status == 78)
    #expect(broken.errors.contains("certificate.pem"))

    let intents = world.folder.path
    #expect(try world.run(["parse", "--intents", intents]).status == 78)
  }

  @Test func theDatabaseCanLieElsewhere() throws {
    let world = try World(campaigns: [])
    let place = "sqlite:\(world.folder.path)/kho.db"
    let load = ["campaign", "load", Checkout.campaignFile("my-thanh-2015"), "--database", place]
    try world.run(load).requireDone()
    let list = try world.run(["campaign", "list", "--database", place]).requireDone()
    #expect(list.output.hasPrefix("my-thanh-2015\tmy-thanh\tĐồng khởi mới"))
    for other in ["kho.db", "sqlite:", "mysql://localhost/kho"] {
      #expect(try world.run(["campaign", "list", "--database", other]).status == 64)
    }
    let wrong = try world.folder.write("không phải cơ sở dữ liệu, chỉ là chữ", to: "chu.db")
    #expect(try world.run(["campaign", "list", "--database", "sqlite:" + wrong]).status == 78)
  }

  @Test func whatCannotBeReadIs74() throws {
    let world = try World(campaigns: [])
    #expect(try world.run(["campaign", "check", "/không/có.yaml"]).status == 74)
    #expect(try world.run(["serve", "--config", "/không/có.yaml"]).status == 74)
  }

  @Test(arguments: [
    ["--help"], ["help", "serve"], ["help", "people", "import"], ["serve", "--help"],
  ])
  func helpIsVietnamese(arguments: [String]) throws {
    let ended = try World(campaigns: []).run(arguments)
    #expect(ended.status == 0)
    #expect(
      ended.output.unicodeScalars.contains {
        "ạảấầẩậắằẳặếềểệốồổộớờởợứừửự".unicodeScalars.contains($0)
      })
    #expect(ended.output.isVietnamese)
  }
}

extension String {
  /// Vietnamese words, and none of the argument parser's own.
  fileprivate var isVietnamese: Bool {
    let english = [
      "Show", "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Usage", "Error",
      "Unknown",
      "Missing", "invalid", "See ", "default", "subcommand", "Help:",
    ]
    return unicodeScalars.contains { ("\u{C0}"..."\u{1EF9}").contains($0) }
      && !english.contains { contains($0) }
  }
}
