package import CivilTime

/// Turns due occasions into one digest per person: pure, so that a preview and the real sending
/// cannot differ.
package struct ReminderDispatch {
  private let directory: Directory
  private let ledger: DutyLedger
  private let audience: (Person, CivilDate) -> Bool

  /// - Parameter audience: who gets a digest on which day, of those concerned.
  package init(
    directory: Directory, ledger: DutyLedger,
    audience: @escaping (Person, CivilDate) -> Bool = { _, _ in true }
  ) {
    self.directory = directory
    self.ledger = ledger
    self.audience = audience
  }

  /// The digests for `occasions`, folded per person into one that bears the newest day.
  ///
  /// Occasions whose duty can no longer be done at `now` are left out, except the secretary's
  /// list of those missing.
  ///
  /// - Parameter servingSince: when the server began to send; what was due before it is late.
  package func digests(
    for occasions: [ReminderOccasion], cases: [(duty: CaseDuty, at: Instant)] = [],
    at now: Instant, servingSince: Instant
  ) -> [(recipient: Person, digest: ReminderDigest)] {
    var book = DigestBook(servingSince: servingSince, audience: audience)
    for occasion in occasions { tell(of: occasion, at: now, &book) }
    for (duty, at) in cases {
      for person in duty.told(on: at.date).compactMap({ directory.people[$0] }) {
        book.tell(person, at) { $0.tell(CaseDue(of: duty, for: person.id)) }
      }
    }
    return book.digests(in: directory)
  }

  private func tell(of occasion: ReminderOccasion, at now: Instant, _ book: inout DigestBook) {
    guard let campaign = directory.campaign(occasion.campaign),
      let milestone = campaign.milestones.first(where: { $0.id == occasion.milestone })
    else { return }
    let duty = DutyDue(of: milestone, in: campaign)
    let people = directory.people(of: campaign.organization.id)
    let debtors = ledger.debtors(of: milestone, in: campaign, among: people)
    switch occasion.kind {
    case .due:
      guard milestone.deadline.isOpen(at: now) else { return }
      for person in debtors { book.tell(person, occasion.at) { $0.tell(duty) } }
    case .missing:
      // After a long outage the list has lost its point.
      guard !debtors.isEmpty, occasion.at.date.days(to: now.date) <= 7 else { return }
      let list = missing(duty, debtors)
      for person in people where person.role == .secretary {
        book.tell(person, occasion.at) { $0.tell(list) }
      }
    case .missingInUnit:
      guard milestone.deadline.isOpen(at: now) else { return }
      let byUnit = Dictionary(grouping: debtors, by: \.unit)
      for officer in people where officer.role == .officer && officer.unit != nil {
        let own = (byUnit[officer.unit] ?? []).filter { $0.id != officer.id }
        if !own.isEmpty { book.tell(officer, occasion.at) { $0.tell(missing(duty, own)) } }
      }
    }
  }

  private func missing(_ duty: DutyDue, _ debtors: [Person]) -> MissingDuty {
    MissingDuty(
      duty: duty, names: distinctNames(of: debtors.prefix(MissingDuty.shownNames)),
      count: debtors.count)
  }

  /// Namesakes with their units, everybody else by name alone.
  private func distinctNames(of people: some Collection<Person>) -> [String] {
    let bearers = Dictionary(grouping: people, by: \.name)
    return people.map { person in
      guard (bearers[person.name]?.count ?? 0) > 1, let unit = directory.unitName(of: person) else {
        return person.name
      }
      return person.name + " (" + unit + ")"
    }
  }
}

/// The digests as they grow, in the order in which their recipients came up.
private struct DigestBook {
  let servingSince: Instant
  let audience: (Person, CivilDate) -> Bool
  private var order: [PersonID] = []
  private var digests: [PersonID: ReminderDigest] = [:]

  init(servingSince: Instant, audience: @escaping (Person, CivilDate) -> Bool) {
    self.servingSince = servingSince
    self.audience = audience
  }

  mutating func tell(_ person: Person, _ at: Instant, _ change: (inout ReminderDigest) -> Void) {
    guard audience(person, at.date) else { return }
    let old = digests[person.id]
    if old == nil { order.append(person.id) }
    var digest = ReminderDigest(
      day: max(old?.day ?? at.date, at.date),
      isLate: at < servingSince && (old?.isLate ?? true),
      duties: old?.duties ?? [], missing: old?.missing ?? [], cases: old?.cases ?? [])
    change(&digest)
    digests[person.id] = digest
  }

  /// Most urgent first; what is equally urgent in the order it came up.
  func digests(in directory: Directory) -> [(recipient: Person, digest: ReminderDigest)] {
    order.compactMap { id in
      guard let person = directory.people[id], var digest = digests[id] else { return nil }
      digest.duties.sort { $0.lastValidDay < $1.lastValidDay }
      digest.cases.sort { $0.due < $1.due }
      return (person, digest)
    }
  }
}

extension ReminderDigest {
  fileprivate mutating func tell(_ duty: DutyDue) {
    if !duties.contains(duty) { duties.append(duty) }
  }

  fileprivate mutating func tell(_ entry: CaseDue) {
    if !cases.contains(entry) { cases.append(entry) }
  }

  /// The newest list of a duty takes the place of an older one.
  fileprivate mutating func tell(_ list: MissingDuty) {
    missing.removeAll { $0.duty == list.duty }
    missing.append(list)
  }
}
