package import CivilTime

/// Turns due occasions into one digest per person: pure, so that a preview and the real sending
/// cannot differ.
package struct ReminderDispatch: Sendable {
  private let directory: Directory
  private let ledger: DutyLedger
  private let recipient: Person?

  /// - Parameter recipient: the only one to get a digest; `nil` for everyone concerned.
  package init(directory: Directory, ledger: DutyLedger, recipient: Person? = nil) {
    self.directory = directory
    self.ledger = ledger
    self.recipient = recipient
  }

  /// The digests for `occasions`, folded per person into one that bears the newest day.
  ///
  /// Occasions whose duty can no longer be done at `now` are left out, except the secretary's
  /// list of those missing.
  ///
  /// - Parameter servingSince: when the server began to send; what was due before it is late.
  package func digests(
    for occasions: [ReminderOccasion], at now: Instant, servingSince: Instant
  ) -> [(recipient: Person, digest: ReminderDigest)] {
    var order: [PersonID] = []
    var byPerson: [PersonID: ReminderDigest] = [:]
    func add(
      to person: Person, _ occasion: ReminderOccasion, _ change: (inout ReminderDigest) -> Void
    ) {
      guard recipient == nil || recipient?.id == person.id else { return }
      if byPerson[person.id] == nil { order.append(person.id) }
      let old = byPerson[person.id]
      var digest = ReminderDigest(
        day: max(old?.day ?? occasion.at.date, occasion.at.date),
        isLate: occasion.at < servingSince && (old?.isLate ?? true),
        duties: old?.duties ?? [], missing: old?.missing ?? [])
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
          add(to: person, occasion) { digest in
            if !digest.duties.contains(duty) { digest.duties.append(duty) }
          }
        }
      case .missing:
        guard !debtors.isEmpty else { continue }
        let list = MissingDuty(
          duty: duty, names: distinctNames(of: debtors.prefix(MissingDuty.shownNames)),
          count: debtors.count)
        for person in people where person.role == .secretary {
          add(to: person, occasion) { digest in
            digest.missing.removeAll { $0.duty == duty }
            digest.missing.append(list)
          }
        }
      }
    }
    return order.compactMap { id in
      guard let person = directory.people[id], let digest = byPerson[id] else { return nil }
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
