import CampaignStore
package import Campaigns
import CivilTime

extension Clerk {
  /// What waits for the speaker, and the reminders to come if nothing changes.
  func reminders() throws -> Outcome {
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    let campaigns = directory.campaigns(of: person.organization)
    let ledger = try DutyLedger(of: campaigns, in: directory, on: session, for: person)
    let waiting = try PushTable(session).waiting(for: person.id)
    let settings = try ReminderSettingsTable(session).settings(of: person.id)
    let forecast = ReminderForecast(
      directory: directory, ledger: ledger, settings: [person.id: settings])
    return .reminders(
      ReminderOverview(
        waiting: waiting.compactMap { ledger.current($0, for: person, in: directory) },
        planned: forecast.reminders(of: campaigns, after: now, to: person),
        personal: try PersonalReminderTable(session).waiting(of: person.id).map(entry(of:))))
  }

  /// "đã rõ": all that wait, or the one named.
  func acknowledge(_ id: PushID?, by person: Person) throws -> Performed {
    let outbox = PushTable(session)
    guard let id else {
      let count = try outbox.acknowledgeAll(of: person.id, at: now)
      return Performed(outcome: .acknowledged(count: count), pushes: [])
    }
    // A second acknowledgement is no mistake: the first answer may have been lost on its way.
    let isNew = try outbox.acknowledge(id, by: person.id, at: now)
    guard try isNew || outbox.exists(id, for: person.id) else {
      throw Refusal.wrongState(.unknownPush)
    }
    return Performed(outcome: .acknowledged(count: isNew ? 1 : 0), pushes: [])
  }

  /// What waits for the speaker at login.
  package func waitingPushes() throws -> WaitingPushes {
    var found = WaitingPushes()
    guard let person = speaker.person else { return found }
    let waiting = try PushTable(session).waiting(for: person.id)
    guard !waiting.isEmpty else { return found }
    var book = CaseBook()
    let ledger = try DutyLedger(standing: waiting, in: directory, book: &book, on: session)
    for push in waiting {
      if let current = ledger.current(push, for: person, in: directory) {
        found.current.append(current)
      } else {
        found.pointless.append(push.id)
      }
    }
    return found
  }
}

/// The pushes that somebody has not seen yet.
package struct WaitingPushes: Sendable {
  /// Their reason still stands; oldest first.
  package fileprivate(set) var current: [Push] = []
  /// All that they say was done in the meantime.
  package fileprivate(set) var pointless: [PushID] = []
}
