import Campaigns
import CivilTime

/// The honours of a campaign, how many can be given, and the dossier for them.
extension Table {
  func campaignHonour(_ frame: CampaignFrame, hasRegistration: Bool) -> CampaignHonour {
    let code = text("code")
    let kinds: [SubjectKind] = choices("kinds")
    // After a fault `true`, lest the campaign seem to have nothing to register as well.
    let registrable = flag("registrable", or: true)
    noteHonour(code, kinds: kinds, frame)
    if registrable, !hasRegistration, !code.isEmpty {
      note(.registrableWithoutRegistration(code), at: "registrable")
    }
    return CampaignHonour(
      code: code, kinds: kinds, registrable: registrable, conferredBy: text("conferred_by"),
      proposedUpward: flag("proposed_upward"),
      criteria: tables("criteria", unique: "group") { $0.criteria() }, source: text("source"))
  }

  private func noteHonour(_ code: HonourCode, kinds: [SubjectKind], _ frame: CampaignFrame) {
    guard !code.isEmpty else { return }
    guard code.isHonourCode else { return note(.malformedHonourCode(code), at: "code") }
    guard let catalogue = frame.catalogue else { return }
    guard let honour = catalogue[code] else {
      let nearby = nearest(to: code, among: catalogue.honours.lazy.map(\.code))
      return note(.unknownHonour(code, nearest: nearby), at: "code")
    }
    for kind in kinds where !honour.kinds.contains(kind) {
      note(.honourNotForKind(code, kind), at: "kinds")
    }
    if let last = frame.span?.last, honour.rule(on: last) == nil {
      note(.honourNotInForce(code, on: last), at: "code")
    }
  }

  private func criteria() -> CampaignHonour.Criteria {
    CampaignHonour.Criteria(
      group: text("group"), kinds: choices("kinds"),
      conditions: texts("conditions", required: true))
  }

  /// `none`, or `{per_year: {collectives, persons}, source}`, or
  /// `{after_end: DAY, decided_by, source}`.
  func quota(_ frame: CampaignFrame) -> Quota {
    if scalarText("quota") == "none" {
      _ = node("quota", required: true)
      return .none
    }
    return table("quota") { table in
      switch (table.has("per_year"), table.has("after_end")) {
      case (true, false): return table.quotaPerYear()
      case (false, true): return table.quotaAfterEnd(frame)
      default:
        table.noteForm("quota", ["none", "{per_year: …, source: …}", "{after_end: …, …}"])
        return .none
      }
    }
  }

  private func quotaPerYear() -> Quota {
    passOver(["after_end", "decided_by"])
    let counts = table("per_year") {
      (
        collectives: $0.integer("collectives", in: 0...10_000),
        persons: $0.integer("persons", in: 0...10_000)
      )
    }
    return .perYear(
      collectives: counts.collectives, persons: counts.persons, source: text("source"))
  }

  private func quotaAfterEnd(_ frame: CampaignFrame) -> Quota {
    passOver(["per_year"])
    let end = day("after_end")
    if let span = frame.span, end != Table.placeholderDay, end < span.first {
      note(.outsideCampaign(day: end, period: span), at: "after_end")
    }
    return .afterEnd(end, decidedBy: text("decided_by"), source: text("source"))
  }

  func works() -> WorkMinimum {
    WorkMinimum(
      groups: tables("at_least", required: true) {
        WorkMinimum.Group(kinds: $0.choices("kinds"), atLeast: $0.integer("count", in: 1...1_000))
      },
      owedBy: text("owed_by"), source: text("source"))
  }

  func dossier() -> DossierRequirements {
    DossierRequirements(
      papers: tables("papers", required: true, unique: "title") {
        DossierRequirements.Paper(kind: $0.choice("kind", or: .other), title: $0.text("title"))
      },
      note: optionalText("note"), source: text("source"),
      appraisalDays: optionalInteger("appraisal_days", in: 1...120),
      completionDays: optionalInteger("completion_days", in: 1...120),
      noticeDays: optionalInteger("notice_days", in: 1...120))
  }
}

extension HonourCode {
  /// Two to ten ASCII capitals.
  var isHonourCode: Bool {
    (2...10).contains(utf8.count) && utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
