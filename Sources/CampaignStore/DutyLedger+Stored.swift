package import Campaigns
import CivilTime

// Who has done which duty, read from all that settles one.

extension DutyLedger {
  /// For these campaigns.
  ///
  /// - Parameter person: whose duties are asked about; `nil` for everyone's.
  package init(
    of campaigns: [Campaign], in directory: Directory, on session: any SQLSession,
    for person: Person? = nil
  ) throws {
    var settled: [CampaignID: Set<Settlement>] = [:]
    for campaign in campaigns {
      settled[campaign.id] = try DutyLedger.settlements(
        in: campaign, directory, session, for: person)
    }
    // A member without an office owes nothing of a case.
    let hasCases = person.map { $0.role != .member } ?? true
    self.init(
      registered: try RegistrationTable(session).subjects(registeredIn: campaigns.map(\.id)),
      settled: settled,
      cases: hasCases
        ? try campaigns.flatMap {
          try CaseDutyReader(campaign: $0, directory: directory, session: session).duties()
        } : [])
  }

  /// What waited for somebody in these campaigns and does no longer: calendars take it off.
  package static func formerCases(
    of campaigns: [Campaign], in directory: Directory, on session: any SQLSession
  ) throws -> [CaseDuty] {
    try campaigns.flatMap {
      try CaseDutyReader(campaign: $0, directory: directory, session: session).formerDuties()
    }
  }

  /// For digests to `recipients`: exact about what decides on these, and silent about all others.
  ///
  /// - Parameter agenda: what is due to them.
  package init(
    for recipients: [Person], on agenda: ReminderAgenda, of campaigns: [Campaign],
    in directory: Directory, book: inout CaseBook, on session: any SQLSession
  ) throws {
    let staffed = Set(recipients.filter { $0.role != .member }.map(\.organization))
    try self.init(
      for: recipients, deciding: agenda.decisive(for: recipients, in: directory), of: campaigns,
      withCasesOf: campaigns.filter {
        staffed.contains($0.organization.id) || $0.hasPosts(of: .member)
      }, in: directory, book: &book, on: session)
  }

  /// For what was said to people and has not been seen yet: exact about what decides on whether it
  /// still stands, and silent about all else.
  package init(
    standing pushes: [Push], in directory: Directory, book: inout CaseBook,
    on session: any SQLSession
  ) throws {
    // What persons owe is in registrations; for everything else the records are read.
    var said: Set<CampaignID> = []
    var filed: Set<CampaignID> = []
    for line in pushes.flatMap(\.content.owed) {
      let (campaign, duty) =
        switch line {
        case .waiting(let due): (due.campaign, DutyDue?.none)
        case .duty(let duty): (duty.campaign, duty)
        case .missing(let list): (list.duty.campaign, list.duty)
        }
      said.insert(campaign)
      if case .persons? = duty.flatMap(directory.milestone)?.owedBy { continue }
      filed.insert(campaign)
    }
    try self.init(
      for: Set(pushes.map(\.recipient)).compactMap { directory.people[$0] },
      deciding: DecisiveSubjects(of: pushes, in: directory),
      of: said.compactMap(directory.campaign), withCasesOf: filed.compactMap(directory.campaign),
      in: directory, book: &book, on: session)
  }

  private init(
    for recipients: [Person], deciding decisive: DecisiveSubjects, of campaigns: [Campaign],
    withCasesOf filed: [Campaign], in directory: Directory, book: inout CaseBook,
    on session: any SQLSession
  ) throws {
    let registrations = RegistrationTable(session)
    let everybody = campaigns.filter {
      decisive.organizations.contains($0.organization.id)
    }.map(\.id)
    var registered = try registrations.subjects(registeredWith: decisive.numbers)
    registered.merge(try registrations.subjects(registeredIn: everybody)) { $0.union($1) }

    try book.catchUp(with: directory, on: session)
    let concerned = Set(recipients.map(\.id))
    var settled: [CampaignID: Set<Settlement>] = [:]
    var cases: [CaseDuty] = []
    for campaign in filed {
      let page = try book.page(of: campaign, in: directory, on: session)
      settled[campaign.id] = page.settled
      cases += page.cases.filter { $0.concerns(concerned) }
    }
    self.init(registered: registered, settled: settled, cases: cases)
  }

  /// What units and the office have settled in a campaign; what persons owe is in registrations.
  package static func settlements(
    in campaign: Campaign, _ directory: Directory, _ session: any SQLSession, for person: Person?
  ) throws -> Set<Settlement> {
    // Only what the person could owe is looked up: most people owe none of it. Those above the
    // officers look after what others owe.
    let debtor = person.flatMap { [.member, .officer].contains($0.role) ? $0 : nil }
    let owable = campaign.milestones.filter { milestone in
      debtor.map { DutyLedger().owes($0, milestone, in: campaign) } ?? true
    }
    let kinds = Set(owable.map(\.kind))
    var settled: Set<Settlement> = []
    func settle(_ kind: MilestoneKind, _ unit: UnitID) {
      for milestone in campaign.milestones(of: kind) {
        settled.insert(.unit(unit, milestone: milestone.id))
      }
    }
    if kinds.contains(.work), let minimum = campaign.works {
      let works = try RecordTable<Work>(session).all(in: campaign.id)
      for (subject, works) in Dictionary(grouping: works, by: \.subject) {
        let isEnough = minimum.shortfall(of: works.map(\.content), counting: \.isComplete).isEmpty
        if isEnough, case .unit(let unit) = subject { settle(.work, unit) }
      }
    }
    if kinds.contains(.dossier) {
      for dossier in try RecordTable<Dossier>(session).all(in: campaign.id)
      where dossier.content.receivedOn != nil {
        if let unit = dossier.subject.flatMap({ directory.unit(of: $0) }) {
          settle(.dossier, unit)
        }
      }
    }
    if kinds.contains(.council) {
      settled.formUnion(try heldCouncils(in: campaign, session).map { .office(milestone: $0) })
    }
    if kinds.contains(where: \.isSettledByHand) {
      for done in try RecordTable<MilestoneDone>(session).all(in: campaign.id) {
        if case .unit(let unit)? = done.subject {
          settled.insert(.unit(unit, milestone: done.content.milestone))
        } else {
          settled.insert(.office(milestone: done.content.milestone))
        }
      }
    }
    return settled
  }

  /// Ids of the milestones that the office as a whole has behind it.
  package static func doneByOffice(
    in campaign: Campaign, on session: any SQLSession
  ) throws -> Set<String> {
    let done = try RecordTable<MilestoneDone>(session).all(in: campaign.id)
      .filter { $0.subject == nil }.map(\.content.milestone)
    return try heldCouncils(in: campaign, session).union(done)
  }

  private static func heldCouncils(
    in campaign: Campaign, _ session: any SQLSession
  ) throws -> Set<String> {
    Set(
      try RecordTable<Sitting>(session).all(in: campaign.id).compactMap { sitting in
        sitting.content.closedAt.flatMap { campaign.sittingMilestone(on: $0.date)?.id }
      })
  }
}

extension Campaign {
  /// Whether a duty rests on that post.
  fileprivate func hasPosts(of role: Role) -> Bool {
    milestones.contains { milestone in
      if case .posts(let roles) = milestone.owedBy { roles.contains(role) } else { false }
    }
  }
}
