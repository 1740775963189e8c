import CivilTime
import Understanding
import UnderstandingTrials

/// Reads messages that are no orders, in every kind of noise, and counts what is taken for one.
struct TrapRun {
  let showsAll: Bool

  func run() throws {
    let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
    let lexicon = SampleLexicon.commune(recognizer)
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    let adversary = Adversary(
      honours: ["LĐTT", "chiến sĩ thi đua cơ sở", "giấy khen xã", "bằng khen của tỉnh", "CSTĐCS"],
      people: ["anh Tuấn", "chị Hạnh", "tôi", "bà Nguyễn Thị Quý", "cô Lan", "thôn Buồng Tằm"])
    var total = 0
    for noise in Noise.allCases {
      var acts: [String] = []
      var confirms: [String] = []
      for index in 0..<adversary.count {
        let said = noise.applied(to: adversary[index], seed: UInt64(index))
        let reading = recognizer.read(said, lexicon: lexicon, now: now)
        guard let intent = reading.intent, recognizer.facts(of: intent).isOrder else { continue }
        let line = "\(said) → \(intent.rawValue) \(Int(reading.confidence * 100))"
        if reading.decision == .act { acts.append(line) } else { confirms.append(line) }
      }
      total += adversary.count
      print(
        noise.rawValue, adversary.count, "carried out", acts.count, "asked back", confirms.count)
      let step = showsAll ? 1 : max(1, (acts.count + confirms.count) / 12)
      for (index, line) in (acts + confirms).enumerated() where index % step == 0 {
        print(index < acts.count ? "  ACT" : "  confirm", line)
      }
    }
    print("all:", total)
  }
}
