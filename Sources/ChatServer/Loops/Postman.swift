import CampaignStore
import Campaigns
import CivilTime
import Dispatch
package import Mail
package import MailDelivery
import Replies
import Synchronization

/// How reminders leave the house by mail.
package struct MailService: Sendable {
  package let transport: any MailTransport
  /// Who writes.
  package let sender: MailAddress

  package init(_ transport: any MailTransport, from sender: MailAddress) {
    self.transport = transport
    self.sender = sender
  }
}

/// Takes what waits in the store to the mail server, on a thread of its own: a slow mail server
/// delays nobody.
///
/// A row is marked after the server took the message, so it goes out at least once; a message that
/// goes twice has the same id.
final class Postman: Sendable {
  private let service: MailService
  private let clock: ServerClock
  private let writer: StoreWriter<StoreOutcome>
  private let queue = DispatchQueue(label: "postman")
  private let wakeUp = DispatchSemaphore(value: 0)
  private let isStopped = Mutex(false)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// How often it looks, in real time: what is mailed is not urgent.
  private static let pause = DispatchTimeInterval.seconds(5)
  /// So few at once that a crash repeats few.
  private static let batch = 20

  init(_ service: MailService, clock: ServerClock, writer: StoreWriter<StoreOutcome>) {
    self.service = service
    self.clock = clock
    self.writer = writer
  }

  /// Starts the thread; a store that cannot be opened is tried again.
  func start(openSession: @escaping @Sendable () throws -> any ReadingSession) {
    queue.async { [self] in
      defer { hasEnded.signal() }
      while !isStopped.withLock({ $0 }) {
        do {
          let session = try openSession()
          while !isStopped.withLock({ $0 }) {
            if try deliverSome(session) == 0 { _ = wakeUp.wait(timeout: .now() + Self.pause) }
          }
        } catch {
          ServerLog.error("mail", error)
          _ = wakeUp.wait(timeout: .now() + Self.pause)
        }
      }
    }
  }

  /// Returns when the thread has ended, or once `patience` is over: a mail server that hangs does not
  /// keep the server from stopping. What was not marked by then goes out again, under the same id.
  func stop(within patience: Duration) {
    isStopped.withLock { $0 = true }
    wakeUp.signal()
    _ = hasEnded.wait(timeout: .now() + .seconds(Int(patience.components.seconds)))
  }

  /// How many were tried.
  private func deliverSome(_ session: any ReadingSession) throws -> Int {
    let now = clock.now()
    let due = try session.withSnapshot { try MailTable($0).due(at: now, atMost: Self.batch) }
    if due.isEmpty { return 0 }
    let messages = due.map { message(for: $0, at: now) }
    let outcomes = service.transport.deliver(messages.compactMap(\.self))
    try record(due, messages, outcomes, at: now)
    return due.count
  }

  /// `nil` for an address that no mail can be sent to.
  private func message(for due: MailTable.Due, at now: Instant) -> MailMessage? {
    guard let to = try? MailAddress(due.address),
      let id = try? MailID("\(due.push.wireID).\(due.push.createdAt.milliseconds)@thi-dua.invalid")
    else { return nil }
    let letter = due.push.letter(at: now)
    return MailMessage(
      id: id, from: service.sender, to: to, date: due.push.createdAt, subject: letter.subject,
      text: letter.text)
  }

  /// Returns once it is on disk: until then the same rows would be found again.
  private func record(
    _ due: [MailTable.Due], _ messages: [MailMessage?], _ outcomes: [MailOutcome], at now: Instant
  ) throws {
    var left = outcomes[...]
    let ends = zip(due, messages).map { due, message in
      (due.push.id, due.attempts, message == nil ? nil : left.popFirst())
    }
    let sink = WaitingSink()
    let submission = writer.submit(
      { session in
        let table = MailTable(session)
        try table.settleSeen()
        for (push, attempts, outcome) in ends {
          switch outcome {
          case .accepted: try table.markSent(push)
          case .later(let problem):
            try table.postpone(push, attempts: attempts, at: now, because: "\(problem)")
          case .refused(let problem): try table.markRefused(push, because: "\(problem)")
          case nil: try table.markRefused(push, because: "no mail address")
          }
        }
        return .mailed
      }, ticket: 0, to: sink)
    guard submission == .accepted else { throw StoreError(.begin, .busy, detail: "mail") }
    try sink.wait()
  }
}

/// Lets a thread that is no loop wait for the writer.
private final class WaitingSink: OutcomeSink {
  private let done = DispatchSemaphore(value: 0)
  private let failure = Mutex<(any Error)?>(nil)

  func deliver(_ deliveries: [Delivery<StoreOutcome>]) {
    for case .failure(let error) in deliveries.map(\.result) { failure.withLock { $0 = error } }
    done.signal()
  }

  func wait() throws {
    done.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
