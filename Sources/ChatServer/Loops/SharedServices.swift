import CampaignStore
import SecureSockets

/// What all loops of a server share; everything in it may be used from every thread.
struct SharedServices: Sendable {
  /// At the start; a loop has the newest.
  let options: ServerOptions
  let clock: ServerClock
  let hub: Hub
  let writer: StoreWriter<StoreOutcome>
  let passwords: PasswordThreads
  let mailboxes: [Mailbox<LoopMessage>]
  /// Runs on the caretaker: certificates and `intents/` anew.
  let requestReload: @Sendable () -> Void
  /// A change that may concern the directory is on disk: the caretaker looks.
  let storeChanged: @Sendable () -> Void
  /// No new connections from now on.
  let stopAccepting: @Sendable () -> Void
}
