import CampaignStore
import Campaigns
import CivilTime

// Lists as tables, and the speaker's duties as a calendar: what files are made of.

extension Clerk {
  /// The same list that a chat shows for the same question.
  func export(_ request: ExportRequest) throws -> TableExport {
    let unit = request.unit
    try check(.export, concerning: unit.map { .unit($0) } ?? .nobody)
    let id = try ownCampaign(request.campaign, for: .export).id
    let list: TableExport.List =
      switch request.what {
      case .summary: .summary(try summary(of: id, unit))
      case .registrations: .registrations(try registrations(in: id, RegistrationFilter(unit: unit)))
      case .missing: .missing(try missing(in: id, unit))
      case .pledges: .pledges(try pledges(in: id, unit))
      case .works: .works(try works(in: id, unit, nil))
      case .targets: .targets(try attainment(in: id, about: nil, unit))
      case .dossiers: .dossiers(try dossiers(in: id, DossierFilter(unit: unit)))
      case .awards: .awards(try awards(AwardFilter(campaign: id, unit: unit)))
      }
    return TableExport(campaign: id, format: request.format, list: list)
  }

  /// What the speaker owes, what waits for him, the sittings at which he votes, and what he wants to be
  /// reminded of; over all campaigns of the own organization unless one is named. What he has done or
  /// called off before its day is in it as cancelled, so that calendars take it off.
  func calendar(of id: CampaignID?) throws -> DutyCalendar {
    try check(.calendar)
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    let campaigns =
      try id.map { [try ownCampaign($0, for: .calendar)] }
      ?? directory.campaigns(of: person.organization)
    let ledger = try DutyLedger(of: campaigns, in: directory, on: session, for: person)
    let votes = permissions.keepers(of: .councilVote).contains(person.role)
    let reminders = PersonalReminderTable(session)
    func entries(_ reminders: [PersonalReminder]) -> [PersonalEntry] {
      reminders.filter { id == nil || $0.before?.campaign == id }.map(entry(of:))
    }
    return try DutyCalendar(
      of: campaigns, chosen: id, owner: person.name,
      cases: own(ledger.cases, of: person),
      formerCases: own(
        person.role == .member
          ? [] : try DutyLedger.formerCases(of: campaigns, in: directory, on: session),
        of: person
      ).filter { now.date <= $0.due },
      personal: entries(try reminders.waiting(of: person.id)),
      cancelled: entries(try reminders.cancelled(of: person.id, after: now)), on: session
    ) { milestone, campaign in
      // Who owes the sitting itself has it until it was held.
      guard DutyLedger().owes(person, milestone, in: campaign) else {
        return votes && milestone.kind == .council ? .open : .absent
      }
      if ledger.owes(person, milestone, in: campaign) { return .open }
      return now.date <= milestone.deadline.lastValidDay ? .settled : .absent
    }
  }

  private func own(_ cases: [CaseDuty], of person: Person) -> [CaseDue] {
    cases.filter { $0.debtors.contains(person.id) }.map { CaseDue(of: $0, for: person.id) }
  }
}
