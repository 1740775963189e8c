// understanding-benchmark speed [PEOPLE [ROUNDS [MESSAGE…]]]  messages per second and percentiles
// understanding-benchmark traps [FOLDER]  tens of thousands of messages that are no orders, and each
//                                         sentence of the texts in FOLDER
// understanding-benchmark readings [FOLDER]  how every message of the utterance files is read
// understanding-benchmark learn FILE  what the others load
// understanding-benchmark fuzz [MILLIONS [SEED]]  broken and odd bytes, until one crashes or hangs
import CivilTime
import Understanding

let arguments = CommandLine.arguments.dropFirst()
func number(_ place: Int) -> Int? { arguments.dropFirst(place).first.flatMap { Int($0) } }

do {
  switch arguments.first {
  case "traps": try TrapRun(texts: arguments.dropFirst().first ?? "../shared/plans").run()
  case "readings":
    try ReadingRun(folder: arguments.dropFirst().first ?? "Tests/Data/utterances").run()
  case "learn":
    try FileShelf(path: arguments.dropFirst().first ?? "learned").learn()
  case "fuzz": try FuzzRun(millions: number(1) ?? 10, seed: number(2) ?? 1).run()
  default:
    try SpeedRun(
      people: number(1) ?? 5_000, rounds: number(2) ?? 200_000,
      messages: Array(arguments.dropFirst(3))
    ).run()
  }
} catch {
  print(error)
}
