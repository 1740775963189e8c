import CivilTime
import Understanding
import UnderstandingTrials

/// Prints how every message of the utterance files is read, in every kind of noise, one line each:
/// where two programs should read alike, `diff` tells whether they do.
struct ReadingRun {
  /// A folder of utterance files.
  let folder: String

  func run() throws {
    let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
    let lexicon = SampleLexicon.commune(recognizer)
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    let messages = try SourceFile.all(in: folder).flatMap { try UtteranceFile($0).utterances }
    for noise in Noise.allCases {
      for (number, message) in messages.enumerated() {
        let said = noise.applied(to: message.say, seed: UInt64(number))
        let reading = recognizer.read(said, lexicon: lexicon, now: now)
        print(line(reading, lexicon), said)
      }
    }
  }

  private func line(_ reading: Reading, _ lexicon: Lexicon) -> String {
    let slots = reading.slots.plain(lexicon).sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let others = reading.alternatives.map { "\($0.intent.rawValue) \($0.confidence)" }
      .joined(separator: ", ")
    return "\(reading.intent?.rawValue ?? "none") \(reading.decision) \(reading.confidence) "
      + "\(reading.mood) [\(slots)] [\(others)]"
  }
}
