import CampaignStore
import Campaigns
import CivilTime

// What the office tells everyone: a later day, an announcement.

extension Clerk {
  func extendMilestone(
    _ id: CampaignID, _ kind: MilestoneKind, to day: CivilDate, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .milestoneExtend, .nobody, in: id, by: person)
    guard let milestone = desk.campaign.duty(of: kind, at: now) else {
      throw Refusal.wrongState(.noMilestone(kind, campaign: desk.campaign.title))
    }
    let current = milestone.deadline.lastValidDay
    guard current < day, now.date <= day else {
      throw Refusal.wrongState(.notLater(milestone: milestone.title, current: current))
    }
    let receipt = try desk.receipt(.milestoneExtend, [milestone.id, day.iso])
    let move = MilestoneMove(milestone: milestone.id, lastValidDay: day)
    try RecordTable<MilestoneMove>(session).add(move, in: id, of: nil, by: receipt.number)
    if kind == .work { try moveWorks(due: current, to: day, in: id, by: receipt) }
    try PersonalReminderTable(session).move(milestone.id, in: id, to: day)
    try DirectoryTables(session).advance()
    let moved = desk.campaign.moving([move])
    let pushes = try desk.tell(
      debtors(of: milestone, desk),
      CaseNotice(
        .extended, campaign: desk.campaign, by: person.name, receipt: receipt.code,
        text: milestone.title, day: day), cause: receipt)
    let entry = moved.milestone(milestone.id) ?? milestone
    return desk.performed(
      .extended(MilestoneEntry(entry, at: now), from: current, told: pushes.count), receipt,
      pushes: pushes)
  }

  /// Works that had the plan's day have its new one.
  private func moveWorks(
    due old: CivilDate, to day: CivilDate, in id: CampaignID, by receipt: Receipt
  ) throws {
    let table = RecordTable<Work>(session)
    for work in try table.all(in: id) where work.content.due == old {
      var moved = work.content
      moved.due = day
      try table.put(moved, for: work, by: receipt.number)
    }
  }

  private func debtors(of milestone: Milestone, _ desk: CaseDesk) -> [PersonID] {
    switch milestone.owedBy {
    case .persons(let roles), .posts(let roles): desk.holders(of: roles)
    case .units: desk.holders(of: [.officer])
    }
  }

  func announce(_ text: String, to unit: UnitID?, by person: Person) throws -> Performed {
    try check(.announce, concerning: unit.map { .unit($0) } ?? .nobody)
    let recipients = directory.people(of: person.organization).filter {
      $0.id != person.id && (unit == nil || $0.unit == unit)
    }
    if recipients.isEmpty { throw Refusal.wrongState(.nobodyToTell) }
    let receipt = try receipt(.announce, [text], by: person)
    let notice = CaseNotice(
      .announced, campaign: nil, by: person.name, receipt: receipt.code, text: text)
    let pushes = try recipients.compactMap {
      try PushTable(session).add(.caseNotice(notice), to: $0.id, at: now, cause: receipt)
    }
    return Performed(
      outcome: .made(
        ChangeMade(receipt: receipt, campaign: nil, what: .announced(told: pushes.count))),
      pushes: pushes)
  }
}
