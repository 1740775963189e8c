/// Who has done which duty so far, read from the store for one moment.
package struct DutyLedger: Sendable {
  /// Subjects with at least one active registration, by campaign.
  private let registered: [CampaignID: Set<Subject>]
  private let settled: [CampaignID: Set<Settlement>]
  /// What waits for somebody because of what happened.
  package let cases: [CaseDuty]

  /// What settles the duty of a unit, or of the responsible posts.
  package enum Settlement: Hashable, Sendable {
    case unit(UnitID, milestone: String)
    case office(milestone: String)
  }

  package init(
    registered: [CampaignID: Set<Subject>] = [:], settled: [CampaignID: Set<Settlement>] = [:],
    cases: [CaseDuty] = []
  ) {
    self.cases = cases
    self.registered = registered
    self.settled = settled
  }

  /// What active registrations settle, and what else was settled.
  package init(
    of registrations: [Registration], settled: [CampaignID: Set<Settlement>] = [:]
  ) {
    self.init(
      registered: Dictionary(grouping: registrations, by: \.campaign)
        .mapValues { Set($0.map(\.subject)) },
      settled: settled)
  }

  package func hasRegistered(_ subject: Subject, in campaign: CampaignID) -> Bool {
    registered[campaign]?.contains(subject) ?? false
  }

  /// Whether `person` still has to act for `milestone`, for himself, his unit or his post.
  package func owes(_ person: Person, _ milestone: Milestone, in campaign: Campaign) -> Bool {
    guard person.organization == campaign.organization.id else { return false }
    switch milestone.owedBy {
    case .persons(let roles):
      guard roles.contains(person.role) else { return false }
      return !isDone(milestone, by: .person(person.id), in: campaign.id)
    case .units:
      guard person.role == .officer, let unit = person.unit else { return false }
      return !isDone(milestone, by: .unit(unit), in: campaign.id)
    case .posts(let roles):
      guard roles.contains(person.role) else { return false }
      return !(settled[campaign.id]?.contains(.office(milestone: milestone.id)) ?? false)
    }
  }

  /// Everyone who still owes the duty, in the order of the directory.
  package func debtors(
    of milestone: Milestone, in campaign: Campaign, among people: [Person]
  ) -> [Person] {
    people.filter { owes($0, milestone, in: campaign) }
  }

  func isDone(_ milestone: Milestone, by subject: Subject, in campaign: CampaignID) -> Bool {
    switch milestone.kind {
    case .registration: hasRegistered(subject, in: campaign)
    case .dossier, .council, .report, .work, .closing, .review:
      if case .unit(let unit) = subject {
        settled[campaign]?.contains(.unit(unit, milestone: milestone.id)) ?? false
      } else {
        false
      }
    }
  }
}
