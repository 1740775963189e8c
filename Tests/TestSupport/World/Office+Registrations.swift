package import Campaigns

// Commands about `duong-hoa-2022`, short enough for tables.

extension Office {
  package static let campaign: CampaignID = "duong-hoa-2022"

  package func register(
    _ honours: HonourCode..., for subject: Subject, reason: String? = nil
  ) -> Change {
    .register(
      RegisterHonours(
        campaign: Office.campaign, subject: subject, honours: honours, lateReason: reason))
  }

  package func register(
    _ honours: HonourCode..., for cast: Cast, reason: String? = nil
  ) -> Change {
    .register(
      RegisterHonours(
        campaign: Office.campaign, subject: subject(cast), honours: honours, lateReason: reason))
  }

  package func replace(
    _ from: HonourCode? = nil, by honour: HonourCode, for cast: Cast, reason: String? = nil
  ) -> Change {
    .replaceRegistration(
      ReplaceRegistration(
        campaign: Office.campaign, subject: subject(cast), from: from, to: honour,
        lateReason: reason))
  }

  package func withdraw(
    _ honour: HonourCode? = nil, for cast: Cast, reason: String? = nil
  ) -> Change {
    .withdrawRegistration(
      WithdrawRegistration(
        campaign: Office.campaign, subject: subject(cast), honour: honour, lateReason: reason))
  }

  /// Codes of what is registered for the person, oldest first.
  package func honours(of cast: Cast) throws -> [HonourCode] {
    try honours(of: subject(cast))
  }

  package func honours(of subject: Subject) throws -> [HonourCode] {
    try registrations(of: subject).map(\.honour)
  }
}
