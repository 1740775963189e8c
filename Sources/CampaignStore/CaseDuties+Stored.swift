import Campaigns
import CivilTime

// What waits for somebody because of what happened: read from dossiers, sittings, works and
// difficulties.

/// Finds the duties of one campaign's cases.
struct CaseDutyReader {
  let campaign: Campaign
  let directory: Directory
  let session: any SQLSession

  func duties() throws -> [CaseDuty] {
    try dossiers() + works() + answers()
  }

  /// What waited for somebody before and was done or taken back since, each at its newest day.
  func formerDuties() throws -> [CaseDuty] {
    let waiting = try duties()
    let sittings = try RecordTable<Sitting>(session).all(in: campaign.id)
    let former =
      try RecordTable<Dossier>(session).former(in: campaign.id)
      .compactMap { duty(of: $0, sittings) }
      + RecordTable<Work>(session).former(in: campaign.id).compactMap(duty(of:))
      + RecordTable<Feedback>(session).former(in: campaign.id).compactMap(duty(of:))
    let newest = Dictionary(former.map { (Identity($0), $0) }, uniquingKeysWith: { $1 })
    let identities = Set(waiting.map(Identity.init))
    // A vote is owed by each member for himself: by those who have voted no longer.
    let votes = sittings.map { sitting in
      let owing = waiting.first { $0.kind == .vote && $0.record == sitting.id }?.debtors ?? []
      return vote(in: sitting, of: sitting.content.members.filter { !owing.contains($0) })
    }
    return newest.filter { !identities.contains($0.key) }.values
      .sorted { ($0.record, $0.kind.rawValue) < ($1.record, $1.kind.rawValue) } + votes
  }

  /// One duty, whatever its day.
  private struct Identity: Hashable {
    let kind: CaseDuty.Kind
    let record: Int64

    init(_ duty: CaseDuty) {
      kind = duty.kind
      record = duty.record
    }
  }

  private func dossiers() throws -> [CaseDuty] {
    let dossiers = try RecordTable<Dossier>(session).all(in: campaign.id)
    if dossiers.isEmpty { return [] }
    let sittings = try RecordTable<Sitting>(session).all(in: campaign.id)
    return try dossiers.compactMap { duty(of: $0, sittings) } + votes(in: sittings, on: dossiers)
  }

  private func duty(of dossier: Filed<Dossier>, _ sittings: [Filed<Sitting>]) -> CaseDuty? {
    guard let subject = dossier.subject, let named = directory.named(subject) else { return nil }
    let content = dossier.content
    func duty(_ kind: CaseDuty.Kind, due: CivilDate) -> CaseDuty {
      self.duty(
        kind, record: dossier.id, about: named.name,
        dossier: DossierName(campaign: campaign.id, subject: subject, honour: content.honour),
        honour: directory.honours[content.honour]?.name ?? content.honour, due: due,
        unit: directory.unit(of: subject))
    }
    switch content.state {
    case .returned: return content.returned.map { duty(.complete, due: $0.completeBy) }
    case .submitted:
      guard case .running(let due) = content.clock else { return nil }
      return duty(.appraise, due: due)
    case .selected:
      guard
        let closed = sittings.last(where: { sitting in
          sitting.content.results.contains { $0.dossier == dossier.id }
        })?.content.closedAt?.date
      else { return nil }
      let opens = campaign.dossier?.noticeEnds(after: closed, directory.calendar) ?? closed
      return duty(.decide, due: opens.adding(days: officeDays(.decide)))
    case .draft, .accepted, .notSelected, .forwarded, .awarded: return nil
    }
  }

  private func votes(
    in sittings: [Filed<Sitting>], on dossiers: [Filed<Dossier>]
  ) throws -> [CaseDuty] {
    guard let sitting = sittings.last(where: \.content.isOpen) else { return [] }
    let items = dossiers.filter {
      $0.content.state == .accepted && sitting.content.agenda.contains($0.id)
    }.compactMap { dossier in dossier.subject.map { (dossier: dossier.id, subject: $0) } }
    let missing = sitting.content.missingVoters(
      of: items, voted: try BallotTable(session).voters(in: sitting.id))
    return missing.isEmpty ? [] : [vote(in: sitting, of: missing)]
  }

  private func vote(in sitting: Filed<Sitting>, of voters: [PersonID]) -> CaseDuty {
    let opened = sitting.content.openedAt.date
    let usual = opened.adding(days: officeDays(.vote))
    let last = campaign.sittingMilestone(on: opened)?.deadline.lastValidDay
    return CaseDuty(
      kind: .vote, campaign: campaign, record: sitting.id, about: campaign.title,
      due: last.map { $0 < opened ? usual : min($0, usual) } ?? usual, debtors: voters,
      overseers: overseers(of: rules.rule(for: .vote).reminders, unit: nil))
  }

  private func works() throws -> [CaseDuty] {
    guard campaign.works != nil else { return [] }
    return try RecordTable<Work>(session).all(in: campaign.id).compactMap(duty(of:))
  }

  /// Of works with a day of their own; the plan's day is a milestone and reminded of as such.
  private func duty(of work: Filed<Work>) -> CaseDuty? {
    guard campaign.works != nil, !work.content.isComplete, let due = work.content.due,
      !campaign.milestones(of: .work).contains(where: { $0.deadline.lastValidDay == due })
    else { return nil }
    return duty(
      .work, record: work.id, about: work.content.title, due: due,
      unit: work.subject.flatMap { directory.unit(of: $0) })
  }

  private func answers() throws -> [CaseDuty] {
    try RecordTable<Feedback>(session).all(in: campaign.id).compactMap(duty(of:))
  }

  private func duty(of feedback: Filed<Feedback>) -> CaseDuty? {
    guard feedback.content.answer == nil else { return nil }
    return duty(
      .answer, record: feedback.id, about: feedback.content.text,
      due: feedback.content.sentAt.date.adding(days: officeDays(.answer)), unit: nil)
  }

  private func officeDays(_ kind: CaseDuty.Kind) -> Int {
    rules.rule(for: kind).officeDays ?? 0
  }

  private func duty(
    _ kind: CaseDuty.Kind, record: Int64, about: String, dossier: DossierName? = nil,
    honour: String? = nil, due: CivilDate, unit: UnitID?
  ) -> CaseDuty {
    let rule = rules.rule(for: kind)
    return CaseDuty(
      kind: kind, campaign: campaign, record: record, about: about, dossier: dossier,
      honour: honour, due: due, debtors: holders(rule.owedBy, unit: unit),
      overseers: overseers(of: rule.reminders, unit: unit))
  }

  private var rules: ReminderRules { directory.reminderRules }

  private func overseers(of rule: ReminderRule, unit: UnitID?) -> [Role: [PersonID]] {
    Dictionary(
      rule.escalations.map { escalation in
        (
          escalation.to,
          holders(escalation.to == .officer ? .officers : .roles([escalation.to]), unit: unit)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private func holders(_ holder: CaseDutyRule.Holder, unit: UnitID?) -> [PersonID] {
    let staff = directory.staff(of: campaign.organization.id)
    switch holder {
    case .officers:
      let officers = staff.filter { $0.role == .officer && $0.unit == unit && unit != nil }
      // Where nobody answers for the unit, the secretary does.
      return (officers.isEmpty ? staff.filter { $0.role == .secretary } : officers).map(\.id)
    case .roles(let roles): return staff.filter { roles.contains($0.role) }.map(\.id)
    case .voters: return []
    }
  }
}
