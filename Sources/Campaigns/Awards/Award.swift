package import CivilTime

/// An honour that was conferred (khen thưởng đã quyết định).
package struct Award: Hashable, Sendable {
  package let honour: HonourCode
  package let year: Int
  /// "12/QĐ-UBND".
  package let decision: String
  package let decidedOn: CivilDate
  package let decidedBy: String
  package let dossier: Int64

  package init(
    honour: HonourCode, year: Int, decision: String, decidedOn: CivilDate, decidedBy: String,
    dossier: Int64
  ) {
    self.honour = honour
    self.year = year
    self.decision = decision
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.dossier = dossier
  }
}
