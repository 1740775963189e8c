import CampaignStore
package import Campaigns
package import CivilTime

// Commands about works, dossiers and the council of `duong-hoa-2022`, short enough for tables.

extension Office {
  package func dossier(_ cast: Cast, _ honour: HonourCode? = nil) -> DossierName {
    dossier(of: subject(cast), honour)
  }

  package func dossier(of subject: Subject, _ honour: HonourCode? = nil) -> DossierName {
    DossierName(campaign: Office.campaign, subject: subject, honour: honour)
  }

  package func work(
    _ kind: WorkKind, _ title: String, of unit: String, due: CivilDate? = nil,
    because reason: String? = nil
  ) -> Change {
    .registerWork(
      RegisterWork(
        campaign: Office.campaign, unit: self.unit(unit), kind: kind, title: title, due: due,
        lateReason: reason))
  }

  package func report(_ percent: Int, of about: String) -> Change {
    .reportWork(Office.campaign, WorkReport(about: about, unit: nil, percent: percent))
  }

  /// Opens a dossier with all papers of the plan and hands it in.
  package func handIn(_ honour: HonourCode, for subject: Subject, as cast: Cast) throws {
    let name = dossier(of: subject, honour)
    try perform(.openDossier(name), as: cast)
    try perform(.attachPaper(name, .minutes, note: nil), as: cast)
    try perform(.attachPaper(name, .achievementReport, note: nil), as: cast)
    try perform(.submitDossier(name), as: cast)
  }

  /// Handed in, and accepted by the secretary.
  package func accept(_ honour: HonourCode, for subject: Subject, as cast: Cast) throws {
    try handIn(honour, for: subject, as: cast)
    try perform(.appraiseDossier(dossier(of: subject, honour), .accept), as: .secretary)
  }

  /// As if they had been decided: without dossiers and the council.
  package func keepAwards(_ honour: HonourCode, of people: [Cast]) throws {
    try session.transaction { session in
      let receipt = Receipt(number: try Numbering(session).take(), at: clock.now)
      try ChangeLog(session).add(
        ChangeEntry(
          receipt: receipt, organization: Plans.duongHoaCommune.id, person: nil,
          act: .awardDecide, detail: ""))
      for cast in people {
        try RecordTable<Award>(session).add(
          Award(
            honour: honour, year: clock.now.date.year, decision: "1/QĐ-UBND",
            decidedOn: clock.now.date, decidedBy: "", dossier: 0),
          in: Office.campaign, of: subject(cast), by: receipt.number)
      }
    }
  }

  /// States of the subject's dossiers, oldest first.
  package func dossierStates(of subject: Subject) throws -> [DossierState] {
    try RecordTable<Dossier>(session).all(of: subject).map(\.content.state)
  }
}
