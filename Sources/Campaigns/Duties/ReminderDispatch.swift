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
    var order: [PersonID] = []
    var byPerson: [PersonID: ReminderDigest] = [:]
    func add(to person: Person, _ at: Instant, _ change: (inout ReminderDigest) -> Void) {
      guard audience(person, at.date) else { return }
      if byPerson[person.id] == nil { order.append(person.id) }
      let old = byPerson[person.id]
      var digest = ReminderDigest(
        day: max(old?.day ?? at.date, at.date),
        isLate: at < servingSince && (old?.isLate ?? true),
        duties: old?.duties ?? [], missing: old?.missing ?? [], cases: old?.cases ?? [])
      change(&digest)
      byPerson[person.id] = digest
    }
    for occasion in occasions {
      guard let campaign = directory.campaign(occasion.campaign),
        let milestone = campaign.milestones.first(where: { $0.id == occasion.milestone })
      else { continue }
      let duty = DutyDue(of: milestone, in: campaign)
      let people = directory.people(of: campaign.organization.id)
      let debtors = ledger.debtors(of: milestone, in: campaign, among: people)
      switch occasion.kind {
      case .due:
        guard milestone.deadline.isOpen(at: now) else { continue }
        for person in debtors {
          add(to: person, occasion.at) { digest in
            if !digest.duties.contains(duty) { digest.duties.append(duty) }
          }
        }
      case .missing:
        // After a long outage the list has lost its point.
        guard !debtors.isEmpty, occasion.at.date.days(to: now.date) <= 7 else { continue }
        let list = MissingDuty(
          duty: duty, names: distinctNames(of: debtors.prefix(MissingDuty.shownNames)),
          count: debtors.count)
        for person in people where person.role == .secretary {
          add(to: person, occasion.at) { $0.tellMissing(list) }
        }
      case .missingInUnit:
        guard milestone.deadline.isOpen(at: now) else { continue }
        for officer in people where officer.role == .officer {
          let own = debtors.filter { $0.unit == officer.unit && $0.id != officer.id }
          if own.isEmpty || officer.unit == nil { continue }
          let list = MissingDuty(
            duty: duty, names: distinctNames(of: own.prefix(MissingDuty.shownNames)),
            count: own.count)
          add(to: officer, occasion.at) { $0.tellMissing(list) }
        }
      }
    }
    for (duty, at) in cases {
      let told = duty.debtors + (at.date > duty.due ? duty.overseers : [])
      for person in told.compactMap({ directory.people[$0] }) {
        let entry = CaseDue(of: duty, for: person.id)
        add(to: person, at) { digest in
          if !digest.cases.contains(entry) { digest.cases.append(entry) }
        }
      }
    }
    return order.compactMap { id in
      guard let person = directory.people[id], var digest = byPerson[id] else { return nil }
      // Most urgent first; what is equally urgent in the order it came up.
      digest.duties.sort { $0.lastValidDay < $1.lastValidDay }
      digest.cases.sort { $0.due < $1.due }
      return (person, digest)
    }
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

extension ReminderDigest {
  /// The newest list of a duty takes the place of an older one.
  fileprivate mutating func tellMissing(_ list: MissingDuty) {
    missing.removeAll { $0.duty == list.duty }
    missing.append(list)
  }
}
