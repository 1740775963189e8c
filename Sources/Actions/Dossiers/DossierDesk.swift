import CampaignStore
import Campaigns
import CivilTime

/// What every change of a dossier needs: the dossier that is meant, and what is to be said of it.
struct DossierDesk {
  private let desk: CaseDesk
  let subject: NamedSubject
  let table: RecordTable<Dossier>
  private let name: DossierName

  init(_ clerk: Clerk, _ act: Act, _ name: DossierName, by person: Person) throws {
    desk = try CaseDesk(clerk, act, .subject(name.subject), in: name.campaign, by: person)
    subject = try clerk.named(name.subject)
    table = RecordTable(clerk.session)
    self.name = name
  }

  var campaign: Campaign { desk.campaign }

  /// The dossier of that name to which `event` can happen. Where none can take it, the refusal says
  /// in which state the dossier is.
  func theOne(for event: DossierEvent) throws -> Filed<Dossier> {
    let all = try table.all(of: name.subject, in: name.campaign).filter {
      name.honour == nil || $0.content.honour == name.honour
    }
    let able = all.filter { $0.content.state.after(event) != nil }
    guard let first = able.first else {
      guard let other = all.last else {
        throw Refusal.wrongState(
          .dossier(.none(subject: subject, honour: name.honour.map(desk.clerk.honourName))))
      }
      throw Refusal.wrongState(.dossier(.state(try entry(of: other), wanted: event)))
    }
    guard able.count == 1 else {
      throw Refusal.wrongState(
        .dossier(
          .which(
            subject: subject,
            honours: able.map {
              .init(code: $0.content.honour, name: desk.clerk.honourName($0.content.honour))
            })))
    }
    return first
  }

  func entry(of dossier: Filed<Dossier>) throws -> DossierEntry {
    try desk.clerk.entry(of: dossier, in: campaign, warns: true)
      ?? DossierEntry(
        id: dossier.id, subject: subject, honour: desk.clerk.honourName(dossier.content.honour),
        dossier: dossier.content, missing: [])
  }

  /// Writes what `change` makes of a dossier; where its state does not allow it, a refusal that says
  /// so.
  func move(
    _ old: Filed<Dossier>, _ event: DossierEvent, as act: ChangeAct, _ facts: [String] = [],
    by change: (Dossier) -> Dossier?
  ) throws -> (Filed<Dossier>, Receipt) {
    guard let new = change(old.content) else {
      throw Refusal.wrongState(.dossier(.state(try entry(of: old), wanted: event)))
    }
    let receipt = try receipt(act, old.content.honour, facts)
    return (try table.put(new, for: old, by: receipt.number), receipt)
  }

  func receipt(_ act: ChangeAct, _ honour: HonourCode, _ facts: [String] = []) throws -> Receipt {
    try desk.receipt(act, [subject.name, honour] + facts)
  }

  func admit(_ duties: [Milestone], _ lateReason: String?) throws(Refusal) -> String? {
    try desk.admit(duties, lateReason).lateReason
  }

  func tell(_ recipients: [PersonID], _ notice: CaseNotice) throws -> [Push] {
    try desk.tell(recipients, notice)
  }

  func performed(
    _ what: ChangeMade.What, _ receipt: Receipt, pushes: [Push] = []
  ) -> Performed {
    desk.performed(what, receipt, pushes: pushes)
  }

  var secretaries: [PersonID] { desk.holders(of: [.secretary]) }

  var terms: AppraisalTerms {
    AppraisalTerms(of: campaign.dossier, calendar: desk.clerk.directory.calendar)
  }

  /// The subject, and whoever hands in for it.
  var concerned: [PersonID] {
    desk.concerned(by: subject.subject)
      + desk.officers(of: desk.clerk.directory.unit(of: subject.subject))
  }

  func notice(
    _ event: CaseNotice.Event, _ dossier: Dossier, _ receipt: Receipt, text: String? = nil,
    day: CivilDate? = nil
  ) -> CaseNotice {
    CaseNotice(
      event, campaign: campaign, subject: subject.name,
      honour: desk.clerk.honourName(dossier.honour), by: desk.person.name, receipt: receipt.code,
      text: text, day: day)
  }
}
