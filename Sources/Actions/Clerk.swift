package import CampaignStore
package import Campaigns
package import CivilTime

/// Carries out commands: permission, rule, rows, trail and outbox, in one transaction.
///
/// - A question reads only and may run on any session.
/// - A change runs inside the caller's transaction. If it throws, the caller undoes all of it:
///   a `Refusal` leaves nothing written.
/// - What a change returns may be told to people only after the commit: the commit can fail.
/// - The directory is the newest that the caller has; roles and units are those it says.
package struct Clerk {
  let directory: Directory
  let session: any SQLSession
  let speaker: Speaker
  let now: Instant
  let permissions: PermissionTable
  let canMail: Bool

  /// - Parameter canMail: the office has set up mail, so that reminders can go there too.
  package init(
    _ directory: Directory, on session: any SQLSession, for speaker: Speaker, at now: Instant,
    canMail: Bool = false
  ) {
    self.canMail = canMail
    self.directory = directory
    self.session = session
    self.speaker = speaker
    self.now = now
    permissions = PermissionTable(directory)
  }

  /// Throws `Refusal`, or `StoreError` if the store fails.
  package func answer(_ question: Question) throws -> Outcome {
    switch question {
    case .campaigns(let year): campaigns(in: year)
    case .campaign(let id): try facts(of: id)
    case .deadlines(let id, let kind): try deadlines(of: id, kind)
    case .registrableHonours(let id): try registrableHonours(of: id)
    case .targets(let id, let about): try targets(of: id, about: about)
    case .movements(let id):
      .movements(campaign: try campaign(id).title, try campaign(id).movements)
    case .waves(let id): try waves(of: id)
    case .contacts(let id): try contacts(of: id)
    case .quota(let id): try quota(of: id)
    case .criteria(let codes, let id): try criteria(of: codes, in: id)
    case .requirements(let id): try requirements(of: id)
    case .registrations(let id, let filter): .registrations(try registrations(in: id, filter))
    case .missing(let id, let unit): .missing(try missing(in: id, unit))
    case .status(let subject): try status(of: subject)
    case .reminders: try reminders()
    case .reminderSettings: try reminderSettings()
    case .readership(let unit): .readership(try readership(of: unit))
    case .whoAmI: identity()
    case .pledges(let id, let unit): .pledges(try pledges(in: id, unit))
    case .works(let id, let unit, let kind): .works(try works(in: id, unit, kind))
    case .attainment(let id, let about, let unit):
      .attainment(try attainment(in: id, about: about, unit))
    case .dossiers(let id, let filter): .dossiers(try dossiers(in: id, filter))
    case .agenda(let id): try agenda(of: id)
    case .awards(let filter): .awards(try awards(filter))
    case .summary(let id, let unit): .summary(try summary(of: id, unit))
    case .feedback(let id): try feedback(in: id)
    case .examples(let id, let unit): try examples(in: id, unit)
    case .history(let subject): try history(of: subject)
    case .export(let request): .export(try export(request))
    case .calendar(let id): .calendar(try calendar(of: id))
    }
  }

  /// Throws `Refusal`, or `StoreError` if the store fails.
  package func perform(_ change: Change) throws -> Performed {
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    return switch change {
    case .register(let change): try register(change, by: person)
    case .replaceRegistration(let change): try replace(change, by: person)
    case .withdrawRegistration(let change): try withdraw(change, by: person)
    case .signPledge(let id, let subject, let text, let late):
      try signPledge(id, subject, text, late, by: person)
    case .registerWork(let change): try registerWork(change, by: person)
    case .reportWork(let id, let report): try reportWork(id, report, by: person)
    case .reportFigure(let id, let figure): try reportFigure(id, figure, by: person)
    case .openDossier(let name): try openDossier(name, by: person)
    case .attachPaper(let name, let kind, let note): try attachPaper(name, kind, note, by: person)
    case .submitDossier(let name, let late): try submitDossier(name, late, by: person)
    case .appraiseDossier(let name, let appraisal):
      try appraiseDossier(name, appraisal, by: person)
    case .openSitting(let id, let reason): try openSitting(id, reason: reason, by: person)
    case .castVote(let name, let vote): try castVote(name, vote, by: person)
    case .recordOpinion(let name, let member, let vote):
      try recordOpinion(name, of: member, vote, by: person)
    case .closeSitting(let id): try closeSitting(id, by: person)
    case .fixPlaces(let id, let kind, let honour, let places):
      try fixPlaces(id, kind, honour, places: places, by: person)
    case .recordBar(let id, let subject, let reason):
      try recordBar(id, subject, because: reason, by: person)
    case .liftBar(let id, let subject, let reason):
      try liftBar(id, subject, because: reason, by: person)
    case .decideAwards(let id, let names, let decision):
      try decideAwards(id, names, decision, by: person)
    case .forwardDossier(let name): try forwardDossier(name, by: person)
    case .revokeAward(let name, let reason): try revokeAward(name, reason, by: person)
    case .extendMilestone(let id, let kind, let day):
      try extendMilestone(id, kind, to: day, by: person)
    case .settleMilestone(let id, let kind, let unit, let day, let document, let milestone):
      try settleMilestone(
        id, kind, unit, on: day, document: document, milestone: milestone, by: person)
    case .announce(let text, let unit): try announce(text, to: unit, by: person)
    case .submitFeedback(let id, let text): try submitFeedback(id, text, by: person)
    case .replyFeedback(let number, let text): try replyFeedback(number, text, by: person)
    case .submitExample(let id, let subject, let text):
      try submitExample(id, subject, text, by: person)
    case .approveExample(let id, let subject): try approveExample(id, subject, by: person)
    case .remind(let time, let about): try remind(time, about, by: person)
    case .cancelReminder(let about): try cancelReminder(about, by: person)
    case .snooze(let until, let about): try snooze(until: until, about: about, by: person)
    case .nudge(let id, let milestone, let unit): try nudge(id, milestone, unit, by: person)
    case .changeSettings(let change): try changeSettings(change, by: person)
    case .undo: try undo(by: person)
    case .acknowledge(let id): try acknowledge(id, by: person)
    }
  }

  func campaign(_ id: CampaignID) throws(Refusal) -> Campaign {
    guard let campaign = directory.campaign(id) else { throw .unknownCampaign(asWritten: id) }
    return campaign
  }

  func named(_ subject: Subject) throws(Refusal) -> NamedSubject {
    guard let named = directory.named(subject) else { throw .unknownSubject(asWritten: nil) }
    return named
  }

  func check(_ act: Act, concerning concern: Concern = .nobody) throws(Refusal) {
    if let refusal = permissions.refusal(of: act, to: speaker, concerning: concern) {
      throw refusal
    }
  }

  /// The next number, with its row in the trail.
  ///
  /// - Parameter facts: for people who read the trail; no secrets.
  func receipt(_ act: ChangeAct, _ facts: [String], by person: Person) throws -> Receipt {
    try receipt(act, facts, undoes: nil, by: person)
  }

  /// The number of an undo; what it takes back is marked in the trail.
  func receipt(undoing last: ChangeEntry, by person: Person) throws -> Receipt {
    let receipt = try receipt(
      .undo, [last.receipt.code], undoes: last.receipt.number, by: person)
    try ChangeLog(session).markUndone(last.receipt.number, by: receipt.number)
    return receipt
  }

  private func receipt(
    _ act: ChangeAct, _ facts: [String], undoes: Int64?, by person: Person
  ) throws -> Receipt {
    let receipt = Receipt(number: try Numbering(session).take(), at: now)
    try ChangeLog(session).add(
      ChangeEntry(
        receipt: receipt, organization: person.organization, person: person.id, act: act,
        detail: facts.joined(separator: ChangeEntry.separator), undoes: undoes))
    return receipt
  }

  /// Throws `Refusal` unless the campaign is the speaker's organization's: lists of people are shown
  /// to their own office.
  func ownCampaign(_ id: CampaignID, for act: Act) throws(Refusal) -> Campaign {
    let campaign = try campaign(id)
    guard speaker.person?.organization == campaign.organization.id else {
      throw permissions.denial(of: act)
    }
    return campaign
  }

  /// The speaker, or his household.
  func isOwn(_ subject: Subject) -> Bool {
    speaker.person.map { subject.isOwn(of: $0.id) } ?? false
  }

  /// Those who receive what comes from below.
  func secretaries(of offices: [Organization]) -> [PersonID] {
    offices.flatMap { directory.staff(of: $0.id) }.filter { $0.role == .secretary }.map(\.id)
  }

  /// Whether a subject belongs to a unit; to every one where none was asked for.
  func isIn(_ unit: UnitID?, _ subject: Subject?) -> Bool {
    unit == nil || subject.flatMap { directory.unit(of: $0) } == unit
  }

  func unitName(_ unit: UnitID?) -> String? { unit.flatMap { directory.units[$0]?.name } }

  func honourName(_ code: HonourCode) -> String {
    directory.honours[code]?.name ?? code
  }
}

/// A change made, not yet committed.
package struct Performed: Sendable {
  package let outcome: Outcome
  /// In the outbox already; to be announced after the commit.
  package let pushes: [Push]
}
