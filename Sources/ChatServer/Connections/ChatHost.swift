import Actions
import CampaignStore
import Campaigns
import CivilTime
import SecureSockets

/// What a connection needs of the loop it lives on: the clock, the knowledge, the store, and word
/// when something that takes its time has ended.
///
/// The server's host is `ChatLoop`. What is asked for here and ends later (`write`, `verify`,
/// `wake`) is never told from within the call itself.
protocol ChatHost: AnyObject {
  var now: Instant { get }
  /// Nil where the clock shows the real time.
  var simulatedNow: Instant? { get }
  var monotonicNow: MonotonicTime { get }
  var knowledge: Knowledge { get }
  var options: ServerOptions { get }
  /// The server is about to stop.
  var isDraining: Bool { get }
  /// Encoded answers of the message at hand; kept for its storage.
  var scratch: [UInt8] { get set }

  /// One state of the store for all of this turn.
  func snapshot() throws -> any SQLSession
  /// A state of the store that is not older than this call, whatever this turn has read before.
  func newestSnapshot() throws -> any SQLSession
  /// Hands a change to the writer; `ChatConnection.written` is told how it ended.
  func write(
    for waiter: Waiter, _ job: @escaping @Sendable (any SQLSession) throws -> StoreOutcome
  ) -> Submission
  /// False if too many wait; otherwise `ChatConnection.passwordVerified` is told.
  func verify(_ attempt: LoginAttempt, for connection: ConnectionID) -> Bool
  /// Not called if the connection is gone by then.
  func wake(
    _ connection: ConnectionID, after delay: Duration,
    _ action: @escaping (ChatConnection) -> Void)

  /// The person is to have what is pushed from now on.
  func entered(_ connection: ConnectionID, as person: PersonID)
  func left(_ connection: ConnectionID, as person: PersonID)
  /// Outside of a turn: what was read of the store is given back.
  func turnEnded()
  func closed(_ connection: ConnectionID)
}

/// Who is told how a job of the writer ended.
enum Waiter {
  case connection(ConnectionID)
  case reminders
  /// Should it fail, it is done again by itself one day.
  case nobody
}
