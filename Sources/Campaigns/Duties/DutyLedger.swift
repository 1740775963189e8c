/// Who has done which duty so far, read from the store for one moment.
package struct DutyLedger: Sendable {
  /// Subjects with at least one active registration, by campaign.
  private let registered: [CampaignID: Set<Subject>]

  package init(registered: [CampaignID: Set<Subject>] = [:]) {
    self.registered = registered
  }

  /// What active registrations settle.
  package init(of registrations: [Registration]) {
    self.init(
      registered: Dictionary(grouping: registrations, by: \.campaign)
        .mapValues { Set($0.map(\.subject)) })
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
      return roles.contains(person.role)
    }
  }

  /// Everyone who still owes the duty, in the order of the directory.
  package func debtors(
    of milestone: Milestone, in campaign: Campaign, among people: [Person]
  ) -> [Person] {
    people.filter { owes($0, milestone, in: campaign) }
  }

  private func isDone(_ milestone: Milestone, by subject: Subject, in campaign: CampaignID) -> Bool
  {
    switch milestone.kind {
    case .registration: hasRegistered(subject, in: campaign)
    case .dossier, .council, .report, .work, .closing, .review: false
    }
  }
}
