import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  /// Records one decision for several subjects: all or none. Nobody named: all whom the council
  /// selected and whom this office honours itself.
  func decideAwards(
    _ id: CampaignID, _ names: [DossierName], _ decision: AwardDecision, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .awardDecide, .nobody, in: id, by: person)
    if now.date < decision.day {
      throw Refusal.wrongState(.award(.dayInFuture(decision.day)))
    }
    if let correction = decision.correction {
      return try correct(names, decision, because: correction, desk)
    }
    try refuseUsedNumber(decision, desk.campaign)
    let names = names.isEmpty ? try selectedHere(desk.campaign) : names
    // Who is named twice is awarded once.
    var seen: Set<Int64> = []
    let cases = try names.map { name in
      let own = try DossierDesk(self, .awardDecide, name, by: person)
      try refuseDecided(name, own.subject, decision)
      return (desk: own, dossier: try own.theOne(for: .decide))
    }.filter { seen.insert($0.dossier.id).inserted }
    for (own, dossier) in cases { try checkDecision(decision, on: dossier, own.subject, desk) }
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

  /// Whether a dossier can be decided now: by this office, after the council and the public notice,
  /// and with nothing that keeps it back.
  private func checkDecision(
    _ decision: AwardDecision, on dossier: Filed<Dossier>, _ subject: NamedSubject, _ desk: CaseDesk
  ) throws {
    try refuseBarred(subject)
    if let closed = try sittingDay(of: dossier.id, in: desk.campaign.id) {
      if decision.day < closed {
        throw Refusal.wrongState(.award(.beforeSitting(decision.day, closed: closed)))
      }
      if let until = desk.campaign.dossier?.noticeEnds(after: closed, directory.calendar),
        decision.day <= until
      {
        throw Refusal.wrongState(.award(.publicNotice(until: until)))
      }
      let objections = try RecordTable<Feedback>(session).all(in: desk.campaign.id)
        .filter(\.content.isOpenObjection).map(\.id)
      guard objections.isEmpty else {
        throw Refusal.wrongState(.award(.objectionsOpen(objections)))
      }
    }
    if dossier.content.state == .selected,
      let honour = desk.campaign.honour(dossier.content.honour), honour.proposedUpward
    {
      throw Refusal.wrongState(
        .award(.conferredAbove(honour: honourName(honour.code), by: honour.conferredBy)))
    }
  }

  /// All whom the council selected and whom this office honours itself.
  private func selectedHere(_ campaign: Campaign) throws -> [DossierName] {
    let names: [DossierName] = try RecordTable<Dossier>(session).all(in: campaign.id).compactMap {
      dossier in
      guard dossier.content.state == .selected, let subject = dossier.subject,
        !(campaign.honour(dossier.content.honour)?.proposedUpward ?? false)
      else { return nil }
      return DossierName(
        campaign: campaign.id, subject: subject, honour: dossier.content.honour)
    }
    if names.isEmpty {
      throw Refusal.wrongState(.award(.nobodySelected(campaign: campaign.title)))
    }
    return names
  }

  // MARK: Correcting

  /// Refuses what would be recorded twice; the refusal says how it stands, so that it can be
  /// corrected for a reason.
  private func refuseDecided(
    _ name: DossierName, _ subject: NamedSubject, _ decision: AwardDecision
  ) throws {
    let isWaiting = try RecordTable<Dossier>(session).all(of: name.subject, in: name.campaign)
      .contains {
        (name.honour == nil || $0.content.honour == name.honour)
          && $0.content.state.after(.decide) != nil
      }
    guard !isWaiting, let award = try standing(name).last?.content else { return }
    throw Refusal.wrongState(
      .award(
        .alreadyDecided(subject: subject, number: award.decision, on: award.decidedOn)))
  }

  private func standing(_ name: DossierName) throws -> [Filed<Award>] {
    try RecordTable<Award>(session).all(of: name.subject, in: name.campaign).filter {
      $0.content.revocation == nil && (name.honour == nil || $0.content.honour == name.honour)
    }
  }

  private func correct(
    _ names: [DossierName], _ decision: AwardDecision, because reason: String, _ desk: CaseDesk
  ) throws -> Performed {
    let awards = try names.map { try theAward($0, try named($0.subject)) }
    // The number may stand at these same awards: it is the day that is put right.
    try refuseUsedNumber(decision, desk.campaign, except: Set(awards.map(\.id)))
    for (award, name) in zip(awards, names) {
      let closed = try sittingDay(of: award.content.dossier, in: name.campaign)
      if let closed, decision.day < closed {
        throw Refusal.wrongState(.award(.beforeSitting(decision.day, closed: closed)))
      }
    }
    let receipt = try desk.receipt(
      .awardCorrect,
      [
        try names.map { try named($0.subject).name }.joined(separator: ", "), decision.number,
        reason,
      ])
    var entries: [AwardEntry] = []
    var pushes: [Push] = []
    for (award, name) in zip(awards, names) {
      let filed = try RecordTable<Award>(session).put(
        award.content.corrected(decision, because: reason, on: now.date), for: award,
        by: receipt.number)
      guard let entry = entry(of: filed, in: desk.campaign) else { continue }
      entries.append(entry)
      pushes += try desk.tell(
        desk.concerned(by: name.subject) + desk.officers(of: directory.unit(of: name.subject)),
        CaseNotice(
          .corrected, campaign: desk.campaign, subject: entry.subject.name, honour: entry.honour,
          by: desk.person.name, receipt: receipt.code, text: decision.number, day: decision.day))
    }
    return desk.performed(.corrected(entries), receipt, pushes: pushes)
  }

  /// The only award of that name; a refusal says that there is none, or which there are.
  private func theAward(_ name: DossierName, _ subject: NamedSubject) throws -> Filed<Award> {
    let awards = try standing(name)
    guard let award = awards.first else {
      throw Refusal.wrongState(.award(.none(subject: subject)))
    }
    guard awards.count == 1 else {
      throw Refusal.wrongState(
        .award(
          .which(subject: subject, honours: awards.map { honourName($0.content.honour) })))
    }
    return award
  }

  private func sittingDay(of dossier: Int64, in campaign: CampaignID) throws -> CivilDate? {
    try RecordTable<Sitting>(session).all(in: campaign).last {
      $0.content.results.contains { $0.dossier == dossier }
    }?.content.closedAt?.date
  }

  /// One number belongs to one decision: to one day within a year (NĐ 30/2020/NĐ-CP, Điều 15).
  private func refuseUsedNumber(
    _ decision: AwardDecision, _ campaign: Campaign, except corrected: Set<Int64> = []
  ) throws {
    for campaign in directory.campaigns(of: campaign.organization.id) {
      for award in try RecordTable<Award>(session).all(in: campaign.id)
        .filter({ !corrected.contains($0.id) }).map(\.content)
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
    try refuseBarred(desk.subject)
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
    let receivers = secretaries(of: Array(above))
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
    let award = try theAward(name, subject)
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
  func awards(_ filter: AwardFilter) throws -> AwardList {
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
    return AwardList(
      campaign: filter.campaign.flatMap { directory.campaign($0)?.title }, year: filter.year,
      unit: unitName(filter.unit), awards: awards)
  }

  func entry(of award: Filed<Award>, in campaign: Campaign) -> AwardEntry? {
    award.subject.flatMap { directory.named($0) }.map {
      AwardEntry(
        subject: $0, honour: honourName(award.content.honour), award: award.content,
        campaign: campaign.title)
    }
  }
}
