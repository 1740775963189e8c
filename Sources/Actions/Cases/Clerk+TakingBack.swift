import CampaignStore
import Campaigns

extension Clerk {
  /// Takes back a change of records: all that it made, as long as nobody built on any of it.
  func takeBack(_ last: ChangeEntry, by person: Person) throws -> Performed {
    let versions = RecordVersions(session)
    let made = try versions.versions(of: last.receipt.number)
    guard let first = made.first else {
      throw Refusal.wrongState(.undoTooLate(receipt: last.receipt))
    }
    let isUntouched = made.allSatisfy { versions.isLast(last.receipt.number, $0) }
    // Votes cannot be unsealed, nor can those be forgotten that were cast in the meantime.
    let isSealed =
      try last.act == .councilClose
      || made.contains {
        try $0.kind == .sitting && !BallotTable(session).voters(in: $0.record).isEmpty
      }
    guard isUntouched, !isSealed else {
      throw Refusal.wrongState(.undoTooLate(receipt: last.receipt))
    }
    let receipt = Receipt(number: try Numbering(session).take(), at: now)
    let trail = ChangeLog(session)
    try trail.add(
      ChangeEntry(
        receipt: receipt, organization: person.organization, person: person.id, act: .undo,
        detail: last.receipt.code, undoes: last.receipt.number))
    try trail.markUndone(last.receipt.number, by: receipt.number)
    for version in made { try versions.takeBack(version, by: receipt.number) }
    if made.contains(where: { $0.kind == .milestone }) { try DirectoryTables(session).advance() }
    let campaign = try campaign(first.campaign)
    let subject = made.lazy.compactMap(\.subject).first
    let notice = CaseNotice(
      .takenBack, campaign: campaign, subject: subject.flatMap { directory.named($0)?.name },
      by: person.name, receipt: last.receipt.code)
    let desk = CaseDesk(self, of: campaign, for: person)
    return desk.performed(
      .takenBack(ChangeTopic(first.kind)), receipt,
      pushes: try desk.tell(subject.map { desk.concerned(by: $0) } ?? [], notice))
  }
}

extension ChangeTopic {
  fileprivate init(_ kind: RecordKind) {
    self =
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
      case .other: .dossier
      }
  }
}
