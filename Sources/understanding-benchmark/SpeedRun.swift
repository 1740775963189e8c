import CLinux
import CivilTime
import Glibc
import Understanding

/// Reads the same messages again and again with a lexicon of so many people.
struct SpeedRun {
  let people: Int
  /// Messages read, at least a hundred times all of them.
  var rounds = 200_000
  /// Read these instead of the usual ones.
  var messages: [String] = []

  func run() throws {
    let clock = ContinuousClock()
    let before = memory()
    let shelf = try FileShelf.filledByAnotherProcess()
    defer { shelf.remove() }
    let start = clock.now
    let recognizer = try Recognizer(files: IntentCatalogue.files(in: "intents"), memory: shelf)
    print("loaded in \(milliseconds(clock.now - start)) ms")
    let lexiconStart = clock.now
    let lexicon = SampleLexicon.large(people: people, recognizer)
    print(
      "lexicon of \(people) in \(milliseconds(clock.now - lexiconStart)) ms, memory "
        + "\(memory() - before) MB above the \(before) MB of the bare process")
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    if !messages.isEmpty { return measure("these", messages, recognizer, lexicon, now) }
    measure("as written", SampleLexicon.written, recognizer, lexicon, now)
    measure("as typed in a hurry", SampleLexicon.hurried, recognizer, lexicon, now)
    worstCases(recognizer, lexicon, now)
  }

  private func measure(
    _ name: String, _ messages: [String], _ recognizer: Recognizer, _ lexicon: Lexicon,
    _ now: Instant
  ) {
    let texts = messages.map { Array($0.utf8) }
    var durations = [[Double]](repeating: [], count: texts.count)
    // Messages a second of processor time, of each hundredth of the run: the machine's pace changes.
    var paces: [Double] = []
    let passes = max(1, rounds / texts.count / 100)
    let clock = ContinuousClock()
    for _ in 0..<100 {
      let begin = cpuSeconds()
      for _ in 0..<passes {
        for (index, text) in texts.enumerated() {
          let start = clock.now
          _ = recognizer.read(text.span, lexicon: lexicon, now: now)
          durations[index].append(microseconds(clock.now - start))
        }
      }
      paces.append(Double(passes * texts.count) / (cpuSeconds() - begin))
    }
    let all = durations.flatMap(\.self).sorted()
    paces.sort()
    let characters = messages.map(\.count).reduce(0, +) / messages.count
    print(
      "\(name), \(characters) characters on average: \(Int(paces.percentile(50))) messages/s of CPU "
        + "time, \(Int(paces.percentile(90))) in the quietest tenth, "
        + [50, 99, 99.9].map { "p\($0) \(all.percentile($0)) µs" }.joined(separator: ", "))
    for (message, durations) in zip(messages, durations) {
      print("  p50 \(durations.sorted().percentile(50)) µs: \(message)")
    }
  }

  private func worstCases(_ recognizer: Recognizer, _ lexicon: Lexicon, _ now: Instant) {
    for (name, unit) in [
      ("names", "chị Hoa "), ("dates", "15/1 mai "), ("typos", "đăgn kýy "),
      ("letters", "abcdefg "),
      ("one long word", "nguyenthihoa"), ("numbers", "1.2,3/4-5 "), ("orders", "đăng ký lđtt cho "),
      ("signs", "?,.!"), ("titles", "bà chị Nguyễn "), ("single letters", "a b c d e "),
      ("telex", "ddawng kys "), ("vni", "d9a8ng ky1 "),
    ] {
      var bytes: [UInt8] = []
      while bytes.count < 4_096 { bytes += Array(unit.utf8) }
      let message = Array(bytes.prefix(4_096))
      var longest = 0.0
      for _ in 0..<20 {
        let start = cpuSeconds()
        _ = recognizer.read(message.span, lexicon: lexicon, now: now)
        longest = max(longest, (cpuSeconds() - start) * 1e6)
      }
      print("4096 bytes of \(name): at most \(Int(longest)) µs of CPU time")
    }
  }
}

/// Processor time of this thread, which a busy machine does not stretch as it does the clock.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func milliseconds(_ duration: Duration) -> Int { Int(microseconds(duration) / 1000) }

func microseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
}

/// Resident memory of this process in megabytes, without what was given back.
private func memory() -> Int {
  malloc_trim(0)
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var line = [UInt8](repeating: 0, count: 100)
  let count = fread(&line, 1, line.count, file)
  let fields = String(decoding: line[..<count], as: UTF8.self).split(separator: " ")
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) / 1_048_576 : 0
}

extension [Double] {
  /// Of a sorted array.
  func percentile(_ percent: Double) -> Double {
    isEmpty
      ? 0 : (self[Swift.min(count - 1, Int(Double(count) * percent / 100))] * 100).rounded() / 100
  }
}
