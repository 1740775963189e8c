import CivilTime
import Glibc
import Understanding
import UnderstandingTrials

/// Reads utterance files with every kind of noise and prints the scored table.
struct ScoreRun {
  let folder: String
  let showsMistakes: Bool
  let only: String?

  func run() throws {
    let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
    let lexicon = SampleLexicon.commune(recognizer)
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    let utterances = try files().flatMap { try Utterance.read($0) }
    print("noise            intent  slot F1  refused  act!  confirm!  needless")
    for noise in Noise.allCases where only == nil || only == noise.rawValue {
      var score = Score()
      for (index, utterance) in utterances.enumerated() {
        let said = noise.applied(to: utterance.say, seed: UInt64(index))
        let reading = recognizer.read(said, lexicon: lexicon, now: now)
        score.count(
          utterance, said: said, reading, recognizer, lexicon,
          isTrap: utterance.file.hasSuffix("traps.yaml"))
      }
      report(noise, score)
    }
  }

  private func report(_ noise: Noise, _ score: Score) {
    func percent(_ value: Double) -> String { "\((value * 1000).rounded() / 10)" }
    let name = noise.rawValue + String(repeating: " ", count: max(1, 16 - noise.rawValue.count))
    print(
      name, percent(score.intentAccuracy), " ", percent(score.slotF1), "  ",
      percent(score.refusalRate), "  ", score.wrongActs.count, "   ", score.wrongConfirms.count,
      "       \(score.needlessConfirms)/\(score.completeOrders)")
    guard showsMistakes else { return }
    for line in score.wrongActs { print("  ACT", line) }
    for line in score.wrongConfirms { print("  CONFIRM", line) }
    for line in score.mistakes { print("   ", line) }
    var bins: [[Bool]] = Array(repeating: [], count: 10)
    for trial in score.trials { bins[min(9, Int(trial.confidence * 10))].append(trial.isRight) }
    for (index, bin) in bins.enumerated() where !bin.isEmpty {
      print("  confidence 0.\(index): \(bin.count { $0 })/\(bin.count)")
    }
  }

  private func files() throws -> [SourceFile] {
    try SourceFile.all(in: folder)
  }
}
