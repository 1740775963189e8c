import CampaignStore
import Glibc
import StoreOnSQLite
import Synchronization
import Testing

@Suite struct StoreWriterTests {
  let store: TemporaryStore
  let observed: ObservedDriver
  let box = ResultBox<Int>()

  init() throws {
    store = try .withNumbers()
    observed = ObservedDriver(store.driver)
  }

  // MARK: Results

  @Test func whatIsDeliveredIsCommitted() throws {
    let writer = try StoreWriter<Int>(store.driver)
    #expect(writer.submit(Numbers.inserting(7), ticket: 99, to: box) == .accepted)
    let delivery = try #require(box.wait(for: 1).first)
    #expect(delivery.ticket == 99)
    #expect(try delivery.result.get() == 1)
    #expect(try store.numbers == [7])
  }

  @Test func whatAJobThrowsIsDelivered() throws {
    struct Refused: Error {}
    let writer = try StoreWriter<Int>(store.driver)
    _ = writer.submit({ _ in throw Refused() }, ticket: 0, to: box)
    let delivery = try #require(box.wait(for: 1).first)
    #expect(throws: Refused.self) { try delivery.result.get() }
  }

  @Test func aFailedCommitKeepsNothingAndTheNextOneWorks() throws {
    observed.failNextCommit(with: StoreError(.commit, .full))
    let writer = try StoreWriter<Int>(observed)
    _ = writer.submit(Numbers.inserting(1), ticket: 0, to: box)
    #expect(box.wait(for: 1).last?.failure == StoreError(.commit, .full))
    _ = writer.submit(Numbers.inserting(2), ticket: 1, to: box)
    #expect(box.wait(for: 1).last?.failure == nil)
    #expect(try store.numbers == [2])
  }

  @Test func aLockedStoreFailsTheJobAndLaterItWorks() throws {
    let impatient = SQLiteDriver(path: store.path, patienceInMilliseconds: 0)
    let writer = try StoreWriter<Int>(impatient)
    let other = try store.driver.openWriting()
    try other.begin()
    _ = writer.submit(Numbers.inserting(1), ticket: 0, to: box)
    #expect(box.wait(for: 1).last?.failure == StoreError(.begin, .busy, code: 5))
    try other.rollback()
    _ = writer.submit(Numbers.inserting(1), ticket: 1, to: box)
    #expect(box.wait(for: 1).last?.failure == nil)
  }

  // MARK: Bounds and the end

  @Test func aFullQueueRefusesUntilResultsAreOut() throws {
    let gate = Gate()
    let writer = try StoreWriter<Int>(store.driver, queueLimit: 2)
    #expect(writer.submit(gate.job, ticket: 0, to: box) == .accepted)
    gate.waitUntilReached()
    #expect(writer.submit(Numbers.inserting(1), ticket: 1, to: box) == .accepted)
    #expect(writer.submit(Numbers.inserting(2), ticket: 2, to: box) == .full)
    gate.open()
    _ = box.wait(for: 2)
    #expect(writer.submit(Numbers.inserting(3), ticket: 3, to: box) == .accepted)
    _ = box.wait(for: 1)
    #expect(try store.numbers == [1, 3])
  }

  @Test func stopDeliversWhatWasAcceptedAndRefusesTheRest() throws {
    let writer = try StoreWriter<Int>(store.driver)
    for number in 0..<50 as Range<Int64> {
      _ = writer.submit(Numbers.inserting(number), ticket: UInt64(number), to: box)
    }
    writer.stop()
    #expect(box.delivered.flatMap { $0 }.map(\.ticket) == Array(0..<50))
    #expect(writer.submit(Numbers.inserting(99), ticket: 99, to: box) == .stopped)
    #expect(try store.numbers == Array(0..<50))
    writer.stop()
  }

  @Test func stopClosesTheStore() throws {
    let writer = try StoreWriter<Int>(store.driver)
    _ = writer.submit(Numbers.inserting(1), ticket: 0, to: box)
    writer.stop()
    // The last to close moves the log into the file and takes it away.
    #expect(access(store.path + "-wal", F_OK) != 0)
  }

  @Test func aForgottenWriterStopsByItself() throws {
    do {
      let writer = try StoreWriter<Int>(store.driver)
      _ = writer.submit(Numbers.inserting(1), ticket: 0, to: box)
    }
    #expect(box.delivered.count == 1)
  }

  @Test func aSinkMaySubmitAndStopWhileItIsDeliveredTo() throws {
    final class Echo: OutcomeSink {
      let writer = Mutex<StoreWriter<Int>?>(nil)
      let answers = Mutex<[Submission]>([])
      let box: ResultBox<Int>
      init(_ box: ResultBox<Int>) { self.box = box }
      func deliver(_ deliveries: [Delivery<Int>]) {
        let writer = writer.withLock { $0 }
        let accepted = writer?.submit(Numbers.inserting(2), ticket: 1, to: box)
        writer?.stop()
        let refused = writer?.submit(Numbers.inserting(3), ticket: 2, to: box)
        answers.withLock { $0 = [accepted, refused].compactMap { $0 } }
      }
    }
    let echo = Echo(box)
    let writer = try StoreWriter<Int>(store.driver, queueLimit: 1)
    echo.writer.withLock { $0 = writer }
    _ = writer.submit(Numbers.inserting(1), ticket: 0, to: echo)
    _ = box.wait(for: 1)
    writer.stop()
    echo.writer.withLock { $0 = nil }
    #expect(echo.answers.withLock { $0 } == [.accepted, .stopped])
    #expect(try store.numbers == [1, 2])
  }

  @Test func aWriterMayEndWithTheSinkThatHoldsIt() throws {
    final class Owner: OutcomeSink {
      let writer = Mutex<StoreWriter<Int>?>(nil)
      let box: ResultBox<Int>
      init(_ box: ResultBox<Int>) { self.box = box }
      func deliver(_ deliveries: [Delivery<Int>]) {
        writer.withLock { $0 = nil }
        box.deliver(deliveries)
      }
    }
    let owner = Owner(box)
    owner.writer.withLock { $0 = try? StoreWriter<Int>(store.driver) }
    _ = owner.writer.withLock { $0?.submit(Numbers.inserting(1), ticket: 0, to: owner) }
    #expect(box.wait(for: 1).first?.failure == nil)
    #expect(try store.numbers == [1])
  }

  @Test func manyThreadsGetEveryResultOnceAndInTheirOrder() throws {
    let writer = try StoreWriter<Int>(store.driver)
    let boxes = (0..<8).map { _ in ResultBox<Int>() }
    concurrently(8) { thread in
      for number in 0..<200 {
        let job = Numbers.inserting(Int64(thread * 1000 + number))
        _ = writer.submit(job, ticket: UInt64(number), to: boxes[thread])
      }
      _ = boxes[thread].wait(for: 200)
    }
    for box in boxes {
      #expect(box.delivered.flatMap { $0 }.map(\.ticket) == Array(0..<200))
    }
    #expect(try store.numbers.count == 1600)
  }

  @Test func aStoreThatCannotBeOpenedIsToldAtOnce() throws {
    #expect(throws: StoreError.self) {
      try StoreWriter<Int>(SQLiteDriver(path: store.path + "/under/a/file"))
    }
  }

}
