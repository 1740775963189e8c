import CivilTime
import Understanding
import UnderstandingTrials

/// Reads messages that are no orders, in every kind of noise, and counts what is taken for one.
struct TrapRun {
  /// A folder of texts, each sentence of which is read as a message.
  let texts: String

  func run() throws {
    let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
    let lexicon = SampleLexicon.commune(recognizer)
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    let adversary = Adversary(
      honours: ["LĐTT", "chiến sĩ thi đua cơ sở", "giấy khen xã", "bằng khen của tỉnh", "CSTĐCS"],
      people: ["anh Tuấn", "chị Hạnh", "tôi", "bà Nguyễn Thị Quý", "cô Lan", "thôn Buồng Tằm"])
    let traps = (0..<adversary.count).map { adversary[$0] }
    let sentences = sentences()
    if sentences.isEmpty { print("no texts in \(texts): none read") }
    var total = 0
    for noise in Noise.allCases {
      for (name, messages) in [("made", traps), ("of texts", sentences)] where !messages.isEmpty {
        let taken = Taken(messages, noise, recognizer, lexicon, now)
        print(
          "\(noise.rawValue): \(messages.count) \(name), carried out \(taken.acts.count), "
            + "asked back \(taken.confirms.count)")
        for line in taken.acts { print("  ACT", line) }
        for line in taken.someConfirms { print("  asked", line) }
        total += messages.count
      }
    }
    print("all: \(total)")
  }

  /// The messages that were taken for orders.
  private struct Taken {
    var acts: [String] = []
    var confirms: [String] = []

    init(
      _ messages: [String], _ noise: Noise, _ recognizer: Recognizer, _ lexicon: Lexicon,
      _ now: Instant
    ) {
      for (index, message) in messages.enumerated() {
        let said = noise.applied(to: message, seed: UInt64(index))
        let reading = recognizer.read(said, lexicon: lexicon, now: now)
        guard let intent = reading.intent, recognizer.facts(of: intent).isOrder else { continue }
        let line = "\(intent.rawValue) \(Int(reading.confidence * 100)): \(said.prefix(120))"
        switch reading.decision {
        case .act: acts.append(line)
        case .confirm, .choose: confirms.append(line)
        case .none: break
        }
      }
    }

    /// A dozen of them.
    var someConfirms: [String] {
      let step = max(1, confirms.count / 12)
      return stride(from: 0, to: confirms.count, by: step).map { confirms[$0] }
    }
  }

  /// Lines of the texts and their sentences.
  private func sentences() -> [String] {
    guard let files = try? SourceFile.all(in: texts, ending: ".txt") else { return [] }
    return files.flatMap { file in
      file.text.split(whereSeparator: \.isNewline).flatMap { line in
        [line] + line.split(separator: ". ")
      }
    }.map { String($0) }
  }
}
