/// Who and what is known: organizations, units, people, campaigns, honours, working days, rules of
/// reminders.
///
/// An immutable snapshot that loops and threads share; a change in the store makes a new one with
/// a higher `version`. Reading it costs a dictionary look-up. A class, since every message passes
/// it along: a struct would retain each of its tables each time.
package final class Directory: Sendable {
  /// Grows with every change of people, units or campaigns in the store.
  package let version: Int64
  package let organizations: [OrganizationID: Organization]
  /// Running campaigns are looked for here; in the order they were loaded.
  package let campaigns: [Campaign]
  package let honours: HonoursCatalogue
  package let calendar: WorkingCalendar
  package let reminderRules: ReminderRules
  package let units: [UnitID: Unit]
  package let people: [PersonID: Person]
  /// Everyone, ascending: the order in which they were imported.
  package let personIDs: [PersonID]
  private let campaignIndex: [CampaignID: Int]
  private let peopleOf: [OrganizationID: [Person]]
  /// Those with an office: a handful where `peopleOf` may be a hundred thousand.
  private let staffOf: [OrganizationID: [Person]]
  private let peopleIn: [UnitID: [PersonID]]
  private let unitsOf: [OrganizationID: [Unit]]
  private let campaignsOf: [OrganizationID: [Campaign]]

  package init(
    version: Int64, organizations: [Organization], campaigns: [Campaign],
    honours: HonoursCatalogue, calendar: WorkingCalendar, reminderRules: ReminderRules,
    units: [Unit], people: [Person]
  ) {
    self.version = version
    self.organizations = Dictionary(
      organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.campaigns = campaigns
    self.honours = honours
    self.calendar = calendar
    self.reminderRules = reminderRules
    self.units = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    campaignIndex = Dictionary(
      campaigns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    personIDs = self.people.keys.sorted()
    peopleOf = Dictionary(grouping: people, by: \.organization)
    staffOf = Dictionary(grouping: people.filter { $0.role != .member }, by: \.organization)
    peopleIn = Dictionary(grouping: people.filter { $0.unit != nil }, by: { $0.unit ?? 0 })
      .mapValues { $0.map(\.id) }
    unitsOf = Dictionary(grouping: units, by: \.organization)
    campaignsOf = Dictionary(grouping: campaigns, by: \.organization.id)
  }

  package func campaign(_ id: CampaignID) -> Campaign? {
    campaignIndex[id].map { campaigns[$0] }
  }

  /// As it stands now; `nil` if the plan has it no more.
  package func milestone(_ duty: DutyDue) -> Milestone? {
    campaign(duty.campaign)?.milestone(duty.milestone)
  }

  /// The duty that a personal reminder comes before, as it stands now.
  package func duty(_ before: PersonalReminder.Before?) -> DutyDue? {
    guard let before, let campaign = campaign(before.campaign),
      let milestone = campaign.milestone(before.milestone)
    else { return nil }
    return DutyDue(of: milestone, in: campaign)
  }

  /// What is due on which day, for those who want to hear of it at these hours.
  package func reminderPlan(_ schedule: ReminderSchedule) -> ReminderPlan {
    ReminderPlan(schedule: schedule, rules: reminderRules, calendar: calendar)
  }

  package func campaigns(of organization: OrganizationID) -> [Campaign] {
    campaignsOf[organization] ?? []
  }

  /// In the order in which they were imported.
  package func people(of organization: OrganizationID) -> [Person] {
    peopleOf[organization] ?? []
  }

  /// Those who hold an office, whatever it is; in the order in which they were imported.
  package func staff(of organization: OrganizationID) -> [Person] {
    staffOf[organization] ?? []
  }

  /// In the order in which they were imported.
  package func people(in unit: UnitID) -> [Person] {
    (peopleIn[unit] ?? []).compactMap { people[$0] }
  }

  package func units(of organization: OrganizationID) -> [Unit] {
    unitsOf[organization] ?? []
  }

  package func unitName(of person: Person) -> String? {
    person.unit.flatMap { units[$0]?.name }
  }

  /// In the given order: namesakes with their units, everybody else by name alone.
  package func distinctNames(of people: some Collection<Person>) -> [String] {
    let bearers = Dictionary(grouping: people, by: \.name)
    return people.map { person in
      guard (bearers[person.name]?.count ?? 0) > 1, let unit = unitName(of: person) else {
        return person.name
      }
      return person.name + " (" + unit + ")"
    }
  }

  /// `nil` if the subject is not (or no longer) known.
  package func named(_ subject: Subject) -> NamedSubject? {
    switch subject {
    case .person(let id), .household(of: let id):
      people[id].map {
        NamedSubject(subject: subject, name: $0.name, unit: unitName(of: $0))
      }
    case .unit(let id):
      units[id].map { NamedSubject(subject: subject, name: $0.name, unit: nil) }
    }
  }

  /// The organization a subject belongs to.
  package func organization(of subject: Subject) -> OrganizationID? {
    switch subject {
    case .person(let id), .household(of: let id): people[id]?.organization
    case .unit(let id): units[id]?.organization
    }
  }

  /// The unit a subject belongs to; a unit belongs to itself.
  package func unit(of subject: Subject) -> UnitID? {
    switch subject {
    case .person(let id), .household(of: let id): people[id]?.unit
    case .unit(let id): id
    }
  }
}
