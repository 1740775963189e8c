import Testing

/// `campaign check` and `load` refuse a bad file as a whole and name each fault with its line.
@Suite struct CampaignCheckTests {
  let world: World

  init() throws { world = try World(campaigns: []) }

  @Test func theFiveAreGood() throws {
    let files = Checkout.campaigns.map(Checkout.campaignFile)
    let ended = try world.run(["campaign", "check"] + files).requireDone()
    #expect(ended.lines == Checkout.campaigns.map { "\($0): đúng" })
  }

  struct Slip: Sendable {
    let good: String
    let bad: String
    /// Lines below the one that is changed at which the fault is named.
    var below = 0
  }

  @Test(arguments: [
    Slip(good: "last_valid_day: 2022-01-14", bad: "last_valid_day: 2022-02-30"),
    Slip(good: "last_valid_day: 2022-01-14", bad: "last_valid_day: mai"),
    Slip(good: "kind: registration", bad: "kind: dangky"),
    Slip(good: "  - code: LDTT", bad: "  - code: LDTX"),
    Slip(good: "quota: none", bad: "quota: vài"),
    Slip(good: "theme: Thực hiện", bad: "chude: Thực hiện"),
    Slip(good: "  level: commune", bad: "  level: làng"),
    Slip(good: "owed_by: {persons: [member, officer]}", bad: "owed_by: {persons: [vua]}"),
  ])
  func aSlipIsNamedWithItsLine(slip: Slip) throws {
    let text = try Self.text(of: "duong-hoa-2022")
    let place = try #require(text.firstRange(of: slip.good))
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1 + slip.below
    let file = try world.folder.write(
      text.replacing(slip.good, with: slip.bad, maxReplacements: 1), to: "broken.yaml")
    let good = Checkout.campaignFile("my-thanh-2015")
    for act in [["check"], ["load", "--data", world.data]] {
      let ended = try world.run(["campaign"] + act + [good, file])
      #expect(ended.status == 65)
      #expect(ended.errors.contains("broken.yaml:\(line)"), "\(ended.errors)")
    }
    let list = try world.run(["campaign", "list", "--data", world.data]).requireDone()
    #expect(list.output.isEmpty, "the good one is not loaded either")
  }

  @Test func everyFaultOfEveryFileIsNamed() throws {
    let text = try Self.text(of: "duong-hoa-2022")
    let broken = text.replacing("quota: none", with: "quota: vài")
      .replacing("last_valid_day: 2022-11-22", with: "last_valid_day: 2022-11-31")
    let first = try world.folder.write(broken, to: "one.yaml")
    let second = try world.folder.write("id: [\n", to: "two.yaml")
    let ended = try world.run(["campaign", "check", first, second])
    #expect(ended.status == 65)
    #expect(ended.errors.components(of: "one.yaml:") == 2)
    #expect(ended.errors.contains("two.yaml:"))
  }

  private static func text(of campaign: String) throws -> String {
    let reading = try ChildProcess([Checkout.campaignFile(campaign)], program: "/bin/cat")
    try reading.ended()
    return reading.output.rest
  }
}

extension String {
  /// How often `word` stands in it.
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
