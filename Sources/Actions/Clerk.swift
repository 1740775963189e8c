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

  package init(
    _ directory: Directory, on session: any SQLSession, for speaker: Speaker, at now: Instant
  ) {
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
    case .quota(let id): .quota(campaign: try campaign(id).title, try campaign(id).quota)
    case .criteria(let codes, let id): try criteria(of: codes, in: id)
    case .requirements(let id): try requirements(of: id)
    case .registrations(let id, let filter): try registrations(in: id, filter)
    case .missing(let id, let unit): try missing(in: id, unit)
    case .status(let subject): try status(of: subject)
    case .reminders: try reminders()
    case .whoAmI: identity()
    }
  }

  /// Throws `Refusal`, or `StoreError` if the store fails.
  package func perform(_ change: Change) throws -> Performed {
    guard let person = speaker.person else { throw Refusal.notLoggedIn }
    return switch change {
    case .register(let change): try register(change, by: person)
    case .replaceRegistration(let change): try replace(change, by: person)
    case .withdrawRegistration(let change): try withdraw(change, by: person)
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

  func check(_ act: Act, concerning concern: Concern) throws(Refusal) {
    if let refusal = permissions.refusal(of: act, to: speaker, concerning: concern) {
      throw refusal
    }
  }

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
