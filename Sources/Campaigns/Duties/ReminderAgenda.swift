package import CivilTime

/// What the plans have due in a stretch of time, before it is known who has done what: tells whom a
/// round can pass over, and what of the store it has to read for the others.
package struct ReminderAgenda: Sendable {
  package let start: Instant
  package let end: Instant
  private let kinds: [OrganizationID: Set<ReminderOccasion.Kind>]

  /// What becomes due after `start` and up to `end`.
  package init(
    in directory: Directory, after start: Instant, through end: Instant,
    schedules: Set<ReminderSchedule>
  ) {
    self.start = start
    self.end = end
    let plans = schedules.map(directory.reminderPlan)
    var kinds: [OrganizationID: Set<ReminderOccasion.Kind>] = [:]
    for campaign in directory.campaigns {
      for occasion in plans.lazy.flatMap({ $0.occasions(of: campaign) })
      where start < occasion.at && occasion.at <= end {
        kinds[campaign.organization.id, default: []].insert(occasion.kind)
      }
    }
    self.kinds = kinds
  }

  /// Whether a digest for that person is possible. Where the plans have nothing due, cases may
  /// still wait for those who hold an office.
  package func mayConcern(_ person: Person) -> Bool {
    person.role != .member || kinds[person.organization] != nil
  }

  /// Whose registrations decide what is said to `recipients`: their own, their units', and those of
  /// the people they answer for.
  package func decisive(for recipients: [Person], in directory: Directory) -> DecisiveSubjects {
    var found = DecisiveSubjects()
    for person in recipients {
      guard let kinds = kinds[person.organization] else { continue }
      found.insert(person)
      if kinds.contains(.missing(person.role)) { found.insertThose(seenBy: person, in: directory) }
    }
    return found
  }
}

/// Whose registrations decide on what is said.
package struct DecisiveSubjects: Sendable {
  /// Of people and units.
  package private(set) var numbers: Set<Int64> = []
  /// Everybody in these.
  package private(set) var organizations: Set<OrganizationID> = []

  init() {}

  /// On what `pushes` say.
  package init(of pushes: [Push], in directory: Directory) {
    for push in pushes {
      guard let person = directory.people[push.recipient] else { continue }
      for line in push.content.owed {
        switch line {
        case .duty: insert(person)
        case .missing: insertThose(seenBy: person, in: directory)
        case .waiting: break
        }
      }
    }
  }

  fileprivate mutating func insert(_ person: Person) {
    numbers.insert(person.id)
    if let unit = person.unit, person.role == .officer { numbers.insert(unit) }
  }

  /// Whom `person` looks after.
  fileprivate mutating func insertThose(seenBy person: Person, in directory: Directory) {
    guard person.role == .officer else {
      organizations.insert(person.organization)
      return
    }
    if let unit = person.unit {
      numbers.formUnion(directory.people(in: unit).map(\.id))
    }
  }
}
