import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  /// Records one decision for several subjects: all or none.
  func decideAwards(
    _ id: CampaignID, _ names: [DossierName], _ decision: AwardDecision, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .awardDecide, .nobody, in: id, by: person)
    if now.date < decision.day {
      throw Refusal.wrongState(.award(.dayInFuture(decision.day)))
    }
    try refuseUsedNumber(decision, desk.campaign)
    // Who is named twice is awarded once.
    var seen: Set<Int64> = []
    let cases = try names.map { name in
      let own = try DossierDesk(self, .awardDecide, name, by: person)
      return (desk: own, dossier: try own.theOne(for: .decide))
    }.filter { seen.insert($0.dossier.id).inserted }
    for (_, dossier) in cases {
      if let closed = try sittingDay(of: dossier.id, in: id), decision.day < closed {
        throw Refusal.wrongState(.award(.beforeSitting(decision.day, closed: closed)))
      }
    }
    for (_, dossier) in cases where dossier.content.state == .selected {
      if let honour = desk.campaign.honour(dossier.content.honour), honour.proposedUpward {
        throw Refusal.wrongState(
          .award(
            .conferredAbove(
              honour: honourName(honour.code), by: honour.conferredBy)))
      }
    }
    let receipt = try desk.receipt(
      .awardDecide, [cases.map(\.desk.subject.name).joined(separator: ", "), decision.number])
    var awards: [AwardEntry] = []
    var pushes: [Push] = []
    for (own, dossier) in cases {
      guard let decided = dossier.content.decided(), let subject = dossier.subject else { continue }
      let award = Award(
        honour: dossier.content.honour, year: dossier.content.year, decision: decision.number,
        decidedOn: decision.day,
        decidedBy: desk.campaign.honour(dossier.content.honour)?.conferredBy
          ?? desk.campaign.organization.name,
        dossier: dossier.id)
      try own.table.put(decided, for: dossier, by: receipt.number)
      try RecordTable<Award>(session).add(award, in: id, of: subject, by: receipt.number)
      awards.append(
        AwardEntry(
          subject: own.subject, honour: honourName(award.honour), award: award,
          campaign: desk.campaign.title))
      pushes += try desk.tell(
        own.concerned,
        own.notice(.awarded, decided, receipt, text: decision.number, day: decision.day))
    }
    return desk.performed(.awarded(awards), receipt, pushes: pushes)
  }

  private func sittingDay(of dossier: Int64, in campaign: CampaignID) throws -> CivilDate? {
    try RecordTable<Sitting>(session).all(in: campaign).last {
      $0.content.results.contains { $0.dossier == dossier }
    }?.content.closedAt?.date
  }

  /// One number belongs to one decision: to one day within a year (NĐ 30/2020/NĐ-CP, Điều 15).
  private func refuseUsedNumber(_ decision: AwardDecision, _ campaign: Campaign) throws {
    for campaign in directory.campaigns(of: campaign.organization.id) {
      for award in try RecordTable<Award>(session).all(in: campaign.id).map(\.content)
      where award.decision == decision.number && award.decidedOn != decision.day
        && award.decidedOn.year == decision.day.year
      {
        throw Refusal.wrongState(
          .award(.numberUsed(number: decision.number, on: award.decidedOn)))
      }
    }
  }

  func forwardDossier(_ name: DossierName, by person: Person) throws -> Performed {
    let desk = try DossierDesk(self, .awardForward, name, by: person)
    let old = try desk.theOne(for: .forward)
    guard let honour = desk.campaign.honour(old.content.honour), honour.proposedUpward else {
      throw Refusal.wrongState(
        .award(
          .conferredHere(
            honour: honourName(old.content.honour),
            by: desk.campaign.honour(old.content.honour)?.conferredBy ?? "")))
    }
    let (filed, receipt) = try desk.move(old, .forward, as: .awardForward) {
      $0.forwarded(to: honour.conferredBy)
    }
    let above = directory.organizations.values.filter {
      $0.id != desk.campaign.organization.id && honour.conferredBy.hasSuffix($0.name)
    }
    let receivers = above.flatMap { directory.people(of: $0.id) }
      .filter { $0.role == .secretary }.map(\.id)
    let pushes =
      try desk.tell(
        desk.concerned,
        desk.notice(.forwarded, filed.content, receipt, text: honour.conferredBy))
      + desk.tell(
        receivers,
        desk.notice(
          .received, filed.content, receipt, text: desk.campaign.organization.name))
    return desk.performed(
      .forwarded(
        try desk.entry(of: filed), to: honour.conferredBy, reachesInbox: !receivers.isEmpty),
      receipt, pushes: pushes)
  }

  /// The award stays in the list, as revoked and why.
  func revokeAward(
    _ name: DossierName, _ reason: String, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(
      self, .awardRevoke, .subject(name.subject), in: name.campaign, by: person)
    let subject = try named(name.subject)
    let table = RecordTable<Award>(session)
    let awards = try table.all(of: name.subject, in: name.campaign).filter {
      $0.content.revocation == nil && (name.honour == nil || $0.content.honour == name.honour)
    }
    guard let award = awards.first else {
      throw Refusal.wrongState(.award(.none(subject: subject)))
    }
    guard awards.count == 1 else {
      throw Refusal.wrongState(
        .award(
          .which(subject: subject, honours: awards.map { honourName($0.content.honour) })))
    }
    let receipt = try desk.receipt(.awardRevoke, [subject.name, award.content.honour, reason])
    var revoked = award.content
    revoked.revocation = Award.Revocation(reason: reason, day: now.date)
    try table.put(revoked, for: award, by: receipt.number)
    let entry = AwardEntry(
      subject: subject, honour: honourName(revoked.honour), award: revoked,
      campaign: desk.campaign.title)
    let pushes = try desk.tell(
      desk.concerned(by: name.subject) + desk.officers(of: directory.unit(of: name.subject)),
      CaseNotice(
        .revoked, campaign: desk.campaign, subject: subject.name, honour: entry.honour,
        by: person.name, receipt: receipt.code, text: reason, day: now.date))
    return desk.performed(.revoked(entry), receipt, pushes: pushes)
  }

  /// Public: the law has awards published (Luật 06/2022/QH15, Điều 5).
  func awards(_ filter: AwardFilter) throws -> Outcome {
    let campaigns: [Campaign] =
      if let id = filter.campaign {
        [try campaign(id)]
      } else if let person = speaker.person {
        directory.campaigns(of: person.organization)
      } else {
        directory.campaigns
      }
    let awards = try campaigns.flatMap { campaign in
      try RecordTable<Award>(session).all(in: campaign.id).filter { award in
        (filter.year == nil || award.content.year == filter.year)
          && (filter.honours.isEmpty || filter.honours.contains(award.content.honour))
          && isIn(filter.unit, award.subject)
      }.compactMap { entry(of: $0, in: campaign) }
    }
    return .awards(
      AwardList(
        campaign: filter.campaign.flatMap { directory.campaign($0)?.title }, year: filter.year,
        unit: unitName(filter.unit), awards: awards))
  }

  func entry(of award: Filed<Award>, in campaign: Campaign) -> AwardEntry? {
    award.subject.flatMap { directory.named($0) }.map {
      AwardEntry(
        subject: $0, honour: honourName(award.content.honour), award: award.content,
        campaign: campaign.title)
    }
  }
}
