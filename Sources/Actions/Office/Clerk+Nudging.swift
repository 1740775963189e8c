import CampaignStore
import Campaigns
import CivilTime

// Asking all who still owe something, and looking who has seen what was sent.

extension Clerk {
  /// One message to everybody who still owes the duty, at most one a day for each of them.
  func nudge(
    _ id: CampaignID, _ milestone: String, _ unit: UnitID?, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .nudge, unit.map { .unit($0) } ?? .nobody, in: id, by: person)
    guard let milestone = desk.campaign.milestone(milestone) else {
      throw Refusal.unknownCampaign(asWritten: nil)
    }
    let ledger = try DutyLedger(of: [desk.campaign], in: directory, on: session)
    let debtors = ledger.debtors(
      of: milestone, in: desk.campaign, among: people(in: unit, of: person.organization)
    ).filter { $0.id != person.id }
    guard !debtors.isEmpty else {
      throw Refusal.wrongState(.nobodyOwes(milestone: milestone.title))
    }
    let duty = DutyDue(of: milestone, in: desk.campaign)
    let receipt = try desk.receipt(.reminderNudge, [milestone.id])
    let pushes = try debtors.compactMap {
      try PushTable(session).add(
        .nudge(Nudge(duty: duty, by: person.name)), to: $0.id, at: now, cause: receipt)
    }
    guard !pushes.isEmpty else {
      throw Refusal.wrongState(.nudgedToday(milestone: milestone.title, count: debtors.count))
    }
    let told = Set(pushes.map(\.recipient))
    return desk.performed(
      .nudged(
        duty, told: directory.distinctNames(of: debtors.filter { told.contains($0.id) }),
        already: debtors.count - pushes.count), receipt, pushes: pushes)
  }

  /// The last sendings of each kind, and the digests of the last day that had some.
  func readership(of unit: UnitID?) throws -> Readership {
    try check(.readership, concerning: unit.map { .unit($0) } ?? .nobody)
    guard let organization = speaker.person?.organization else { throw Refusal.notLoggedIn }
    let people = people(in: unit, of: organization)
    let said = try [
      (ChangeAct.announce, Readership.Kind.announcement), (.milestoneExtend, .laterDay),
      (.reminderNudge, .nudge),
    ].flatMap { act, kind in
      try ChangeLog(session).newest(act, in: organization, limit: Readership.shownOfAKind)
        .compactMap { try sending(kind, of: $0, to: people) }
    }
    return Readership(
      unit: unitName(unit ?? permissions.horizon(of: speaker)),
      sendings: (said + [try newestDigests(for: people)].compactMap(\.self))
        .sorted { $0.at > $1.at })
  }

  /// Of the unit, or of all whom the speaker looks after.
  private func people(in unit: UnitID?, of organization: OrganizationID) -> [Person] {
    (unit ?? permissions.horizon(of: speaker)).map { directory.people(in: $0) }
      ?? directory.people(of: organization)
  }

  private func sending(
    _ kind: Readership.Kind, of change: ChangeEntry, to people: [Person]
  ) throws -> Readership.Sending? {
    let outbox = PushTable(session)
    let seen = Dictionary(
      try outbox.seen(cause: change.receipt.number).map { ($0.recipient, $0.at) },
      uniquingKeysWith: { first, _ in first })
    let readers = readers(people.compactMap { person in seen[person.id].map { (person, $0) } })
    guard !readers.isEmpty else { return nil }
    return Readership.Sending(
      kind: kind, at: change.receipt.at,
      by: change.person.flatMap { directory.people[$0]?.name },
      text: try outbox.content(cause: change.receipt.number)?.gist,
      readers: readers)
  }

  private func newestDigests(for people: [Person]) throws -> Readership.Sending? {
    for back in 0..<Readership.daysLookedBack {
      let day = now.date.adding(days: -back)
      let digests = try people.compactMap { person in
        try PushTable(session).digest(of: day, for: person.id).map { (person, $0) }
      }
      guard let sent = digests.map(\.1.sent).min() else { continue }
      return Readership.Sending(
        kind: .digest, at: sent, by: nil, text: nil,
        readers: readers(digests.map { ($0, $1.seen) }))
    }
    return nil
  }

  private func readers(_ told: [(person: Person, seenAt: Instant?)]) -> [Readership.Reader] {
    zip(directory.distinctNames(of: told.map(\.person)), told).map { name, reader in
      Readership.Reader(name: name, seenAt: reader.seenAt)
    }
  }
}

extension PushContent {
  /// An announcement's words, or the duty that it is about.
  fileprivate var gist: String? {
    switch self {
    case .caseNotice(let notice): notice.text
    case .nudge(let nudge): nudge.duty.title
    case .reminder, .registrationNotice, .personal: nil
    }
  }
}

extension Readership {
  /// What was sent longer ago has been seen, or asked about, by now.
  fileprivate static let shownOfAKind = 3
  fileprivate static let daysLookedBack = 7
}
