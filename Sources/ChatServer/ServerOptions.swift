/// What an operator can set. The file `deploy/thidua.yaml` explains each with its why.
package struct ServerOptions: Sendable {
  package var chatHost = "127.0.0.1"
  /// 0 takes a free port.
  package var chatPort: UInt16 = 7697
  /// One event loop, and one thread, for each.
  package var loops = 2
  package var maximumConnections = 20_000
  /// Lines of one connection that may wait while one of them is being written or verified.
  package var pendingLines = 256
  /// Silent guests are sent away after this; people who are logged in wait for reminders.
  package var guestIdle: Duration = .seconds(15 * 60)
  package var memberIdle: Duration = .seconds(24 * 3600)
  package var handshake: Duration = .seconds(10)
  /// How long a stop waits for answers that are under way.
  package var drain: Duration = .seconds(10)
  /// Threads that verify passwords, each with 32 MB for a tenth of a second.
  package var passwordThreads = 2
  /// `nil` where reminders do not go by mail.
  package var mail: MailService?

  package init() {}
}
