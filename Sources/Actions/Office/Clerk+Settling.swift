import CampaignStore
import Campaigns
import CivilTime

// Duties of which only people know that they were carried out: reports, closings, reviews.

extension Clerk {
  /// Records it for the office, or for the unit that owes it; nobody is reminded of it any more. A
  /// report of the office goes to the office above, if that is in the same store.
  func settleMilestone(
    _ id: CampaignID, _ kind: MilestoneKind, _ unit: UnitID?, on day: CivilDate?,
    document: String?, milestone named: String?, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(
      self, .milestoneDone, unit.map { .unit($0) } ?? .nobody, in: id, by: person)
    guard kind.isSettledByHand else { throw Refusal.wrongState(.notSettledByHand(kind)) }
    let doneOn = day ?? now.date
    let milestone = desk.campaign.duty(of: kind, named: named, doneOn: doneOn)
    // A report can be sent up where the plan names no day for it.
    guard milestone != nil || kind == .report else {
      throw Refusal.wrongState(.noMilestone(kind, campaign: desk.campaign.title))
    }
    let done = MilestoneDone(
      milestone: milestone?.id ?? kind.rawValue, on: doneOn, document: document)
    if done.on > now.date { throw Refusal.wrongState(.settledInFuture(done.on)) }
    let debtor = try debtor(of: milestone, unit, desk)
    let table = RecordTable<MilestoneDone>(session)
    if let milestone,
      let before = try table.all(in: id).first(where: {
        $0.content.milestone == milestone.id && $0.subject == debtor
      })
    {
      throw Refusal.wrongState(
        .alreadySettled(milestone: milestone.title, on: before.content.on))
    }
    let name = debtor.flatMap { directory.named($0)?.name }
    let receipt = try desk.receipt(
      .milestoneDone, [name, milestone?.title ?? kind.rawValue, document].compactMap(\.self))
    try table.add(done, in: id, of: debtor, by: receipt.number)
    let above = kind == .report && debtor == nil ? superiors(of: desk.campaign) : []
    let receivers =
      debtor == nil
      ? secretaries(of: above) : desk.holders(of: [.secretary])
    let pushes = try desk.tell(
      receivers,
      CaseNotice(
        .reported, campaign: desk.campaign, subject: name ?? desk.campaign.organization.name,
        by: person.name, receipt: receipt.code, text: document, day: done.on,
        report: above.isEmpty ? nil : try reportFacts(of: desk.campaign)))
    return desk.performed(
      .milestoneDone(
        kind, title: milestone?.title, done, unit: name,
        reached: debtor == nil && !pushes.isEmpty ? above.map(\.name) : []),
      receipt, pushes: pushes)
  }

  /// The unit that owes it; `nil` for the office. An officer speaks for the own unit.
  private func debtor(
    of milestone: Milestone?, _ unit: UnitID?, _ desk: CaseDesk
  ) throws -> Subject? {
    switch milestone?.owedBy {
    case .units:
      guard let unit = unit ?? permissions.horizon(of: speaker) else {
        throw Refusal.unknownSubject(asWritten: nil)
      }
      return .unit(unit)
    case .posts, .persons, nil:
      try check(.officeDutyDone)
      return nil
    }
  }

  /// Offices above that work in the same store.
  private func superiors(of campaign: Campaign) -> [Organization] {
    directory.organizations.values.filter {
      $0.id != campaign.organization.id && campaign.organization.superiors.contains($0.name)
    }.sorted { $0.id < $1.id }
  }

  private func reportFacts(of campaign: Campaign) throws -> ReportFacts {
    let summary = try summary(of: campaign.id, nil)
    let proposed = try RecordTable<Dossier>(session).all(in: campaign.id).filter {
      $0.content.state == .forwarded
    }.compactMap { dossier in
      dossier.subject.flatMap { directory.named($0) }
        .map { "\($0.name): \(honourName(dossier.content.honour))" }
    }
    return ReportFacts(
      registeredPeople: summary.registeredPeople, works: summary.works,
      worksDone: summary.worksDone, dossiers: summary.dossiers.reduce(0) { $0 + $1.count },
      awards: summary.awards.reduce(0) { $0 + $1.count }, proposed: proposed)
  }
}
