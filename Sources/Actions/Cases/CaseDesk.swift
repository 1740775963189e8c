import CampaignStore
import Campaigns
import CivilTime

/// What every change beside registrations needs: the campaign, permitted; a receipt in the trail;
/// notices to those whom it concerns.
struct CaseDesk {
  let clerk: Clerk
  let campaign: Campaign
  let person: Person

  /// Throws `Refusal` unless `person` may do `act` in that campaign, which must be the own
  /// organization's.
  init(
    _ clerk: Clerk, _ act: Act, _ concern: Concern, in campaign: CampaignID, by person: Person
  ) throws(Refusal) {
    self.clerk = clerk
    self.person = person
    try clerk.check(act, concerning: concern)
    self.campaign = try clerk.campaign(campaign)
    guard self.campaign.organization.id == person.organization else {
      throw clerk.permissions.denial(of: act)
    }
  }

  /// Where permission was asked before.
  init(_ clerk: Clerk, of campaign: Campaign, for person: Person) {
    self.clerk = clerk
    self.campaign = campaign
    self.person = person
  }

  var session: any SQLSession { clerk.session }

  /// The next number, in the trail.
  func receipt(_ act: ChangeAct, _ facts: [String] = []) throws -> Receipt {
    try clerk.receipt(act, [campaign.id] + facts, by: person)
  }

  /// As `Campaign.admit`, for the speaker and now.
  func admit(
    _ duties: [Milestone], _ lateReason: String?
  ) throws(Refusal) -> (lastValidDay: CivilDate?, lateReason: String?) {
    try campaign.admit(
      duties, at: clerk.now, mayAcceptLate: clerk.permissions.mayAcceptLate(clerk.speaker),
      lateReason: lateReason)
  }

  func performed(
    _ what: ChangeMade.What, _ receipt: Receipt, pushes: [Push] = []
  ) -> Performed {
    Performed(
      outcome: .made(ChangeMade(receipt: receipt, campaign: campaign, what: what)),
      pushes: pushes)
  }

  // MARK: Whom it concerns

  /// The person, the householder, or the officers of the unit.
  func concerned(by subject: Subject) -> [PersonID] {
    switch subject {
    case .person(let id), .household(of: let id): [id]
    case .unit(let unit): officers(of: unit)
    }
  }

  /// The officers of a unit.
  func officers(of unit: UnitID?) -> [PersonID] {
    guard let unit else { return [] }
    return clerk.directory.people(of: campaign.organization.id)
      .filter { $0.unit == unit && $0.role == .officer }.map(\.id)
  }

  func holders(of roles: Set<Role>) -> [PersonID] {
    clerk.directory.people(of: campaign.organization.id)
      .filter { roles.contains($0.role) }.map(\.id)
  }

  /// Each of them once, and not who did it himself.
  ///
  /// - Parameter cause: where it will be asked who has seen it.
  func tell(
    _ recipients: [PersonID], _ notice: CaseNotice, cause: Receipt? = nil
  ) throws -> [Push] {
    var told: Set<PersonID> = [person.id]
    return try recipients.filter { told.insert($0).inserted }.compactMap { recipient in
      try PushTable(session).add(
        .caseNotice(notice), to: recipient, at: clerk.now, cause: cause)
    }
  }
}
