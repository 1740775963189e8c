import CampaignStore
import Campaigns

extension Clerk {
  /// Takes back a change of records: all that it made, as long as nobody built on any of it.
  func takeBack(_ last: ChangeEntry, by person: Person) throws -> Performed {
    // Votes cannot be unsealed, and what was said to people was said.
    if [.councilClose, .councilOpinion, .announce, .reminderNudge].contains(last.act) {
      throw Refusal.wrongState(.notUndoable(receipt: last.receipt))
    }
    let versions = RecordVersions(session)
    let made = try versions.versions(of: last.receipt.number)
    guard let first = made.first,
      made.allSatisfy({ $0.lastChange == last.receipt.number }),
      let topic = ChangeTopic(first.kind),
      try !made.contains(where: isBuiltOn)
    else { throw Refusal.wrongState(.undoTooLate(receipt: last.receipt)) }
    let receipt = try receipt(undoing: last, by: person)
    for version in made { try versions.takeBack(version, by: receipt.number) }
    if made.contains(where: { $0.kind == .milestone }) { try DirectoryTables(session).advance() }
    let campaign = try campaign(first.campaign)
    let subject = made.lazy.compactMap(\.subject).first
    let notice = CaseNotice(
      .takenBack, campaign: campaign, subject: subject.flatMap { directory.named($0)?.name },
      by: person.name, receipt: last.receipt.code)
    let desk = CaseDesk(self, of: campaign, for: person)
    return desk.performed(
      .takenBack(topic), receipt,
      pushes: try desk.tell(told(of: made, desk), notice))
  }

  /// Votes were cast since: on the sitting, or on the dossier before it.
  private func isBuiltOn(_ version: RecordVersions.Version) throws -> Bool {
    switch version.kind {
    case .sitting: try !BallotTable(session).voters(in: version.record).isEmpty
    case .dossier: try isBeforeCouncil(version.record, in: version.campaign)
    default: false
    }
  }

  /// Those who were told of the change, or work with what it made.
  private func told(of versions: [RecordVersions.Version], _ desk: CaseDesk) -> [PersonID] {
    versions.flatMap { version -> [PersonID] in
      let concerned = version.subject.map { desk.concerned(by: $0) } ?? []
      return switch version.kind {
      case .sitting: desk.holders(of: [.council, .chair, .secretary])
      case .milestone: desk.holders(of: [.member, .officer, .secretary, .chair])
      case .bar: desk.holders(of: permissions.keepers(of: .barKeeping))
      case .places: desk.holders(of: [.secretary, .council, .chair])
      case .dossier, .award:
        concerned + desk.officers(of: version.subject.flatMap { directory.unit(of: $0) })
          + desk.holders(of: [.secretary])
      default: concerned
      }
    }
  }
}

extension ChangeTopic {
  /// `nil` for what only a later version knows to take back.
  fileprivate init?(_ kind: RecordKind) {
    let topic: ChangeTopic? =
      switch kind {
      case .pledge: .pledge
      case .work: .work
      case .figure: .figure
      case .dossier: .dossier
      case .sitting: .sitting
      case .award: .award
      case .milestone: .milestone
      case .feedback: .feedback
      case .example: .example
      case .places: .places
      case .bar: .bar
      case .done: .done
      case .other: nil
      }
    guard let topic else { return nil }
    self = topic
  }
}
