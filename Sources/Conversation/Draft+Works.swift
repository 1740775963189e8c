import Campaigns
import CivilTime
import Understanding

// Pledges, works, figures: what units do in a campaign.

extension Draft {
  mutating func pledge(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if let blocked = resolveSubject(act, spokenOf: spokenOf, in: context) { return blocked }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    if let refusal = context.refusal(act, .subject(subject)) { return .talk(.refuse(refusal)) }
    return withPlan(resolver, in: context) { draft, plan in
      draft.propose(
        .signPledge(plan.id, subject, text: draft.words, lateReason: draft.lateReason),
        as: .signPledge(text: draft.words),
        of: subject, in: plan, context)
    }
  }

  mutating func work(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveOwnUnit(act, in: context) { return blocked }
    guard let unit else { return .ask(.missing(.unit), answers: []) }
    return withPlan(resolver, in: context) { draft, plan in
      if plan.works == nil {
        return .talk(.refuse(.wrongState(.work(.noDuty(campaign: plan.title)))))
      }
      guard let kind = draft.slots.workKind.flatMap({ Campaigns.WorkKind(rawValue: $0.rawValue) })
      else { return .ask(.missing(.workKind), answers: []) }
      guard let title = draft.words else { return .askWords(.missing(.workTitle)) }
      let due: CivilDate?
      switch draft.day {
      case .value(let day): due = day
      case .nothing: due = nil
      case .unclear: return .ask(.missing(.day), answers: [])
      }
      return draft.propose(
        .registerWork(
          RegisterWork(
            campaign: plan.id, unit: unit, kind: kind, title: title, due: due,
            lateReason: draft.lateReason)),
        as: .registerWork(kind, title: title, due: due), of: .unit(unit), in: plan, context)
    }
  }

  mutating func workReport(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    let unit = unit
    return withPlan(resolver, in: context) { draft, plan in
      guard let share = draft.slots.percent ?? draft.slots.number,
        let percent = Int(exactly: share.rounded()), Work.percentRange.contains(percent)
      else { return .ask(.missing(.percent), answers: []) }
      let report = WorkReport(about: draft.words ?? "", unit: unit, percent: percent)
      return draft.propose(
        .reportWork(plan.id, report),
        as: .reportWork(about: report.about, percent: report.percent),
        of: unit.map { .unit($0) }, in: plan, context)
    }
  }

  mutating func figure(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    let unit = unit
    return withPlan(resolver, in: context) { draft, plan in
      if plan.targets.isEmpty {
        return .talk(.refuse(.wrongState(.target(.noTargets(campaign: plan.title)))))
      }
      guard let about = draft.words else { return .askWords(.missing(.targetLine)) }
      guard let value = draft.slots.percent ?? draft.slots.number,
        let thousandths = Draft.thousandths(value)
      else { return .ask(.missing(.figure), answers: []) }
      let statement = FigureStatement(
        about: about, unit: unit, thousandths: thousandths,
        isShare: draft.slots.percent != nil)
      return draft.propose(
        .reportFigure(plan.id, statement),
        as: .reportFigure(
          about: about, thousandths: thousandths, isShare: statement.isShare),
        of: unit.map { .unit($0) }, in: plan, context)
    }
  }

  /// Exact for what people write; `nil` for what does not fit.
  private static func thousandths(_ value: Double) -> Int64? {
    Int64(exactly: (value * 1000).rounded())
  }

  /// The unit that was named, else the officer's own.
  mutating func resolveOwnUnit(_ act: Act, in context: DialogContext) -> Next? {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    if unit == nil, context.speaker.role == .officer { unit = context.speaker.person?.unit }
    return nil
  }

  /// Lists that a unit can narrow.
  mutating func list(_ act: Act, _ resolver: CampaignResolver, in context: DialogContext) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    let unit = unit
    if intent == .awardList {
      return .run(
        .question(
          .awards(
            AwardFilter(
              campaign: campaign ?? slots.campaign, year: slots.year, honours: slots.honours,
              unit: unit))))
    }
    return withPlan(resolver, in: context) { draft, plan in
      switch draft.intent {
      case .exampleList: .run(.question(.examples(plan.id, unit)))
      case .pledgeList: .run(.question(.pledges(plan.id, unit)))
      case .workList:
        .run(
          // "Các công trình" is what people call all of them.
          .question(
            .works(
              plan.id, unit,
              draft.slots.workKind.flatMap {
                $0 == .work ? nil : Campaigns.WorkKind(rawValue: $0.rawValue)
              })))
      case .targetProgress: .run(.question(.attainment(plan.id, about: draft.words, unit)))
      case .dossierList:
        .run(
          .question(
            .dossiers(
              plan.id,
              DossierFilter(
                unit: unit, states: draft.words.map(context.words.dossierStates) ?? []))))
      default: .run(.question(.summary(plan.id, unit)))
      }
    }
  }
}
