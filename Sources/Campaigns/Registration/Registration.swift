package import CivilTime

/// One honour registered for one subject in one campaign (đăng ký danh hiệu).
package struct Registration: Hashable, Sendable {
  package let id: Int64
  package let campaign: CampaignID
  package let subject: Subject
  package let honour: HonourCode
  package let state: RegistrationState
  /// Accepted after the last valid day, and why; stays so for good.
  package let lateReason: String?
  package let registeredAt: Instant
  /// Who entered it.
  package let registeredBy: PersonID

  package init(
    id: Int64, campaign: CampaignID, subject: Subject, honour: HonourCode,
    state: RegistrationState, lateReason: String?, registeredAt: Instant, registeredBy: PersonID
  ) {
    self.id = id
    self.campaign = campaign
    self.subject = subject
    self.honour = honour
    self.state = state
    self.lateReason = lateReason
    self.registeredAt = registeredAt
    self.registeredBy = registeredBy
  }
}

package enum RegistrationState: Int64, Hashable, Sendable, CaseIterable {
  case active = 1
  /// Rút; the row stays, with its history.
  case withdrawn = 0
}

/// What happened to a registration, in order; nothing is ever deleted.
package enum RegistrationEvent: Int64, Sendable, CaseIterable {
  case registered = 1
  case changed = 2
  case withdrawn = 3
  case undone = 4
}

/// The number a person gets for every change (mã tiếp nhận).
package struct Receipt: Hashable, Sendable {
  package let number: Int64
  package let at: Instant

  package init(number: Int64, at: Instant) {
    self.number = number
    self.at = at
  }

  /// `TN-000123`.
  package var code: String { "TN-" + padded(Int(number), to: 6) }
}
