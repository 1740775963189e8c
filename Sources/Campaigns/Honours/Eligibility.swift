package import CivilTime

/// Whether an honour exists for a kind of subject: in law on a day, and in the plan.
package struct Eligibility: Sendable {
  private let honours: HonoursCatalogue
  private let campaign: Campaign

  package init(_ honours: HonoursCatalogue, _ campaign: Campaign) {
    self.honours = honours
    self.campaign = campaign
  }

  /// The honour as the plan has it.
  ///
  /// - Throws: `notEligible`, which names the rule and its source.
  @discardableResult
  package func check(
    _ code: HonourCode, for kind: SubjectKind, on day: CivilDate
  ) throws(Refusal) -> CampaignHonour {
    guard let honour = honours[code], let rule = honour.rule(on: day) else {
      throw .notEligible(.notInForce(honour: honours[code]?.name ?? code, on: day))
    }
    guard honour.kinds.contains(kind) else {
      throw .notEligible(
        .wrongKind(
          honour: honour.name, given: kind, allowed: honour.kinds, source: rule.source))
    }
    guard let offered = campaign.honour(code) else {
      throw .notEligible(.notInPlan(honour: honour.name, campaign: campaign.title))
    }
    guard offered.kinds.contains(kind) else {
      throw .notEligible(
        .wrongKind(
          honour: honour.name, given: kind, allowed: offered.kinds, source: offered.source))
    }
    return offered
  }
}
