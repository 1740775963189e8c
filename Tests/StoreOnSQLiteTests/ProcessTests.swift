import CampaignStore
import Glibc
import StoreOnSQLite
import Synchronization
import Testing

/// What only several processes can show.
@Suite struct ProcessTests {
  @Test func whatWasDeliveredOutlivesTheProcess() async throws {
    let store = try TemporaryStore.withNumbers()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = store.path as String] in
      let writer = try StoreWriter<Int64>(SQLiteDriver(path: path))
      let sink = LastWords(path: path + "-delivered", limit: 2000)
      for number in 0..<5000 as Range<Int64> {
        _ = writer.submit(
          { session in
            try session.run(Numbers.insert, [.integer(number)])
            return number
          }, ticket: UInt64(number), to: sink)
      }
      writer.stop()
    }
    let delivered = try LastWords.read(store.path + "-delivered")
    let kept = Set(try store.numbers)
    #expect(delivered.count >= 2000)
    #expect(delivered.allSatisfy { kept.contains($0) })
  }

  @Test func processesTakeTurnsInWriting() async throws {
    let store = try TemporaryStore.withNumbers()
    async let server = #expect(processExitsWith: .success) { [path = store.path as String] in
      let box = ResultBox<Int>()
      let writer = try StoreWriter<Int>(SQLiteDriver(path: path))
      for number in 0..<2000 as Range<Int64> {
        let job: StoreWriter<Int>.Job = { session in
          try session.run(Numbers.insert, [.integer(number)])
        }
        _ = writer.submit(job, ticket: 0, to: box)
      }
      for delivery in box.wait(for: 2000) { _ = try delivery.result.get() }
    }
    async let command = #expect(processExitsWith: .success) { [path = store.path as String] in
      for number in 10_000..<10_050 as Range<Int64> {
        try SQLiteDriver(path: path).transaction { session in
          try session.run(Numbers.insert, [.integer(number)])
        }
      }
    }
    _ = await (server, command)
    #expect(try store.numbers.count == 2050)
  }

  @Test func aCommandGetsItsTurnWhileTheServerNeverRests() throws {
    let store = try TemporaryStore.withNumbers()
    let writer = try StoreWriter<Int>(store.driver)
    let busy = Restless(writer)
    busy.start(jobs: 200)
    let failures = Failures()
    for number in 0..<20 as Range<Int64> {
      failures.note {
        _ = try store.driver.transaction { session in
          try session.run(Numbers.insert, [.integer(-1 - number)])
        }
      }
    }
    busy.rest()
    writer.stop()
    #expect(failures.all == [])
    #expect(try store.numbers.filter { $0 < 0 }.count == 20)
  }
}

/// A sink that notes every delivery in a file and kills its process after `limit` of them.
private final class LastWords: OutcomeSink {
  private let file: Int32
  private let count = Atomic(0)
  private let limit: Int

  init(path: String, limit: Int) {
    file = open(path, O_WRONLY | O_CREAT, 0o600)
    self.limit = limit
  }

  func deliver(_ deliveries: [Delivery<Int64>]) {
    let numbers = deliveries.compactMap { try? $0.result.get() }
    numbers.withUnsafeBytes { bytes in _ = write(file, bytes.baseAddress, bytes.count) }
    let total = count.add(numbers.count, ordering: .relaxed).newValue
    if total >= limit { kill(getpid(), SIGKILL) }
  }

  static func read(_ path: String) throws -> [Int64] {
    let file = open(path, O_RDONLY)
    try #require(file >= 0)
    defer {
      close(file)
      unlink(path)
    }
    var numbers = [Int64](repeating: 0, count: 10_000)
    let bytes = numbers.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    return Array(numbers.prefix(bytes / 8))
  }
}

/// A sink that answers every result with the next job, until it rests.
private final class Restless: OutcomeSink {
  private let writer: StoreWriter<Int>
  private let next = Atomic<Int64>(0)
  private let rests = Atomic(false)

  init(_ writer: StoreWriter<Int>) { self.writer = writer }

  func start(jobs: Int) {
    for _ in 0..<jobs { submit() }
  }

  func rest() { rests.store(true, ordering: .relaxed) }

  func deliver(_ deliveries: [Delivery<Int>]) {
    if rests.load(ordering: .relaxed) { return }
    for _ in deliveries { submit() }
  }

  private func submit() {
    let number = next.add(1, ordering: .relaxed).newValue
    _ = writer.submit(
      { session in try session.run(Numbers.insert, [.integer(number)]) }, ticket: 0, to: self)
  }
}
