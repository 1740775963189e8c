import CampaignStore
import Campaigns
import CivilTime
import Mail

// How the speaker wants to be reminded.

extension Clerk {
  func reminderSettings() throws -> Outcome {
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    return .reminderSettings(
      inUse(try ReminderSettingsTable(session).settings(of: person.id)))
  }

  func changeSettings(_ change: ReminderSettingChange, by person: Person) throws -> Performed {
    try check(.reminders)
    switch change {
    case .pause(let last) where last < now.date:
      throw Refusal.wrongState(.settings(.dayInPast(last)))
    case .daysAhead(let days) where !ReminderSettingChange.daysAheadRange.contains(days):
      throw Refusal.wrongState(
        .settings(.tooManyDays(most: ReminderSettingChange.daysAheadRange.upperBound)))
    case .mail(let address?):
      guard canMail else { throw Refusal.wrongState(.settings(.mailNotSetUp)) }
      guard (try? MailAddress(address)) != nil else {
        throw Refusal.wrongState(.settings(.noMailAddress(asWritten: address)))
      }
    case .turn, .pause, .daysAhead, .hour, .quiet, .mail(nil): break
    }
    let table = ReminderSettingsTable(session)
    var settings = try table.settings(of: person.id)
    settings.apply(change)
    // What somebody chose is his own business: the trail says only that he chose.
    let receipt = try receipt(.reminderSettings, [], by: person)
    try table.put(settings, of: person.id, by: receipt.number)
    return made(.settingsChanged(change, inUse(settings)), receipt)
  }

  func takeBackSettings(_ last: ChangeEntry, by person: Person) throws -> Performed {
    let receipt = try receipt(undoing: last, by: person)
    guard
      try ReminderSettingsTable(session).takeBack(last.receipt.number, of: person.id)
    else { throw Refusal.wrongState(.undoTooLate(receipt: last.receipt)) }
    return made(.takenBack(.settings), receipt)
  }

  private func inUse(_ settings: ReminderSettings) -> SettingsInUse {
    SettingsInUse(settings, under: directory.reminderRules)
  }
}
