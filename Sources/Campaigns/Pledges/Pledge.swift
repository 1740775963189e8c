package import CivilTime

/// A signed emulation pledge (giao ước thi đua) of a person or a unit.
package struct Pledge: Hashable, Sendable {
  /// What is promised, as written; `nil` for the plan's own pledge.
  package let text: String?
  package let signedAt: Instant
  /// Who signed, for a unit its officer or the secretary.
  package let signedBy: PersonID
  /// Accepted after the last valid day, and why.
  package let lateReason: String?

  package init(
    text: String?, signedAt: Instant, signedBy: PersonID, lateReason: String? = nil
  ) {
    self.lateReason = lateReason
    self.text = text
    self.signedAt = signedAt
    self.signedBy = signedBy
  }
}
