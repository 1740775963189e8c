import CampaignStore
import Campaigns
import CivilTime

// Discipline and pending complaints: who is not considered for now, and only those who keep that see
// it.

extension Clerk {
  func recordBar(
    _ id: CampaignID, _ subject: Subject, because reason: String?, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .barKeeping, .subject(subject), in: id, by: person)
    let named = try named(subject)
    if let bar = try bar(of: subject)?.content {
      throw Refusal.wrongState(.bar(.alreadyThere(subject: named, since: bar.since)))
    }
    let receipt = try desk.receipt(.barRecord, [named.name])
    try RecordTable<AwardBar>(session).add(
      AwardBar(reason: reason, since: now.date), in: id, of: subject, by: receipt.number)
    return desk.performed(
      .barred(named, reason: reason), receipt,
      pushes: try tellKeepers(.barred, named, reason, receipt, desk))
  }

  func liftBar(
    _ id: CampaignID, _ subject: Subject, because reason: String?, by person: Person
  ) throws -> Performed {
    let desk = try CaseDesk(self, .barKeeping, .subject(subject), in: id, by: person)
    let named = try named(subject)
    guard let filed = try bar(of: subject) else {
      throw Refusal.wrongState(.bar(.none(subject: named)))
    }
    let receipt = try desk.receipt(.barLift, [named.name])
    var lifted = filed.content
    lifted.lifting = AwardBar.Lifting(reason: reason, day: now.date)
    try RecordTable<AwardBar>(session).put(lifted, for: filed, by: receipt.number)
    return desk.performed(
      .barLifted(named, reason: reason), receipt,
      pushes: try tellKeepers(.barLifted, named, reason, receipt, desk))
  }

  /// The one that holds now; it holds in every campaign of the office.
  func bar(of subject: Subject) throws -> Filed<AwardBar>? {
    try RecordTable<AwardBar>(session).all(of: subject).last { $0.content.lifting == nil }
  }

  /// The same as far as the speaker may see it.
  func visibleBar(of subject: Subject) throws -> AwardBar? {
    seesBars(of: subject) ? try bar(of: subject)?.content : nil
  }

  func seesBars(of subject: Subject) -> Bool {
    directory.organization(of: subject).map { permissions.seesBars(speaker, of: $0) } ?? false
  }

  /// Throws `Refusal` if the subject is not to be considered now.
  func refuseBarred(_ subject: NamedSubject) throws {
    guard let bar = try bar(of: subject.subject)?.content else { return }
    throw Refusal.notEligible(
      .barred(subject: subject, reason: bar.reason, since: bar.since))
  }

  private func tellKeepers(
    _ event: CaseNotice.Event, _ subject: NamedSubject, _ reason: String?, _ receipt: Receipt,
    _ desk: CaseDesk
  ) throws -> [Push] {
    try desk.tell(
      desk.holders(of: permissions.keepers(of: .barKeeping)),
      CaseNotice(
        event, campaign: desk.campaign, subject: subject.name, by: desk.person.name,
        receipt: receipt.code, text: reason, day: now.date))
  }
}
