import Campaigns
import CivilTime
import Testing

@testable import ChatServer
@testable import SecureSockets

@Suite struct HubTests {
  private let group: EventLoopGroup<LoopMessage>
  private let hub: Hub

  init() throws {
    group = try EventLoopGroup(loops: 2)
    hub = Hub(group.mailboxes)
  }

  private func connection(_ slot: Int, onLoop loop: Int) -> ConnectionID {
    ConnectionID(loop: loop, slot: slot, generation: 1)
  }

  private func push(_ id: PushID, to person: PersonID) -> Push {
    let digest = ReminderDigest(
      day: CivilDate(daysSinceEpoch: 19_000), isLate: false, duties: [], missing: [])
    return Push(
      id: id, recipient: person, content: .reminder(digest), createdAt: Instant(milliseconds: 0))
  }

  /// What came into a loop's mailbox: one list per put.
  private func parcels(ofLoop loop: Int) -> [[PushDelivery]] {
    group.mailboxes[loop].take().compactMap {
      if case .pushes(let parcel) = $0 { parcel } else { nil }
    }
  }

  @Test func nobodyIsToldWhoIsNotOnline() {
    hub.announce([push(1, to: 7)])
    #expect(parcels(ofLoop: 0).isEmpty)
    #expect(parcels(ofLoop: 1).isEmpty)
  }

  @Test func everyConnectionOfAPersonIsTold() {
    let first = connection(1, onLoop: 0)
    let second = connection(2, onLoop: 1)
    hub.enter(first, as: 7)
    hub.enter(second, as: 7)
    hub.enter(connection(3, onLoop: 1), as: 8)
    hub.announce([push(1, to: 7)])
    #expect(parcels(ofLoop: 0).map { $0.map(\.connection) } == [[first]])
    #expect(parcels(ofLoop: 1).map { $0.map(\.connection) } == [[second]])
  }

  @Test func onePutPerLoopInTheOrderOfThePushes() {
    hub.enter(connection(1, onLoop: 0), as: 7)
    hub.enter(connection(2, onLoop: 0), as: 8)
    hub.announce([push(1, to: 7), push(2, to: 8), push(3, to: 7), push(4, to: 9)])
    #expect(parcels(ofLoop: 0).map { $0.map(\.push.id) } == [[1, 2, 3]])
    #expect(parcels(ofLoop: 1).isEmpty)
  }

  @Test func whoLeftIsNotToldAndTheOthersAre() {
    let first = connection(1, onLoop: 0)
    let second = connection(2, onLoop: 0)
    hub.enter(first, as: 7)
    hub.enter(second, as: 7)
    hub.leave(first, as: 7)
    hub.announce([push(1, to: 7)])
    #expect(parcels(ofLoop: 0).map { $0.map(\.connection) } == [[second]])
    hub.leave(second, as: 7)
    hub.leave(second, as: 7)
    hub.announce([push(2, to: 7)])
    #expect(parcels(ofLoop: 0).isEmpty)
  }
}
