// understanding-benchmark speed [PEOPLE]     messages per second and percentiles
// understanding-benchmark score [FOLDER [-v [NOISE]]]  how well utterance files are understood
// understanding-benchmark traps [-v]      tens of thousands of messages that are no orders
// understanding-benchmark read  < messages   one line of reading per message, for a look
import CivilTime
import Understanding

let arguments = CommandLine.arguments.dropFirst()
do {
  switch arguments.first {
  case "score":
    try ScoreRun(
      folder: arguments.dropFirst().first ?? "Tests/Data/utterances",
      showsMistakes: arguments.contains("-v"), only: arguments.dropFirst(3).first
    ).run()
  case "traps": try TrapRun(showsAll: arguments.contains("-v")).run()
  case "read": try readStandardInput()
  default: try SpeedRun(people: arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000).run()
  }
} catch {
  print(error)
}

func readStandardInput() throws {
  let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
  let lexicon = SampleLexicon.commune(recognizer)
  guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
  while let line = readLine() {
    let reading = recognizer.read(line, lexicon: lexicon, now: now)
    print(SampleLexicon.line(reading, line))
    if arguments.contains("-v") {
      for reason in recognizer.explain(line, lexicon: lexicon, now: now) { print("   ", reason) }
    }
  }
}
