import Campaigns
import CivilTime
import Understanding

// Decisions, who is kept back, and how many can be honoured.

extension Draft {
  /// Nobody named means all whom the council selected; several can be named.
  mutating func decision(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if slots.subject != nil || slots.unit != nil || mayNameSomebody {
      if let blocked = resolveSubject(
        act, spokenOf: spokenOf, in: context, isSpeakerMeant: false)
      {
        return blocked
      }
      if let blocked = resolveOthers(act, in: context) { return blocked }
    }
    return withPlan(resolver, in: context) { draft, plan in
      if let question = draft.askWhichHonour(context) { return question }
      guard let number = draft.words else { return .askWords(.missing(.decisionNumber)) }
      let day: CivilDate
      switch draft.pastDay {
      case .value(let said): day = said
      // Shown before it is recorded, as all decisions are.
      case .nothing: day = context.now.date
      case .unclear: return .ask(.missing(.day), answers: [])
      }
      let honour = draft.slots.honours.first
      let names = ((draft.subject.map { [$0] } ?? []) + draft.others).map {
        DossierName(campaign: plan.id, subject: $0, honour: honour)
      }
      let decision = AwardDecision(number: number, day: day, correction: draft.lateReason)
      return draft.propose(
        .decideAwards(plan.id, names, decision), as: .decide(decision), of: draft.subject,
        honours: honour.map { [$0] } ?? [], in: plan, context)
    }
  }

  /// Finds those who were named with the subject, one after the other.
  private mutating func resolveOthers(_ act: Act, in context: DialogContext) -> Next? {
    let resolver = SubjectResolver(context: context, act: act, spokenOf: nil)
    while let said = slots.others.first {
      switch resolver.resolve(said, unit: nil, prefersHousehold: prefersHousehold(in: context)) {
      case .found(let found):
        others.append(found)
        slots.others.removeFirst()
      case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
      case .refuse(let refusal): return .talk(.refuse(refusal))
      }
    }
    return nil
  }

  mutating func bar(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if let blocked = resolveSubject(
      act, spokenOf: spokenOf, in: context, isSpeakerMeant: false)
    {
      return blocked
    }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    return withPlan(resolver, in: context) { draft, plan in
      let reason = draft.words
      return draft.intent == .barLift
        ? draft.propose(
          .liftBar(plan.id, subject, because: reason), as: .liftBar(because: reason), of: subject,
          in: plan, context)
        : draft.propose(
          .recordBar(plan.id, subject, because: reason), as: .recordBar(because: reason),
          of: subject, in: plan, context)
    }
  }

  mutating func places(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    withPlan(resolver, in: context) { draft, plan in
      guard let number = draft.slots.number, let places = Int(exactly: number),
        (0...100_000).contains(places)
      else { return .ask(.missing(.places), answers: []) }
      let honour = draft.slots.honours.first
      // An honour that only one kind can have says whom it is for.
      let kinds = honour.flatMap { plan.honour($0)?.kinds } ?? []
      let said = draft.words.flatMap(context.words.subjectKind)
      guard let kind = said ?? (kinds.count == 1 ? kinds[0] : nil) else {
        return .askWords(.missing(.placesKind))
      }
      return draft.propose(
        .fixPlaces(plan.id, kind, honour, places: places), as: .fixPlaces(kind, places: places),
        honours: honour.map { [$0] } ?? [], in: plan, context)
    }
  }
}
