import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  /// Takes the speaker's last change back (hoàn tác), as long as nobody built on it and the rules
  /// would still allow it. An undo is a change of its own in the trail and cannot be undone.
  func undo(by person: Person) throws -> Performed {
    guard let last = try ChangeLog(session).lastChange(of: person.id) else {
      throw Refusal.wrongState(.nothingToUndo)
    }
    if last.act == .reminderCreate || last.act == .reminderCancel {
      return try takeBackReminder(last, by: person)
    }
    if last.act == .reminderSettings { return try takeBackSettings(last, by: person) }
    let table = RegistrationTable(session)
    let events = try table.events(of: last.receipt.number)
    if events.isEmpty { return try takeBack(last, by: person) }
    let touched = try events.compactMap { try table.registration($0.registration) }
    guard let first = touched.first else { throw Refusal.wrongState(.nothingToUndo) }
    let desk = try RegistrationDesk(
      self, .registrationChange, first.subject, in: first.campaign, by: person)
    let late = try desk.admit("hoàn tác")
    // What was done in time and is taken back after the last day is accepted late; what was done
    // late leaves no trace.
    let reason = desk.isInTime(at: last.receipt.at) ? late : nil

    let receipt = try receipt(undoing: last, by: person)
    for (event, registration) in zip(events, touched) {
      guard try table.lastChange(of: registration.id) == last.receipt.number else {
        throw Refusal.wrongState(.undoTooLate(receipt: last.receipt))
      }
      try refuseIfTaken(event, registration, desk)
      try table.takeBack(
        event, from: registration,
        lateReason: event.honourBefore == nil
          ? registration.lateReason : event.lateBefore ?? reason,
        by: receipt.number)
    }
    let event = events.first?.event ?? .registered
    let isActive = events.first?.honourBefore != nil
    let result = try desk.result(
      receipt, events.compactMap { $0.honourBefore ?? $0.honourAfter },
      isActive ? .active : .withdrawn,
      isLate: isActive ? (events.first?.lateBefore ?? reason) != nil : late != nil)
    return Performed(
      outcome: .undone(result, event), pushes: try desk.notify(.undone, result))
  }

  /// What was registered anew in the meantime stands in the way of bringing the old one back.
  private func refuseIfTaken(
    _ event: RegistrationEventRow, _ registration: Registration, _ desk: RegistrationDesk
  ) throws {
    guard let honour = event.honourBefore else { return }
    let others = try desk.table.active(of: registration.subject, in: registration.campaign)
      .filter { $0.id != registration.id }
    try desk.refuseDuplicate(of: honour, among: others)
  }
}
