import CampaignStore
import Campaigns
import CivilTime

// Reminders that people set for themselves.

extension Clerk {
  func remind(_ time: ReminderTime, _ about: String?, by person: Person) throws -> Performed {
    try check(.reminders)
    let before: PersonalReminder.Before?
    let moment: Instant
    switch time {
    case .at(let instant): (moment, before) = (instant, nil)
    case .before(let kind, let id, let days):
      let campaign = try campaign(id)
      guard let milestone = campaign.duty(of: kind, at: now) else {
        throw Refusal.wrongState(.noMilestone(kind, campaign: campaign.title))
      }
      let relative = PersonalReminder.Before(
        campaign: id, milestone: milestone.id, days: days)
      before = relative
      moment = relative.moment(for: milestone.deadline.lastValidDay)
    }
    guard now < moment else { throw Refusal.wrongState(.reminderInPast(moment)) }
    let reminder = try set(about, at: moment, before: before, by: person)
    return made(.reminderSet(entry(of: reminder.reminder)), reminder.receipt)
  }

  func cancelReminder(_ about: String?, by person: Person) throws -> Performed {
    try check(.reminders)
    guard let one = try waiting(about, of: person) else {
      throw Refusal.wrongState(.noReminder(asWritten: about))
    }
    let receipt = try receipt(.reminderCancel, [], by: person)
    try PersonalReminderTable(session).cancel(one.reminder.id, by: receipt.number)
    return made(.reminderCancelled(one), receipt)
  }

  /// The only one that waits, or the only one with these words; `nil` if there is none.
  private func waiting(_ about: String?, of person: Person) throws -> PersonalEntry? {
    let all = try PersonalReminderTable(session).waiting(of: person.id).map(entry(of:))
    let found = about.map { WordSearch($0).matches(in: all, line: \.searchLine) } ?? all
    guard found.count <= 1 else { throw Refusal.wrongState(.whichReminder(found)) }
    return found.first
  }

  /// One that waits gets another moment, if its words were said. Otherwise what was said last comes
  /// again then: a reminder of its own, so that no duty's day moves.
  func snooze(until moment: Instant, about: String?, by person: Person) throws -> Performed {
    try check(.reminders)
    guard now < moment else { throw Refusal.wrongState(.reminderInPast(moment)) }
    if let about, let moved = try waiting(about, of: person) {
      let fresh = try set(
        moved.reminder.text ?? moved.duty?.title, at: moment, before: nil, by: person)
      try PersonalReminderTable(session).cancel(moved.reminder.id, by: fresh.receipt.number)
      return made(.reminderSet(entry(of: fresh.reminder)), fresh.receipt)
    }
    let last = try PersonalReminderTable(session).lastSent(to: person.id)
    let waiting = try PushTable(session).waiting(for: person.id).last
    guard last != nil || waiting != nil else { throw Refusal.wrongState(.nothingToSnooze) }
    let reminder = try set(
      last?.text ?? waiting?.duties, at: moment, before: nil, by: person)
    return made(.reminderSet(entry(of: reminder.reminder)), reminder.receipt)
  }

  /// An undo of what set or cancelled a reminder; what came already stays.
  func takeBackReminder(_ last: ChangeEntry, by person: Person) throws -> Performed {
    let receipt = try receipt(undoing: last, by: person)
    // One that was given another moment was set and called off by the same change.
    let table = PersonalReminderTable(session)
    let count =
      try table.takeBack(last.receipt.number, wasSet: true)
      + table.takeBack(last.receipt.number, wasSet: false)
    guard count > 0 else { throw Refusal.wrongState(.undoTooLate(receipt: last.receipt)) }
    return made(.takenBack(.reminder), receipt)
  }

  func entry(of reminder: PersonalReminder) -> PersonalEntry {
    PersonalEntry(reminder: reminder, duty: directory.duty(reminder.before))
  }

  private func set(
    _ about: String?, at moment: Instant, before: PersonalReminder.Before?, by person: Person
  ) throws -> (reminder: PersonalReminder, receipt: Receipt) {
    // What about is the person's own business: the trail does not keep it.
    let receipt = try receipt(.reminderCreate, [], by: person)
    let reminder = PersonalReminder(
      id: try Numbering(session).take(), person: person.id, text: about, at: moment,
      before: before)
    try PersonalReminderTable(session).add(reminder, by: receipt.number)
    return (reminder, receipt)
  }

  func made(_ what: ChangeMade.What, _ receipt: Receipt) -> Performed {
    Performed(
      outcome: .made(ChangeMade(receipt: receipt, campaign: nil, what: what)), pushes: [])
  }
}

extension PersonalEntry {
  fileprivate var searchLine: String {
    [reminder.text, duty?.title].compactMap(\.self).joined(separator: " ")
  }
}

extension Push {
  /// The duties that a digest reminded of.
  fileprivate var duties: String? {
    guard case .reminder(let digest) = content else { return nil }
    return digest.duties.map(\.title).joined(separator: "; ")
  }
}
