import CivilTime
import Glibc
import Understanding

/// Reads the same mixed messages again and again with a lexicon of so many people.
struct SpeedRun {
  let people: Int

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let catalogue = try IntentCatalogue(directory: "intents")
    print("catalogue read in \(milliseconds(clock.now - start)) ms")
    let recognizer = try Recognizer(catalogue)
    print("ready in \(milliseconds(clock.now - start)) ms, memory \(memoryInMegabytes()) MB")
    let lexiconStart = clock.now
    let lexicon = SampleLexicon.large(people: people, recognizer)
    print(
      "lexicon of \(people) in \(milliseconds(clock.now - lexiconStart)) ms, memory "
        + "\(memoryInMegabytes()) MB")
    guard let now = Instant(iso: "2022-01-07T08:00:00+07:00") else { return }
    measure(recognizer, lexicon, now)
    worstCases(recognizer, lexicon, now)
  }

  private func measure(_ recognizer: Recognizer, _ lexicon: Lexicon, _ now: Instant) {
    let messages = SampleLexicon.messages.map { Array($0.utf8) }
    var durations: [Double] = []
    durations.reserveCapacity(200_000)
    var understood = 0
    let clock = ContinuousClock()
    let begin = cpuSeconds()
    for round in 0..<(200_000 / messages.count) {
      for message in messages {
        let start = clock.now
        let reading = recognizer.read(message.span, lexicon: lexicon, now: now)
        if round > 2 { durations.append(microseconds(clock.now - start)) }
        if reading.intent != nil { understood += 1 }
      }
    }
    let elapsed = cpuSeconds() - begin
    durations.sort()
    let bytes = messages.map(\.count).reduce(0, +) / messages.count
    print("messages of \(bytes) bytes on average, \(understood) readings with an intent")
    print(
      "\(Int(200_000 / elapsed)) messages/s of CPU time, p50 \(durations.percentile(50)) µs, "
        + "p99 \(durations.percentile(99)) µs, p99.9 \(durations.percentile(99.9)) µs")
  }

  private func worstCases(_ recognizer: Recognizer, _ lexicon: Lexicon, _ now: Instant) {
    let clock = ContinuousClock()
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
        let start = clock.now
        _ = recognizer.read(message.span, lexicon: lexicon, now: now)
        longest = max(longest, microseconds(clock.now - start))
      }
      print("4096 bytes of \(name): at most \(Int(longest)) µs")
    }
  }
}

/// Processor time of this thread, which a busy machine does not stretch as it does the clock.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func milliseconds(_ duration: Duration) -> Int { Int(microseconds(duration) / 1000) }

func microseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
}

/// Resident memory of this process.
func memoryInMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

extension [Double] {
  /// Of a sorted array.
  func percentile(_ percent: Double) -> Double {
    isEmpty
      ? 0 : (self[Swift.min(count - 1, Int(Double(count) * percent / 100))] * 100).rounded() / 100
  }
}
