package import CivilTime

/// What a plan and the law say about registering an honour.
package struct RegistrationRules: Sendable {
  private let campaign: Campaign
  private let honours: HonoursCatalogue

  package init(of campaign: Campaign, honours: HonoursCatalogue) {
    self.campaign = campaign
    self.honours = honours
  }

  /// Whether registrations may still be entered, changed or withdrawn at `now`.
  ///
  /// - Parameter mayAcceptLate: the speaker is one who can accept after the last valid day.
  /// - Parameter lateReason: why it is accepted all the same; needed only after that day, and a
  ///   blank one is none.
  /// - Returns: the reason that must be kept with the row, `nil` if it is in time.
  /// - Throws: `wrongState(.noRegistrationDuty)`, `notOpenYet`, `deadlinePassed`.
  package func admit(
    at now: Instant, mayAcceptLate: Bool, lateReason: String?
  ) throws(Refusal) -> String? {
    guard let milestone = campaign.registration else {
      throw .wrongState(.noRegistrationDuty(campaign: campaign.title))
    }
    if let opens = milestone.opens, now < Instant(opens) {
      throw .notOpenYet(milestone: milestone.title, opens: opens)
    }
    return try campaign.admit(
      [milestone], at: now, mayAcceptLate: mayAcceptLate, lateReason: lateReason
    ).lateReason
  }

  /// Whether what was done at `moment` was done before the end of the last valid day.
  package func isInTime(at moment: Instant) -> Bool {
    campaign.registration?.deadline.isOpen(at: moment) ?? false
  }

  /// Whether the honour exists for that kind of subject, in law on that day and in the plan.
  ///
  /// - Throws: `notEligible`, which names the rule and its source.
  package func check(
    _ code: HonourCode, for kind: SubjectKind, on day: CivilDate
  ) throws(Refusal) {
    let offered = try Eligibility(honours, campaign).check(code, for: kind, on: day)
    guard offered.registrable else {
      throw .notEligible(
        .notInPlan(honour: honours[code]?.name ?? code, campaign: campaign.title))
    }
  }
}
