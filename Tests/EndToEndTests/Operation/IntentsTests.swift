import Glibc
import Testing

/// `thidua intents`: for the people who edit `intents/`.
@Suite struct IntentsTests {
  let world: World

  init() throws { world = try World(campaigns: []) }

  /// What the messages of `Tests/Data/utterances` must reach at least, in per cent; and those of
  /// strangers, who had seen none of the sentences and tried harder.
  private static let floors: [(noise: String, intents: Double, slots: Double, refused: Double)] = [
    ("clean", 97, 95, 92), ("NFD", 97, 95, 92), ("old tones", 97, 95, 92),
    ("case, spacing", 97, 95, 92), ("no marks", 95, 92, 92), ("slips", 93, 89, 92),
    ("telex", 93, 93, 92), ("vni", 93, 93, 92),
  ]

  @Test(arguments: floors.map(\.noise), ["", "/strangers"])
  func theTestMessagesAreUnderstood_andNoneIsTakenForAnOrder(
    noise: String, folder: String
  ) throws {
    let floor = try #require(Self.floors.first { $0.noise == noise })
    let ended = try world.run(
      [
        "intents", "test", "--noise", noise, "--quiet", "--utterances",
        Checkout.utterances + folder,
      ]
    ).requireDone()
    #expect(ended.lines.count == 2, "a heading and a line")
    let line = try #require(ended.lines.last)
    #expect(line.hasPrefix(noise))
    let fields = line.dropFirst(noise.count).split(separator: " ").map { String($0) }
    try #require(fields.count == 6, "\(line)")
    #expect(try percent(fields[0]) >= floor.intents, "\(line)")
    #expect(try percent(fields[1]) >= floor.slots, "\(line)")
    #expect(try percent(fields[2]) >= floor.refused, "\(line)")
    #expect(fields[3] == "0", "carried out: \(line)")
    // Half of the strangers' are made to be taken for orders, and in noise more words are alike.
    let mostAsked = folder.isEmpty || noise == "clean" ? 0.02 : 0.04
    #expect(try share(fields[4]) < mostAsked, "asked back: \(line)")
    if noise == "clean" { #expect(try share(fields[5]) <= 0.15, "\(line)") }
  }

  /// Messages made to be taken for orders, half of the first after those that once were: no more than
  /// these are today. The second are by strangers who tried nothing else.
  @Test(arguments: [("/attacks", 10, 0.02), ("/strangers/attacks", 0, 0.05)])
  func fewAttackersSucceed(folder: String, carriedOut: Int, askedBack: Double) throws {
    let ended = try world.run(
      ["intents", "test", "--quiet", "--utterances", Checkout.utterances + folder]
    ).requireDone()
    let fields = try #require(ended.lines.last).split(separator: " ").map { String($0) }
    try #require(fields.count == 7)
    #expect(try #require(Int(fields[4])) <= carriedOut, "carried out")
    #expect(try share(fields[5]) < askedBack, "asked back")
  }

  @Test func confidenceIsTrue() throws {
    let ended = try world.run(
      ["intents", "test", "--quiet", "--reliability", "--utterances", Checkout.utterances]
    ).requireDone()
    let line = try #require(ended.lines.first { $0.contains("lệch trung bình") })
    let error = try #require(line.split(separator: " ").dropLast().last)
    #expect(try percent(String(error)) < 2)
  }

  @Test func whatIsMisreadIsTold() throws {
    let folder = world.folder.path + "/utterances"
    mkdir(folder, 0o700)
    try world.folder.write(
      "utterances:\n  talk.bye:\n    - {say: cảm ơn nhé}\n  none:\n    - {say: đăng ký LĐTT cho tôi}\n",
      to: "utterances/wrong.yaml")
    let ended = try world.run(["intents", "test", "--utterances", folder]).requireDone()
    #expect(ended.lines.contains { $0.contains("wrong.yaml:3") && $0.contains("talk.bye") })
    #expect(ended.lines.contains { $0.contains("wrong.yaml:5") && $0.contains("LÀM") })
  }

  @Test func aFaultInAnUtteranceFileIsTold() throws {
    let folder = world.folder.path + "/utterances"
    mkdir(folder, 0o700)
    try world.folder.write(
      "utterances:\n  talk.bye:\n    - {say: chào, honor: x}\n", to: "utterances/wrong.yaml")
    let ended = try world.run(["intents", "test", "--utterances", folder])
    #expect(ended.status == 78)
    #expect(ended.errors.contains("wrong.yaml:3"))
    #expect(ended.errors.contains("honor"))
  }

  @Test func oursAreSound() throws {
    let ended = try world.run(["intents", "check", "--utterances", Checkout.utterances])
      .requireDone()
    #expect(ended.lines.last?.contains("0 chỗ cần sửa") == true)
  }

  @Test func whyAMessageWasReadSo() throws {
    let ended = try world.run(["intents", "explain", "đừng nộpp hồ sơ của tôi"]).requireDone()
    #expect(ended.lines.contains { $0.contains("negator") && $0.contains("đừng") })
    #expect(ended.lines.contains { $0.contains("*nộpp*") })
    #expect(ended.lines.contains { $0.hasPrefix("kết luận") })
  }

  private func percent(_ field: String) throws -> Double {
    try #require(Double(field.map { $0 == "," ? "." : String($0) }.joined()))
  }

  /// "3/834".
  private func share(_ field: String) throws -> Double {
    let parts = try field.split(separator: "/").map { try #require(Double($0)) }
    try #require(parts.count == 2)
    return parts[0] / max(1, parts[1])
  }
}
