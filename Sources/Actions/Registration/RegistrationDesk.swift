import CampaignStore
import Campaigns
import CivilTime

/// What every change of a registration needs: the campaign and subject, permitted and known.
struct RegistrationDesk {
  let clerk: Clerk
  let campaign: Campaign
  let subject: NamedSubject
  let person: Person
  let table: RegistrationTable
  private let rules: RegistrationRules

  /// Throws `Refusal` unless `person` may do `act` for the subject in that campaign.
  init(
    _ clerk: Clerk, _ act: Act, _ subject: Subject, in campaign: CampaignID, by person: Person
  ) throws(Refusal) {
    self.clerk = clerk
    self.person = person
    try clerk.check(act, concerning: .subject(subject))
    self.campaign = try clerk.campaign(campaign)
    guard self.campaign.organization.id == clerk.directory.organization(of: subject) else {
      throw .notPermitted(.selfUnitOrSecretary)
    }
    self.subject = try clerk.named(subject)
    table = RegistrationTable(clerk.session)
    rules = RegistrationRules(of: self.campaign, honours: clerk.directory.honours)
  }

  /// The reason to keep if it is late, `nil` in time.
  func admit(_ lateReason: String?) throws(Refusal) -> String? {
    try rules.admit(
      at: clerk.now, mayAcceptLate: clerk.permissions.mayAcceptLate(clerk.speaker),
      lateReason: lateReason)
  }

  func isInTime(at moment: Instant) -> Bool { rules.isInTime(at: moment) }

  func check(_ honour: HonourCode) throws(Refusal) {
    try rules.check(honour, for: subject.subject.kind, on: clerk.now.date)
  }

  func refuseDuplicate(of honour: HonourCode, among active: [Registration]) throws(Refusal) {
    if let existing = active.first(where: { $0.honour == honour }) {
      throw .duplicate(
        existing: existing, subject: subject, honour: clerk.honourName(honour))
    }
  }

  /// The registration meant: that of `honour`, or the only one.
  func theOne(
    _ honour: HonourCode?, among active: [Registration]
  ) throws(Refusal) -> Registration {
    guard let first = active.first else { throw .wrongState(.nothingRegistered(subject: subject)) }
    guard let honour else {
      guard active.count == 1 else {
        throw .wrongState(.whichRegistration(subject: subject, honours: active.map(\.honour)))
      }
      return first
    }
    guard let found = active.first(where: { $0.honour == honour }) else {
      throw .wrongState(
        .honourNotRegistered(subject: subject, honour: clerk.honourName(honour)))
    }
    return found
  }

  func log(_ receipt: Receipt, _ act: ChangeAct, _ honours: [HonourCode]) throws {
    try ChangeLog(clerk.session).add(
      ChangeEntry(
        receipt: receipt, organization: person.organization, person: person.id, act: act,
        detail: [campaign.id, subject.name, honours.joined(separator: ", ")]
          .joined(separator: ChangeEntry.separator)))
  }

  func result(
    _ receipt: Receipt, _ honours: [HonourCode], _ state: RegistrationState, isLate: Bool
  ) throws -> RegistrationChange {
    RegistrationChange(
      receipt: receipt, campaign: campaign.id, campaignTitle: campaign.title, subject: subject,
      isSpeaker: subject.subject == .person(person.id),
      honours: honours.map { .init(code: $0, name: clerk.honourName($0)) },
      state: state, isLate: isLate, next: try next(after: state))
  }

  /// Who withdrew can still register as long as that is open.
  private func next(after state: RegistrationState) throws -> MilestoneEntry? {
    let again = campaign.registration.map { MilestoneEntry($0, at: clerk.now) }
    if state == .withdrawn, let again, again.isOpen { return again }
    return try clerk.nextStep(in: campaign)
  }

  /// Puts a notice into the outbox of those whom the change concerns, unless they made it.
  func notify(_ event: RegistrationEvent, _ change: RegistrationChange) throws -> [Push] {
    let recipients = concerned().filter { $0 != person.id }
    guard !recipients.isEmpty else { return [] }
    let notice = RegistrationNotice(
      event: event, kind: subject.subject.kind, subject: subject.name, campaign: campaign.id,
      campaignTitle: campaign.title, honours: change.honours.map(\.name), by: person.name,
      receipt: change.receipt.code, isLate: change.isLate)
    return try recipients.compactMap { recipient in
      try PushTable(clerk.session).add(.registrationNotice(notice), to: recipient, at: clerk.now)
    }
  }

  /// The person, the householder, or the officers of the unit.
  private func concerned() -> [PersonID] {
    switch subject.subject {
    case .person(let id), .household(of: let id): [id]
    case .unit(let unit):
      clerk.directory.people(of: person.organization)
        .filter { $0.unit == unit && $0.role == .officer }.map(\.id)
    }
  }
}
