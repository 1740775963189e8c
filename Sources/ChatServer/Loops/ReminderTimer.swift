import CampaignStore
import CivilTime
import Reminders
import SecureSockets

/// Wakes when a reminder is due and has it written, a batch after the other; the loop announces each
/// after its commit.
///
/// On one loop of the server only.
final class ReminderTimer {
  private unowned let owner: ChatLoop
  private let servingSince: Instant
  private var wakeUp: WakeUp?
  private var isSending = false
  /// Something changed while it was sending.
  private var isStale = false
  private var memory = ReminderMemory()

  /// A clock that was set, or a machine that slept, is noticed within the hour.
  private static let longestSleep: Duration = .seconds(3600)
  private static let retryAfter: Duration = .seconds(5)

  init(_ owner: ChatLoop) {
    self.owner = owner
    servingSince = owner.now
  }

  /// Looks at once, which also catches up after an outage, and then when the next one is due.
  func schedule() {
    guard !owner.isDraining else { return }
    if isSending {
      isStale = true
      return
    }
    isSending = true
    let sender = sender
    let memory = memory
    let now = owner.now
    let submission = owner.write(for: .reminders) { session in
      .reminded(try sender.send(at: now, remembering: memory, on: session))
    }
    if submission != .accepted { failed() }
  }

  /// A batch is on disk and announced. Whoever else has handed in a change by now is served before
  /// the next one.
  func sent(_ sent: ReminderSender.Sent) {
    isSending = false
    memory = sent.memory
    switch sent.next {
    case .at(let next) where !isStale:
      sleep(min(owner.services.clock.realTime(until: next), Self.longestSleep))
    case .at, .atOnce:
      isStale = false
      schedule()
    }
  }

  func failed() {
    isSending = false
    sleep(Self.retryAfter)
  }

  private var sender: ReminderSender {
    ReminderSender(directory: owner.knowledge.directory, servingSince: servingSince)
  }

  private func sleep(_ delay: Duration) {
    if let wakeUp { owner.loop.cancel(wakeUp) }
    wakeUp = owner.loop.wake(at: .current() + delay) { [weak self] in
      self?.wakeUp = nil
      self?.schedule()
    }
  }
}
