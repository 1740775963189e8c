import CampaignStore
import Campaigns
import CivilTime

extension Clerk {
  func openDossier(_ name: DossierName, by person: Person) throws -> Performed {
    let desk = try DossierDesk(self, .dossierCreate, name, by: person)
    guard let honour = name.honour else {
      throw Refusal.wrongState(.dossier(.which(subject: desk.subject, honours: [])))
    }
    try Eligibility(directory.honours, desk.campaign)
      .check(honour, for: name.subject.kind, on: now.date)
    let year = desk.campaign.awardYear(on: now.date)
    if let same = try desk.table.all(of: name.subject, in: name.campaign).first(where: {
      $0.content.honour == honour && $0.content.year == year && $0.content.state != .notSelected
    }) {
      throw Refusal.wrongState(.dossier(.alreadyThere(try desk.entry(of: same))))
    }
    let receipt = try desk.receipt(.dossierCreate, honour)
    let dossier = Dossier(honour: honour, year: year)
    let filed = try desk.table.add(
      dossier, in: name.campaign, of: name.subject, by: receipt.number)
    let pushes = try desk.tell(
      desk.concerned, desk.notice(.dossierOpened, dossier, receipt))
    return desk.performed(
      .dossierOpened(try desk.entry(of: filed)), receipt, pushes: pushes)
  }

  func attachPaper(
    _ name: DossierName, _ kind: DocumentKind, _ note: String?, by person: Person
  ) throws -> Performed {
    let desk = try DossierDesk(self, .dossierAttach, name, by: person)
    let paper = Dossier.Paper(kind: kind, note: note, addedOn: now.date)
    let old = try desk.theOne(for: .attach)
    let (filed, receipt) = try desk.move(old, .attach, as: .dossierAttach, note.map { [$0] } ?? [])
    {
      $0.adding(paper)
    }
    return desk.performed(.paperAttached(try desk.entry(of: filed), paper), receipt)
  }

  func submitDossier(
    _ name: DossierName, _ lateReason: String?, by person: Person
  ) throws -> Performed {
    let desk = try DossierDesk(self, .dossierSubmit, name, by: person)
    let old = try desk.theOne(for: .submit)
    // What was returned may be completed after the day for handing in.
    let isFirst = old.content.state == .draft
    let late = isFirst ? try desk.admit(desk.campaign.milestones(of: .dossier), lateReason) : nil
    let missing = old.content.missing(of: desk.campaign.dossier).map(\.title)
    guard missing.isEmpty else {
      throw Refusal.wrongState(.dossier(.papersMissing(try desk.entry(of: old), missing)))
    }
    let (filed, receipt) = try desk.move(old, .submit, as: .dossierSubmit) { dossier in
      dossier.submitted(on: now.date, desk.terms, lateReason: late)
    }
    let due = if case .running(let due) = filed.content.clock { due } else { CivilDate?.none }
    let pushes =
      try desk.tell(
        desk.secretaries,
        desk.notice(.dossierSubmitted, filed.content, receipt, day: due))
    return desk.performed(
      .dossierSubmitted(try desk.entry(of: filed)), receipt, pushes: pushes)
  }

  func appraiseDossier(
    _ name: DossierName, _ appraisal: Appraisal, by person: Person
  ) throws -> Performed {
    let desk = try DossierDesk(self, .dossierAppraise, name, by: person)
    let filed: Filed<Dossier>
    let receipt: Receipt
    let notice: CaseNotice
    switch appraisal {
    case .accept:
      try refuseBarred(desk.subject)
      (filed, receipt) = try desk.move(
        desk.theOne(for: .accept), .accept, as: .dossierAccept
      ) { $0.accepted() }
      notice = desk.notice(.dossierAccepted, filed.content, receipt)
    case .return(let reason):
      let old = try desk.theOne(for: .return)
      if try isBeforeCouncil(old.id, in: name.campaign) {
        throw Refusal.wrongState(.dossier(.beforeCouncil(try desk.entry(of: old))))
      }
      (filed, receipt) = try desk.move(old, .return, as: .dossierReturn, [reason]) { dossier in
        dossier.returned(on: now.date, because: reason, desk.terms)
      }
      notice = desk.notice(
        .dossierReturned, filed.content, receipt, text: reason,
        day: filed.content.returned?.completeBy)
    }
    return desk.performed(
      .dossierAppraised(try desk.entry(of: filed)), receipt,
      pushes: try desk.tell(desk.concerned, notice))
  }

  // MARK: Seeing

  /// An officer gets the own unit only; the office above those that were sent up to it too.
  func dossiers(in id: CampaignID, _ filter: DossierFilter) throws -> DossierList {
    let unit = filter.unit ?? permissions.horizon(of: speaker)
    try check(.dossierList, concerning: unit.map { .unit($0) } ?? .nobody)
    let campaign = try ownCampaign(id, for: .dossierList)
    func isWanted(_ dossier: Filed<Dossier>) -> Bool {
      isIn(unit, dossier.subject)
        && (filter.states.isEmpty || filter.states.contains(dossier.content.state))
    }
    var entries = try RecordTable<Dossier>(session).all(in: id).filter(isWanted)
      .compactMap { try entry(of: $0, in: campaign, warns: false) }
    if unit == nil { entries += try received(by: campaign.organization, filter) }
    return DossierList(
      campaign: campaign.title, unit: unitName(unit),
      dossiers: entries)
  }

  /// What offices below sent up to this one.
  private func received(
    by organization: Organization, _ filter: DossierFilter
  ) throws -> [DossierEntry] {
    guard filter.states.isEmpty || filter.states.contains(.forwarded) else { return [] }
    return try directory.campaigns.filter {
      $0.organization.id != organization.id && $0.organization.superiors.contains(organization.name)
    }.flatMap { campaign in
      try RecordTable<Dossier>(session).all(in: campaign.id).filter {
        $0.content.state == .forwarded
          && $0.content.forwardedTo?.contains(organization.name) ?? false
      }.compactMap { try entry(of: $0, in: campaign, warns: false) }
    }
  }

  /// `nil` if the subject is no longer known.
  ///
  /// - Parameter warns: looks at registrations, awards and other dossiers too.
  func entry(
    of dossier: Filed<Dossier>, in campaign: Campaign, warns: Bool
  ) throws -> DossierEntry? {
    guard let subject = dossier.subject.flatMap({ directory.named($0) }) else { return nil }
    return DossierEntry(
      id: dossier.id, subject: subject, honour: honourName(dossier.content.honour),
      dossier: dossier.content,
      missing: dossier.content.missing(of: campaign.dossier).map(\.title),
      warnings: warns ? try warnings(of: dossier, subject.subject, in: campaign) : [],
      goesUp: campaign.honour(dossier.content.honour)?.proposedUpward ?? false)
  }

  private func warnings(
    of filed: Filed<Dossier>, _ subject: Subject, in campaign: Campaign
  ) throws -> [DossierWarning] {
    let dossier = filed.content
    var warnings: [DossierWarning] = []
    if campaign.registration != nil,
      try !RegistrationTable(session).active(of: subject, in: campaign.id).contains(where: {
        $0.honour == dossier.honour
      })
    {
      warnings.append(.notRegistered)
    }
    let awards = try RecordTable<Award>(session).all(of: subject).map(\.content).filter {
      $0.revocation == nil
    }
    if dossier.state != .awarded,
      awards.contains(where: { $0.honour == dossier.honour && $0.year == dossier.year })
    {
      warnings.append(.alreadyAwarded(year: dossier.year))
    }
    // The rule of the day on which it was received (chuyển tiếp).
    if let rule = directory.honours[dossier.honour]?.rule(on: dossier.receivedOn ?? now.date) {
      let years = Dictionary(grouping: awards, by: \.honour).mapValues { Set($0.map(\.year)) }
      warnings += rule.brokenChains(for: dossier.year, awarded: years, name: honourName)
      if let share = rule.share, case .unit(let unit) = subject {
        warnings += try tooFewBearers(share, rule.source, in: unit, of: dossier.year)
      }
    }
    if let bar = try visibleBar(of: subject) {
      warnings.append(.barred(reason: bar.reason, since: bar.since))
    }
    return warnings + (try reusedInitiatives(of: filed, subject))
  }

  /// How many of the unit's people have the title that the rule asks for, this year.
  private func tooFewBearers(
    _ share: HonourRule.Share, _ source: String, in unit: UnitID, of year: Int
  ) throws -> [DossierWarning] {
    guard let organization = directory.units[unit]?.organization else { return [] }
    let people = directory.people(of: organization).filter { $0.unit == unit }
    let bearers = try people.count { person in
      try RecordTable<Award>(session).all(of: .person(person.id)).map(\.content).contains {
        $0.revocation == nil && $0.year == year && share.honours.contains($0.honour)
      }
    }
    if share.isMet(by: bearers, of: people.count) { return [] }
    return [
      .tooFewBearers(
        honour: share.honours.first.map(honourName) ?? "", bearers: bearers, people: people.count,
        needed: share.bound, source: source)
    ]
  }

  private func reusedInitiatives(
    of filed: Filed<Dossier>, _ subject: Subject
  ) throws -> [DossierWarning] {
    let own = filed.content.papers.filter { $0.kind == .initiative }.compactMap(\.note)
    if own.isEmpty { return [] }
    return try RecordTable<Dossier>(session).all(of: subject).filter { $0.id != filed.id }
      .flatMap { other in
        other.content.papers.filter { paper in
          paper.kind == .initiative && paper.note.map(own.contains) ?? false
        }.map {
          .initiativeUsed(note: $0.note ?? "", honour: honourName(other.content.honour))
        }
      }
  }
}
