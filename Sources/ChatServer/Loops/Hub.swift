import Campaigns
import SecureSockets
import Synchronization

/// Who is online, and where.
///
/// - Announce only what is committed.
/// - A connection is entered before its waiting pushes are read, so that a push made at that
///   moment comes at least once; the connection drops what it has shown already.
/// - Nothing is written to a connection here: a loop's mailbox gets the pushes of its connections.
final class Hub: Sendable {
  private let online = Mutex<[PersonID: [ConnectionID]]>([:])
  private let mailboxes: [Mailbox<LoopMessage>]

  init(_ mailboxes: [Mailbox<LoopMessage>]) {
    self.mailboxes = mailboxes
  }

  func enter(_ connection: ConnectionID, as person: PersonID) {
    online.withLock { $0[person, default: []].append(connection) }
  }

  func leave(_ connection: ConnectionID, as person: PersonID) {
    online.withLock { online in
      online[person]?.removeAll { $0 == connection }
      if online[person]?.isEmpty ?? false { online[person] = nil }
    }
  }

  /// One put per loop, however many pushes.
  func announce(_ pushes: [Push]) {
    guard !pushes.isEmpty else { return }
    var parcels = [[PushDelivery]](repeating: [], count: mailboxes.count)
    online.withLock { online in
      for push in pushes {
        for connection in online[push.recipient] ?? [] {
          parcels[connection.loop].append(PushDelivery(connection: connection, push: push))
        }
      }
    }
    for (mailbox, parcel) in zip(mailboxes, parcels) where !parcel.isEmpty {
      mailbox.put(.pushes(parcel))
    }
  }
}
