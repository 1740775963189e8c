import Actions
import CampaignStore
import Campaigns
import Reminders
import SecureSockets

/// What other threads tell a loop. Values only.
enum LoopMessage: Sendable {
  /// A job handed to the writer has ended, on disk.
  case written(Delivery<StoreOutcome>)
  /// A password was verified.
  case verified(ConnectionID, LoginAttempt, LoginVerdict)
  /// To connections of this loop.
  case pushes([PushDelivery])
  /// A loop to itself: some pushes are left for the next turn.
  case morePushes
  case knowledge(Knowledge)
  case options(ServerOptions)
  /// Somebody set or cancelled a reminder: the next may be due earlier.
  case remindersChanged
  /// The server stops: answer what is open, then end.
  case drain
}

struct PushDelivery: Sendable {
  let connection: ConnectionID
  let push: Push
}

/// What a job of the writer comes back with.
enum StoreOutcome: Sendable {
  case performed(Performed)
  case login(LoginResult)
  case reminded(ReminderSender.Sent)
  /// A push was shown in text mode and is thereby acknowledged, or had lost its point.
  case shown
  /// What became of letters is recorded.
  case mailed
}

/// A loop's mailbox as the writer sees it: one put and one wake-up per commit.
final class LoopSink: OutcomeSink {
  private let mailbox: Mailbox<LoopMessage>

  init(_ mailbox: Mailbox<LoopMessage>) {
    self.mailbox = mailbox
  }

  func deliver(_ deliveries: [Delivery<StoreOutcome>]) {
    mailbox.put(contentsOf: deliveries.map { .written($0) })
  }
}
