import CampaignStore
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

  // MARK: One job

  @Test func whatIsDeliveredIsCommitted() throws {
    let writer = try StoreWriter<Int>(store.driver)
    #expect(writer.submit(Numbers.inserting(7), ticket: 99, to: box) == .accepted)
    let delivery = try #require(box.wait(for: 1).first)
    #expect(delivery.ticket == 99)
    #expect(try delivery.result.get() == 1)
    #expect(try store.numbers == [7])
  }

  @Test func aLoneJobNeedsNoSavepoint() throws {
    let writer = try StoreWriter<Int>(observed)
    _ = writer.submit(Numbers.inserting(1), ticket: 0, to: box)
    _ = box.wait(for: 1)
    #expect(observed.acts == ["begin", "commit"])
  }

  @Test func aLoneJobThatFailsLeavesNothing() throws {
    let writer = try StoreWriter<Int>(observed)
    _ = writer.submit(Numbers.inserting(1, 1), ticket: 0, to: box)
    let delivery = try #require(box.wait(for: 1).first)
    #expect(delivery.failure?.kind == .constraint(.unique))
    #expect(observed.acts == ["begin", "rollback"])
    #expect(try store.numbers == [])
  }

  @Test func whatAJobThrowsIsDelivered() throws {
    struct Refused: Error {}
    let writer = try StoreWriter<Int>(store.driver)
    _ = writer.submit({ _ in throw Refused() }, ticket: 0, to: box)
    let delivery = try #require(box.wait(for: 1).first)
    #expect(throws: Refused.self) { try delivery.result.get() }
  }

  // MARK: A group

  @Test func aFailedJobUndoesOnlyItself() throws {
    let deliveries = try group([
      Numbers.inserting(1), Numbers.inserting(2, 1), Numbers.inserting(3), Numbers.inserting(2),
    ])
    #expect(deliveries.map(\.failure?.kind) == [nil, .constraint(.unique), nil, nil])
    #expect(try store.numbers == [1, 2, 3])
    #expect(
      observed.acts == [
        "begin", "set", "release", "set", "undo", "set", "release", "set", "release", "commit",
      ])
  }

  @Test func aJobThatSwallowsAFailureFailsAlone() throws {
    let swallowing: StoreWriter<Int>.Job = { session in
      try session.run(Numbers.insert, [.integer(2)])
      _ = failure { try session.run(Numbers.insert, [.integer(1)]) }
      return 0
    }
    let grouped = try group([Numbers.inserting(1), swallowing, Numbers.inserting(3)])
    #expect(grouped.map(\.failure?.kind) == [nil, .misuse, nil])
    #expect(try store.numbers == [1, 3])
    let alone = try #require(try group([swallowing], sinks: [ResultBox()]).last)
    #expect(alone.failure?.kind == .misuse)
    #expect(try store.numbers == [1, 3])
  }

  @Test func jobsRunInTheOrderTheyCameAndSeeEachOther() throws {
    let deliveries = try group((0..<100).map { Numbers.inserting(1000 - $0) })
    #expect(deliveries.map(\.ticket) == Array(0..<100))
    #expect(try deliveries.map { try $0.result.get() } == Array(1...100))
  }

  @Test(arguments: [(2, 5, 3), (5, 5, 1), (4, 5, 2), (1, 3, 3)])
  func atMostSoManyShareACommit(limit: Int, jobs: Int, commits: Int) throws {
    _ = try group((0..<jobs).map { Numbers.inserting(Int64($0)) }, batchLimit: limit)
    #expect(observed.acts.filter { $0 == "commit" }.count == commits)
  }

  @Test func everySinkGetsOneParcelForEachCommit() throws {
    let other = ResultBox<Int>()
    _ = try group(
      (0..<6).map { Numbers.inserting($0) }, sinks: [box, other, box, other, other, box])
    #expect(box.delivered.map { $0.map(\.ticket) } == [[0, 2, 5]])
    #expect(other.delivered.map { $0.map(\.ticket) } == [[1, 3, 4]])
  }

  // MARK: What fails the whole group

  @Test func aConstraintBrokenAtTheCommitFailsTheGroup() throws {
    try store.driver.transaction { session in
      try session.run(
        SQLStatement(
          """
          CREATE TABLE child (n BIGINT REFERENCES number (n) DEFERRABLE INITIALLY DEFERRED)
          """))
    }
    let deliveries = try group([
      Numbers.inserting(1),
      { session in try session.run(SQLStatement("INSERT INTO child (n) VALUES (5)")) },
      Numbers.inserting(1),
    ])
    #expect(deliveries.map(\.failure?.act) == [.commit, .commit, .commit])
    #expect(deliveries.map(\.failure?.kind).allSatisfy { $0 == .constraint(.foreignKey) })
    #expect(try store.numbers == [])
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

  @Test func aJobThatEndsTheTransactionFailsTheGroup() throws {
    let deliveries = try group([
      Numbers.inserting(1),
      { session in try session.run(SQLStatement("ROLLBACK")) },
      Numbers.inserting(2),
    ])
    #expect(
      deliveries.map(\.failure?.kind) == [.transactionLost, .transactionLost, .transactionLost])
    #expect(try store.numbers == [])
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

  /// Runs `jobs` so that as many as allowed share a commit, and returns their deliveries in the
  /// order of their tickets. The acts of the observed driver are those of the jobs alone.
  private func group(
    _ jobs: [StoreWriter<Int>.Job], sinks: [ResultBox<Int>]? = nil, batchLimit: Int = 256
  ) throws -> [Delivery<Int>] {
    observed.forgetAll()
    let gate = Gate()
    let gateBox = ResultBox<Int>()
    let sinks = sinks ?? jobs.map { _ in box }
    let writer = try StoreWriter<Int>(observed, batchLimit: batchLimit)
    _ = writer.submit(gate.job, ticket: 0, to: gateBox)
    gate.waitUntilReached()
    for (ticket, (job, sink)) in zip(jobs, sinks).enumerated() {
      _ = writer.submit(job, ticket: UInt64(ticket), to: sink)
    }
    gate.open()
    writer.stop()
    observed.forgetFirst(["begin", "commit"])
    return sinks.reduce(into: [ResultBox<Int>]()) { all, sink in
      if !all.contains(where: { $0 === sink }) { all.append(sink) }
    }.flatMap { $0.delivered.flatMap { $0 } }.sorted { $0.ticket < $1.ticket }
  }
}

/// A job that holds the writer's thread until it is let go.
private final class Gate: Sendable {
  private let reached = Semaphore()
  private let opened = Semaphore()

  var job: StoreWriter<Int>.Job {
    { _ in
      self.reached.post()
      self.opened.wait()
      return 0
    }
  }

  func waitUntilReached() { reached.wait() }
  func open() { opened.post() }
}

extension Delivery {
  fileprivate var failure: StoreError? {
    if case .failure(let error) = result { error as? StoreError } else { nil }
  }
}
