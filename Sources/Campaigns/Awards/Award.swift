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
  /// Thu hồi (Luật 06/2022/QH15, Điều 93): it stays in the list, with its reason.
  package var revocation: Revocation?
  /// Đính chính: the last one; earlier ones are in the history.
  package let correction: Correction?

  package init(
    honour: HonourCode, year: Int, decision: String, decidedOn: CivilDate, decidedBy: String,
    dossier: Int64, revocation: Revocation? = nil, correction: Correction? = nil
  ) {
    self.correction = correction
    self.honour = honour
    self.year = year
    self.decision = decision
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.dossier = dossier
    self.revocation = revocation
  }

  /// The same award under another number or day of its decision.
  package func corrected(_ decision: AwardDecision, because reason: String, on day: CivilDate)
    -> Award
  {
    Award(
      honour: honour, year: year, decision: decision.number, decidedOn: decision.day,
      decidedBy: decidedBy, dossier: dossier, revocation: revocation,
      correction: Correction(before: self.decision, reason: reason, day: day))
  }

  package struct Correction: Hashable, Sendable {
    /// The number that stood there.
    package let before: String
    package let reason: String
    package let day: CivilDate

    package init(before: String, reason: String, day: CivilDate) {
      self.before = before
      self.reason = reason
      self.day = day
    }
  }

  package struct Revocation: Hashable, Sendable {
    package let reason: String
    package let day: CivilDate

    package init(reason: String, day: CivilDate) {
      self.reason = reason
      self.day = day
    }
  }
}
