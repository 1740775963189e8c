import CampaignStore
import Campaigns
import CivilTime

// Questions about registrations.

extension Clerk {
  /// An officer gets the own unit only.
  func registrations(in id: CampaignID, _ filter: RegistrationFilter) throws -> RegistrationList {
    let campaign = try campaign(id)
    let unit = filter.unit ?? permissions.horizon(of: speaker)
    try check(.registrationList, in: campaign, unit)
    let entries = try RegistrationTable(session).active(in: id).compactMap { registration in
      guard unit == nil || directory.unit(of: registration.subject) == unit,
        filter.honours.isEmpty || filter.honours.contains(registration.honour)
      else { return RegistrationEntry?.none }
      return entry(of: registration)
    }
    return RegistrationList(
      campaign: campaign.title, unit: unitName(unit),
      entries: entries)
  }

  /// An officer gets the own unit only.
  func missing(in id: CampaignID, _ asked: UnitID?) throws -> MissingList {
    let campaign = try campaign(id)
    let unit = asked ?? permissions.horizon(of: speaker)
    try check(.registrationMissing, in: campaign, unit)
    guard let milestone = campaign.registration else {
      throw Refusal.wrongState(.noRegistrationDuty(campaign: campaign.title))
    }
    let ledger = try DutyLedger(of: [campaign], in: directory, on: session)
    let owing = directory.people(of: campaign.organization.id).filter { person in
      unit == nil || person.unit == unit
    }
    let all = DutyLedger().debtors(of: milestone, in: campaign, among: owing)
    let missing = ledger.debtors(of: milestone, in: campaign, among: owing)
    return MissingList(
      campaign: campaign.title, unit: unitName(unit),
      milestone: MilestoneEntry(milestone, at: now),
      people: missing.compactMap { directory.named(.person($0.id)) },
      done: all.count - missing.count)
  }

  private func check(_ act: Act, in campaign: Campaign, _ unit: UnitID?) throws(Refusal) {
    try check(act, concerning: unit.map { .unit($0) } ?? .nobody)
    guard speaker.person?.organization == campaign.organization.id else {
      throw .notPermitted(.unitOfficerOr([.secretary, .chair]))
    }
  }

  /// A person's status holds that of the household too.
  func status(of subject: Subject) throws -> Outcome {
    let isSpeaker = speaker.person.map { subject == .person($0.id) } ?? false
    try check(isOwn(subject) ? .statusMine : .statusOf, concerning: .subject(subject))
    let named = try named(subject)
    let table = RegistrationTable(session)
    let person: Person? = if case .person(let id) = subject { directory.people[id] } else { nil }
    let registrations =
      try person.map { try table.active(ofPersonAndHousehold: $0.id) } ?? table.active(of: subject)
    let campaigns = directory.organization(of: subject).map { directory.campaigns(of: $0) } ?? []
    let ledger = DutyLedger(
      of: try registrations + (person.map { try unitRegistrations(of: $0) } ?? []),
      settled: try person.map { person in
        Dictionary(
          uniqueKeysWithValues: try campaigns.map {
            ($0.id, try DutyLedger.settlements(in: $0, directory, session, for: person))
          })
      } ?? [:])
    let cases = try SubjectCases(of: subject, self)
    let views = try campaigns.compactMap { campaign -> SubjectStatus.InCampaign? in
      let own = registrations.filter { $0.campaign == campaign.id }
      guard
        !own.isEmpty || campaign.phase(on: now.date) == .running || cases.has(any: campaign.id)
      else { return nil }
      let owed = campaign.milestones.filter { milestone in
        milestone.deadline.isOpen(at: now)
          && (person.map { ledger.owes($0, milestone, in: campaign) } ?? false)
      }
      return SubjectStatus.InCampaign(
        id: campaign.id, title: campaign.title, registrations: own.compactMap(entry(of:)),
        owed: owed.map { MilestoneEntry($0, at: now) }, next: try nextStep(in: campaign),
        pledge: cases.pledges[campaign.id], works: cases.works[campaign.id] ?? [],
        dossiers: cases.dossiers[campaign.id] ?? [], awards: cases.awards[campaign.id] ?? [])
    }
    return .status(
      SubjectStatus(
        subject: named, isSpeaker: isSpeaker, campaigns: views,
        bar: try visibleBar(of: subject)))
  }

  /// Those of the unit for which an officer acts: they settle duties of the officer.
  private func unitRegistrations(of person: Person) throws -> [Registration] {
    guard person.role == .officer, let unit = person.unit else { return [] }
    return try RegistrationTable(session).active(of: .unit(unit))
  }

  /// `nil` if the subject is no longer known.
  private func entry(of registration: Registration) -> RegistrationEntry? {
    directory.named(registration.subject).map { subject in
      RegistrationEntry(
        registration: registration, subject: subject, honour: honourName(registration.honour))
    }
  }

  /// The next dated step after registration that is not done yet.
  func nextStep(in campaign: Campaign) throws -> MilestoneEntry? {
    let done = try DutyLedger.doneByOffice(in: campaign, on: session)
    return campaign.milestones
      .filter {
        $0.kind != .registration && $0.deadline.isOpen(at: now) && !done.contains($0.id)
      }
      .min { $0.deadline.lastValidDay < $1.deadline.lastValidDay }
      .map { MilestoneEntry($0, at: now) }
  }
}
