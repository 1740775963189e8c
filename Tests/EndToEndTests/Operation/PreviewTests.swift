import Testing
import Wire

/// `reminders preview`: every reminder beforehand, and the same that are sent.
@Suite struct PreviewTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    let campaign: String
    let organization: String
    let from: String
    let to: String
    /// Days on which each role is reminded at 08:00.
    let days: [String: [String]]
    var testDescription: String { campaign }
  }

  @Test(arguments: [
    Plan(
      campaign: "duong-hoa-2022", organization: "duong-hoa", from: "2021-12-01", to: "2022-02-01",
      days: [
        "member": ["2021-12-31", "2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14"],
        "officer": ["2021-12-31", "2022-01-07", "2022-01-11", "2022-01-13", "2022-01-14"],
        "secretary": ["2022-01-14", "2022-01-15"],
      ]),
    Plan(
      campaign: "duong-hoa-2022", organization: "duong-hoa", from: "2022-11-01", to: "2022-12-31",
      days: [
        // 2022-11-19 is a Saturday.
        "secretary": ["2022-11-08", "2022-11-15", "2022-11-18", "2022-11-21", "2022-11-22"],
        "chair": ["2022-11-08", "2022-11-15", "2022-11-18", "2022-11-21", "2022-11-22"],
      ]),
    // The last valid day is a Sunday, and so are the 17th and the 24th.
    Plan(
      campaign: "nhon-hung-2024", organization: "nhon-hung", from: "2024-03-01", to: "2024-05-01",
      days: [
        "member": ["2024-03-15", "2024-03-22", "2024-03-28", "2024-03-29"],
        "officer": ["2024-03-15", "2024-03-22", "2024-03-28", "2024-03-29"],
        "secretary": ["2024-03-29", "2024-04-01"],
      ]),
    Plan(
      campaign: "hong-phong-2023", organization: "hong-phong", from: "2023-05-01", to: "2023-06-30",
      days: [
        "officer": ["2023-05-17", "2023-05-24", "2023-05-26", "2023-05-30", "2023-05-31"],
        // A closing that is not recorded is said again on the day after and a week later.
        "secretary": [
          "2023-05-17", "2023-05-24", "2023-05-26", "2023-05-30", "2023-05-31", "2023-06-01",
          "2023-06-07",
        ],
        "chair": [
          "2023-05-17", "2023-05-24", "2023-05-26", "2023-05-30", "2023-05-31", "2023-06-01",
          "2023-06-07",
        ],
      ]),
    // Report and proposals are due on one day: one message for both. The secretary hears which units
    // are late, the chair a week later.
    Plan(
      campaign: "quy-hop-2023", organization: "quy-hop", from: "2023-03-01", to: "2023-03-31",
      days: [
        "officer": [
          "2023-03-16", "2023-03-23", "2023-03-27", "2023-03-29", "2023-03-30", "2023-03-31",
        ],
        "secretary": ["2023-03-30", "2023-03-31"],
      ]),
    Plan(
      campaign: "quy-hop-2023", organization: "quy-hop", from: "2023-04-01", to: "2023-04-30",
      days: [
        "officer": [
          "2023-04-04", "2023-04-06", "2023-04-11", "2023-04-14", "2023-04-17", "2023-04-18",
        ],
        "secretary": ["2023-04-06", "2023-04-18", "2023-04-19"],
        "chair": ["2023-04-06"],
      ]),
    Plan(
      campaign: "my-thanh-2015", organization: "my-thanh", from: "2016-12-01", to: "2017-01-31",
      days: [
        // The last valid day, 2016-12-31, is a Saturday; the days before 1 and 0 meet on Friday.
        "secretary": [
          "2016-12-16", "2016-12-23", "2016-12-28", "2016-12-30", "2017-01-03", "2017-01-09",
        ],
        "chair": [
          "2016-12-16", "2016-12-23", "2016-12-28", "2016-12-30", "2017-01-03", "2017-01-09",
        ],
      ]),
  ])
  func whoIsRemindedWhen(plan: Plan) throws {
    let roles = ["member", "officer", "secretary", "council", "chair"]
    let world = try World(
      campaigns: [plan.campaign], organization: plan.organization,
      people: roles.map { Member("", "Người \($0)", "Đơn vị", $0) })
    let ended = try world.run([
      "reminders", "preview", "--data", world.data, "--campaign", plan.campaign, "--json",
      "--from", plan.from, "--to", plan.to,
    ]).requireDone()
    let entries = try ended.lines.map { try JSONReader.read($0) }
    var days: [String: [String]] = [:]
    for entry in entries {
      let at = try #require(entry["at"]?.stringValue)
      #expect(at.hasSuffix("T08:00:00+07:00"))
      #expect(entry["campaign"]?.stringValue == plan.campaign)
      #expect(entry["text"]?.stringValue?.isEmpty == false)
      days[entry["role"]?.stringValue ?? "", default: []].append(String(at.prefix(10)))
    }
    #expect(days == plan.days)
  }

  @Test func whatWasForetoldIsWhatIsSent() throws {
    let world = try World(people: [
      Member("hoa", "Nguyễn Thị Hoa", "Văn phòng UBND xã"),
      Member("tu", "Phan Đình Tư", "Hội Nông dân xã", "officer"),
      Member("thu", "Lê Thị Thu", "Văn phòng UBND xã", "secretary"),
      Member("chung", "Đỗ Quốc Chung", "UBND xã", "chair"),
    ])
    let ended = try world.run([
      "reminders", "preview", "--data", world.data, "--json", "--from", "2022-01-06", "--to",
      "2022-01-16",
    ]).requireDone()
    var foretold: [String: [JSONValue]] = [:]
    for line in ended.lines {
      let entry = try JSONReader.read(line)
      foretold[entry["person"]?.stringValue ?? "", default: []].append(Self.core(of: entry))
    }
    #expect(foretold.keys.sorted() == ["Lê Thị Thu", "Nguyễn Thị Hoa", "Phan Đình Tư"])

    // Ten days pass in nine seconds; nobody is there, so everything waits.
    let server = try world.serve(now: "2022-01-06T12:00:00", speed: 100_000)
    try server.passesDay("16/01/2022")
    for (user, name) in [
      ("hoa", "Nguyễn Thị Hoa"), ("tu", "Phan Đình Tư"), ("thu", "Lê Thị Thu"),
      ("chung", "Đỗ Quốc Chung"),
    ] {
      let client = try server.jsonClient()
      let code = try #require(world.codes[user])
      #expect(try client.logIn(user, code, new: "một mật khẩu riêng").state == "done")
      let count = try client.waiting().count
      let sent = try (0..<count).map { _ in Self.core(of: try client.nextPush().data) }
      #expect(sent == foretold[name] ?? [])
    }
  }

  /// What must agree: the day, whose duties, and who is missing.
  private static func core(of data: JSONValue) -> JSONValue {
    var members: JSONObject = [:]
    for key in ["day", "late", "campaign", "milestone", "last_valid_day", "duties", "missing"] {
      members[key] = data[key] ?? .null
    }
    return .object(members)
  }
}
