import CivilTime
import Understanding
import UnderstandingTrials

/// Reads messages made of anything: pieces of real ones, keystrokes, broken UTF-8, numbers without
/// end. A crash ends the run; the slowest inputs are told.
struct FuzzRun {
  let millions: Int
  let seed: Int

  func run() throws {
    let recognizer = try Recognizer(IntentCatalogue(directory: "intents"))
    let lexicon = SampleLexicon.commune(recognizer)
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    var maker = InputMaker(seed: seed)
    var intents = 0
    var slowest = 0.0
    let clock = ContinuousClock()
    let start = clock.now
    for million in 0..<millions {
      for _ in 0..<1_000_000 {
        let input = maker.next()
        let before = cpuSeconds()
        let reading = recognizer.read(input.span, lexicon: lexicon, now: now)
        let seconds = cpuSeconds() - before
        if seconds > slowest {
          // A slow input is slow each time; a neighbour of the machine is not.
          let again = cpuSeconds()
          _ = recognizer.read(input.span, lexicon: lexicon, now: now)
          slowest = max(slowest, min(seconds, cpuSeconds() - again))
        }
        if reading.intent != nil { intents += 1 }
        precondition((0...1).contains(reading.confidence), "\(input)")
      }
      print(
        "\(million + 1) million, \(intents) read as an intent, "
          + "slowest \(Int(slowest * 1e6)) µs of CPU time, "
          + "\((clock.now - start).components.seconds) s")
    }
  }
}

/// Inputs from a seed, always the same.
private struct InputMaker {
  private var dice: NoiseDice
  private let pieces: [[UInt8]]

  init(seed: Int) {
    dice = NoiseDice(seed: UInt64(truncatingIfNeeded: seed))
    let words = (SampleLexicon.written + SampleLexicon.hurried).flatMap { $0.split(separator: " ") }
    let odd = [
      "ko", "?", "!", ".", ",", "15/1", "31-12-2022", "99,64%", "1.5", "428.000.000", "8h30",
      "mùng",
      "rằm", "tháng", "quý", "nửa", "hai mươi lăm", "{", "}", "\u{0}", "\u{200B}", "\u{FEFF}", "😀",
      "Đ", "đ", "ﬁ", "Ａ", "１", "\u{301}", "\u{300}\u{302}", "wwww", "dd", "a1", "o7",
      "999999999999",
      "thứ", "tuần sau", "trước", "đến", "số", "-", "/", ":", "năm", "ngày 30 tháng 2", "%",
    ]
    pieces = (words.map { Array($0.utf8) } + odd.map { Array($0.utf8) })
  }

  mutating func next() -> [UInt8] {
    var bytes: [UInt8] = []
    let count = 1 + dice.roll(14)
    for _ in 0..<count {
      bytes += pieces[dice.roll(pieces.count)]
      if dice.roll(8) > 0 { bytes.append(UInt8(ascii: " ")) }
    }
    for _ in 0..<dice.roll(4) where !bytes.isEmpty {
      let place = dice.roll(bytes.count)
      switch dice.roll(5) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8(dice.roll(256)), at: place)
      case 3: bytes.removeLast(min(bytes.count, dice.roll(6)))
      default: if place + 1 < bytes.count { bytes.swapAt(place, place + 1) }
      }
    }
    if dice.roll(1_000) == 0 { bytes = Array(repeating: bytes, count: 60).flatMap(\.self) }
    return bytes
  }
}
