import Actions
import CampaignStore
import Campaigns
import CivilTime
import Synchronization
import TestSupport
import Testing

/// On the server many changes share a commit: a refusal among them takes nothing along and leaves
/// nothing behind.
@Suite struct GroupedChangesTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func togetherTheyDoWhatTheyDoOneByOne(seed: UInt64) throws {
    let (alone, together) = (try Office(at: "2022-01-13 08:00"), try Office(at: "2022-01-13 08:00"))
    var script = RandomScript(alone, seed: seed)
    let changes = (0..<120).map { _ in script.next() }

    let expected = changes.map { cast, change in
      Ending { try alone.perform(change, as: cast) }
    }
    let endings = try perform(changes, on: together)
    #expect(endings == expected)
    #expect(endings.contains { $0.isRefused } && endings.contains { !$0.isRefused })
    let (one, other) = (try alone.contents(), try together.contents())
    #expect(one.differences(from: other) == [])
    try History(together.session).expectComplete()
  }

  private func perform(_ changes: [(Cast, Change)], on office: Office) throws -> [Ending] {
    let writer = try StoreWriter<Performed>(office.store.driver)
    let results = Results()
    let directory = office.directory
    let now = office.now
    for (index, (cast, change)) in changes.enumerated() {
      let speaker = office.speaker(cast)
      let submission = writer.submit(
        { try Clerk(directory, on: $0, for: speaker, at: now).perform(change) },
        ticket: UInt64(index), to: results)
      #expect(submission == .accepted)
    }
    writer.stop()
    return results.inOrder
  }
}

/// What came of a change, to be compared.
private struct Ending: Hashable {
  let outcome: Outcome?
  let refusal: Refusal?
  let pushes: [Push]

  var isRefused: Bool { refusal != nil }

  init(_ perform: () throws -> Performed) {
    self.init(Result { try perform() })
  }

  init(_ result: Result<Performed, any Error>) {
    switch result {
    case .success(let performed):
      outcome = performed.outcome
      refusal = nil
      pushes = performed.pushes
    case .failure(let error):
      outcome = nil
      refusal = error as? Refusal
      pushes = []
      if refusal == nil { Issue.record(error) }
    }
  }
}

/// Collects what the writer delivers.
private final class Results: OutcomeSink {
  private let endings = Mutex<[UInt64: Ending]>([:])

  func deliver(_ deliveries: [Delivery<Performed>]) {
    endings.withLock { endings in
      for delivery in deliveries { endings[delivery.ticket] = Ending(delivery.result) }
    }
  }

  /// Once the writer has stopped.
  var inOrder: [Ending] {
    endings.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
  }
}
