import CampaignStore
import TestSupport
import Testing

@Suite struct NumberingTests {
  let store = TemporaryStore()

  @Test func numbersAreTakenOnce_aloneOrSeveral() throws {
    let session = try store.driver.openWriting()
    try schema.apply(to: session)
    let numbering = Numbering(session)
    #expect(try numbering.take() == 1)
    #expect(try numbering.take(3) == 2)
    #expect(try numbering.take() == 5)
  }

  @Test func whatARolledBackChangeTookIsGivenAgain() throws {
    struct Failure: Error {}
    let session = try store.driver.openWriting()
    try schema.apply(to: session)
    #expect(throws: Failure.self) {
      try session.transaction { session in
        _ = try Numbering(session).take(10)
        throw Failure()
      }
    }
    #expect(try Numbering(session).take() == 1)
  }

  @Test func twoSessionsNeverGetTheSame() throws {
    let (one, other) = (try store.driver.openWriting(), try store.driver.openWriting())
    try schema.apply(to: one)
    var taken: [Int64] = []
    for _ in 1...5 {
      for session in [one, other] {
        taken.append(try session.transaction { try Numbering($0).take() })
      }
    }
    #expect(taken == Array(1...10))
  }

  @Test func withoutItsCounterTheStoreIsDamaged() throws {
    let session = try store.driver.openWriting()
    try schema.apply(to: session)
    try session.run(SQLStatement(once: "DELETE FROM counter"))
    do {
      _ = try Numbering(session).take()
      Issue.record("a number from nowhere")
    } catch let error as StoreError {
      #expect(error.kind == .corrupt)
    }
  }
}
