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
  private let newestDirectory: @Sendable () -> Directory
  private let queue = DispatchQueue(label: "postman")
  private let wakeUp = DispatchSemaphore(value: 0)
  private let isStopped = Mutex(false)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// How often it looks, in real time: what is mailed is not urgent.
  private static let pause = DispatchTimeInterval.seconds(5)
  /// So few at once that a crash repeats few.
  private static let batch = 20

  /// - Parameter directory: who and what is known at the moment.
  init(
    _ service: MailService, clock: ServerClock, writer: StoreWriter<StoreOutcome>,
    directory: @escaping @Sendable () -> Directory
  ) {
    self.service = service
    self.clock = clock
    self.writer = writer
    newestDirectory = directory
  }

  /// Starts the thread; a store that cannot be opened is tried again.
  func start(openSession: @escaping @Sendable () throws -> any ReadingSession) {
    queue.async { [self] in
      defer { hasEnded.signal() }
      while !isStopped.withLock({ $0 }) {
        do {
          let session = try openSession()
          var book = CaseBook()
          while !isStopped.withLock({ $0 }) {
            if try deliverSome(session, &book) > 0 { continue }
            _ = wakeUp.wait(timeout: .now() + Self.pause)
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
  private func deliverSome(_ session: any ReadingSession, _ book: inout CaseBook) throws -> Int {
    let now = clock.now()
    let errands = try session.withSnapshot { try self.errands(at: now, &book, on: $0) }
    if errands.isEmpty { return 0 }
    let messages = errands.compactMap(\.message)
    try record(errands, service.transport.deliver(messages), at: now)
    return errands.count
  }

  /// One row, and what is to be done about it.
  private struct Errand: Sendable {
    let due: MailTable.Due
    let kind: Kind

    enum Kind: Sendable {
      case send(MailMessage)
      /// All that it says was done in the meantime.
      case pointless
      case badAddress
    }

    var message: MailMessage? {
      if case .send(let message) = kind { message } else { nil }
    }
  }

  /// What waited for its turn, or for a mail server, is looked at once more before it goes.
  private func errands(
    at now: Instant, _ book: inout CaseBook, on session: any SQLSession
  ) throws -> [Errand] {
    let due = try MailTable(session).due(at: now, atMost: Self.batch)
    if due.isEmpty { return [] }
    let directory = newestDirectory()
    let ledger = try DutyLedger(
      standing: due.map(\.push), in: directory, book: &book, on: session)
    return due.map { due in
      guard let person = directory.people[due.push.recipient],
        let push = ledger.current(due.push, for: person, in: directory)
      else { return Errand(due: due, kind: .pointless) }
      let message = message(saying: push, to: due.address, at: now)
      return Errand(due: due, kind: message.map { .send($0) } ?? .badAddress)
    }
  }

  /// `nil` for an address that no mail can be sent to.
  private func message(saying push: Push, to address: String, at now: Instant) -> MailMessage? {
    guard let to = try? MailAddress(address),
      let id = try? MailID("\(push.wireID).\(push.createdAt.milliseconds)@thi-dua.invalid")
    else { return nil }
    let letter = push.letter(at: now)
    return MailMessage(
      id: id, from: service.sender, to: to, date: push.createdAt, subject: letter.subject,
      text: letter.text)
  }

  /// Returns once it is on disk: until then the same rows would be found again.
  ///
  /// - Parameter outcomes: of those that were sent, in their order.
  private func record(_ errands: [Errand], _ outcomes: [MailOutcome], at now: Instant) throws {
    var left = outcomes[...]
    let ends = errands.map { errand in
      (errand: errand, outcome: errand.message == nil ? nil : left.popFirst())
    }
    let sink = WaitingSink()
    let submission = writer.submit(
      { session in
        let table = MailTable(session)
        for (errand, outcome) in ends {
          let push = errand.due.push
          switch (errand.kind, outcome) {
          case (.pointless, _):
            try PushTable(session).markPointless([push.id], of: push.recipient, at: now)
          case (.badAddress, _): try table.markRefused(push.id, because: "no mail address")
          case (.send, .accepted): try table.markSent(push.id)
          case (.send, .refused(let problem)):
            try table.markRefused(push.id, because: "\(problem)")
          case (.send, .later(let problem)):
            try table.postpone(
              push.id, attempts: errand.due.attempts, at: now, because: "\(problem)")
          case (.send, nil):
            try table.postpone(
              push.id, attempts: errand.due.attempts, at: now, because: "no answer")
          }
        }
        try table.settleSeen()
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
