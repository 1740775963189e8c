package import CivilTime

/// Turns due occasions into one digest per person: pure, so that a preview and the real sending
/// cannot differ.
package struct ReminderDispatch {
  private let directory: Directory
  private let ledger: DutyLedger
  /// By organization; `nil` for everyone.
  private let recipients: [OrganizationID: [Person]]?
  private let recipientIDs: Set<PersonID>?
  private let audience: (Person, CivilDate) -> Bool

  /// - Parameters:
  ///   - recipients: the only ones to get something, in the order of the directory; `nil` for
  ///     everyone. What is said to a few costs what concerns these few.
  ///   - audience: who gets a digest on which day, of those concerned.
  package init(
    directory: Directory, ledger: DutyLedger, to recipients: [Person]? = nil,
    audience: @escaping (Person, CivilDate) -> Bool = { _, _ in true }
  ) {
    self.directory = directory
    self.ledger = ledger
    self.recipients = recipients.map { Dictionary(grouping: $0, by: \.organization) }
    recipientIDs = recipients.map { Set($0.map(\.id)) }
    self.audience = audience
  }

  /// The digests for `occasions`, folded per person into one that bears the newest day.
  ///
  /// What has lost its point at `now` is left out: a reminder before a day that is over, and what
  /// an outage has made more than a week old.
  ///
  /// - Parameter servingSince: when the server began to send; what was due before it is late.
  package func digests(
    for occasions: [ReminderOccasion],
    cases: [(duty: CaseDuty, at: Instant, told: [PersonID])] = [], at now: Instant,
    servingSince: Instant
  ) -> [(recipient: Person, digest: ReminderDigest)] {
    var book = DigestBook(servingSince: servingSince, audience: audience)
    for occasion in occasions { tell(of: occasion, at: now, &book) }
    for (duty, at, told) in cases {
      for person in told.compactMap({ directory.people[$0] })
      where recipientIDs?.contains(person.id) ?? true {
        book.tell(person, at) { $0.tell(CaseDue(of: duty, for: person.id)) }
      }
    }
    return book.digests(in: directory)
  }

  private func recipients(of organization: OrganizationID) -> [Person] {
    recipients.map { $0[organization] ?? [] } ?? directory.people(of: organization)
  }

  private func tell(of occasion: ReminderOccasion, at now: Instant, _ book: inout DigestBook) {
    guard let campaign = directory.campaign(occasion.campaign),
      let milestone = campaign.milestone(occasion.milestone)
    else { return }
    let recipients = recipients(of: campaign.organization.id)
    let isOverdue = milestone.deadline.lastValidDay < occasion.at.date
    let isRecent = occasion.at.date.days(to: now.date) <= 7
    switch occasion.kind {
    case .due:
      guard isOverdue ? isRecent : milestone.deadline.isOpen(at: now) else { return }
      let duty = DutyDue(of: milestone, in: campaign)
      for person in ledger.debtors(of: milestone, in: campaign, among: recipients) {
        book.tell(person, occasion.at) { $0.tell(duty) }
      }
    case .missing(let role):
      // An officer hears whom he can still help.
      guard role == .officer ? milestone.deadline.isOpen(at: now) : isRecent else { return }
      for person in recipients where person.role == role {
        guard let list = ledger.missing(milestone, in: campaign, for: person, directory) else {
          continue
        }
        book.tell(person, occasion.at) { $0.tell(list) }
      }
    }
  }
}

extension DutyLedger {
  /// Who has not done the duty, of those whom `person` looks after and without himself; `nil` if
  /// all have.
  func missing(
    _ milestone: Milestone, in campaign: Campaign, for person: Person, _ directory: Directory
  ) -> MissingDuty? {
    // One duty of the office rests on several: who owes it too hears of it as his own.
    if case .posts = milestone.owedBy, owes(person, milestone, in: campaign) { return nil }
    let isOfUnits = milestone.owedBy == .units
    let names: [String]
    if isOfUnits {
      // Also those without an officer, whom nobody reminds; but the offices of the secretary, the
      // chair and the council do not report to themselves.
      names = directory.units(of: person.organization).filter { unit in
        !isDone(milestone, by: .unit(unit.id), in: campaign.id)
          && directory.people(in: unit.id).contains { $0.role == .member || $0.role == .officer }
      }.map(\.name)
    } else {
      let people =
        if person.role == .officer {
          person.unit.map { directory.people(in: $0) } ?? []
        } else {
          directory.people(of: person.organization)
        }
      names = directory.distinctNames(
        of: debtors(of: milestone, in: campaign, among: people).filter { $0.id != person.id })
    }
    if names.isEmpty { return nil }
    return MissingDuty(
      duty: DutyDue(of: milestone, in: campaign),
      names: Array(names.prefix(MissingDuty.shownNames)), count: names.count, areUnits: isOfUnits)
  }
}

/// The digests as they grow, in the order in which their recipients came up.
private struct DigestBook {
  let servingSince: Instant
  let audience: (Person, CivilDate) -> Bool
  private var drafts: [(recipient: PersonID, digest: ReminderDigest)] = []
  private var indices: [PersonID: Int] = [:]

  init(servingSince: Instant, audience: @escaping (Person, CivilDate) -> Bool) {
    self.servingSince = servingSince
    self.audience = audience
  }

  mutating func tell(_ person: Person, _ at: Instant, _ change: (inout ReminderDigest) -> Void) {
    guard audience(person, at.date) else { return }
    let isLate = at < servingSince
    if let index = indices[person.id] {
      // In its place: a copy of all duties for each new one would cost the square of their number.
      drafts[index].digest.fold(at.date, isLate: isLate)
      change(&drafts[index].digest)
    } else {
      indices[person.id] = drafts.count
      var digest = ReminderDigest(day: at.date, isLate: isLate, duties: [], missing: [])
      change(&digest)
      drafts.append((person.id, digest))
    }
  }

  /// Most urgent first; what is equally urgent in the order it came up.
  func digests(in directory: Directory) -> [(recipient: Person, digest: ReminderDigest)] {
    drafts.compactMap { recipient, digest in
      guard let person = directory.people[recipient] else { return nil }
      var digest = digest
      digest.duties.sort { $0.lastValidDay < $1.lastValidDay }
      digest.cases.sort { $0.due < $1.due }
      return (person, digest)
    }
  }
}

extension ReminderDigest {
  /// Bears the newest day; whatever of it is in time makes it so.
  fileprivate mutating func fold(_ day: CivilDate, isLate: Bool) {
    self.day = max(self.day, day)
    self.isLate = self.isLate && isLate
  }

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
