import CampaignStore
import StoreOnSQLite
import Testing

@Suite struct GroupCommitTests {
  let store: TemporaryStore
  let observed: ObservedDriver
  let box = ResultBox<Int>()

  init() throws {
    store = try .withNumbers()
    observed = ObservedDriver(store.driver)
  }

  // MARK: One job

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
