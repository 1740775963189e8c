import Campaigns
import CivilTime
import Understanding

// A dossier's way: opened, completed, handed in, appraised, voted on, decided, sent up.

extension Draft {
  mutating func dossier(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if let blocked = resolveSubject(
      act, spokenOf: spokenOf, in: context, isSpeakerMeant: false)
    {
      return blocked
    }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    if let refusal = context.refusal(act, .subject(subject)) { return .talk(.refuse(refusal)) }
    return withPlan(resolver, in: context) { draft, plan in
      if !draft.slots.honourCandidates.isEmpty {
        return .ask(
          .choose(.honours(draft.slots.honourCandidates.map(context.honourName))),
          answers: draft.slots.honourCandidates.map { .honour($0) })
      }
      let name = DossierName(
        campaign: plan.id, subject: subject, honour: draft.slots.honours.first)
      return draft.step(name, plan, context)
    }
  }

  private func step(
    _ name: DossierName, _ plan: Campaign, _ context: DialogContext
  ) -> Next {
    func show(_ change: Change, as act: Proposal.ProposedAct) -> Next {
      propose(
        change, as: act, of: name.subject, honours: name.honour.map { [$0] } ?? [], in: plan,
        context)
    }
    switch intent {
    case .dossierCreate:
      if name.honour == nil {
        let offered = plan.honours.filter { $0.kinds.contains(name.subject.kind) }
        return .ask(
          .missing(.honour(offered: offered.map { context.honourName($0.code) })), answers: [])
      }
      return show(.openDossier(name), as: .openDossier)
    case .dossierAttach:
      guard let kind = slots.documentKind.flatMap({ Campaigns.DocumentKind(rawValue: $0.rawValue) })
      else { return .ask(.missing(.documentKind), answers: []) }
      return show(
        .attachPaper(name, kind, note: words), as: .attachPaper(kind, note: words))
    case .dossierSubmit:
      return show(.submitDossier(name, lateReason: lateReason), as: .submitDossier)
    case .dossierAppraise:
      return appraisal(show, name)
    case .councilVote:
      guard let vote = slots.vote.map(Vote.init) else {
        return .ask(.missing(.vote), answers: [])
      }
      return show(.castVote(name, vote), as: .castVote(vote))
    case .awardDecide:
      guard let number = words else { return .askWords(.missing(.decisionNumber)) }
      let day: CivilDate
      switch self.day {
      case .value(let said): day = said
      // Shown before it is recorded, as all decisions are.
      case .nothing: day = context.now.date
      case .unclear: return .ask(.missing(.day), answers: [])
      }
      let decision = AwardDecision(number: number, day: day)
      return show(.decideAwards(plan.id, [name], decision), as: .decide(decision))
    case .awardRevoke:
      guard let reason = words else { return .askWords(.missing(.revocationReason)) }
      return show(.revokeAward(name, because: reason), as: .revoke(because: reason))
    default:
      return show(.forwardDossier(name), as: .forward)
    }
  }

  private func appraisal(
    _ show: (Change, Proposal.ProposedAct) -> Next, _ name: DossierName
  ) -> Next {
    switch slots.decision {
    case nil:
      return .ask(.missing(.appraisal), answers: [])
    case .accept:
      return show(.appraiseDossier(name, .accept), .appraise(.accept))
    case .return:
      guard let reason = words else { return .askWords(.missing(.returnReason)) }
      let appraisal = Appraisal.return(because: reason)
      return show(.appraiseDossier(name, appraisal), .appraise(appraisal))
    }
  }

  mutating func sitting(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    withPlan(resolver, in: context) { draft, plan in
      if draft.intent == .councilClose {
        return draft.propose(.closeSitting(plan.id), as: .closeSitting, in: plan, context)
      }
      return draft.propose(
        .openSitting(plan.id, reason: draft.lateReason),
        as: .openSitting(reason: draft.lateReason), in: plan, context)
    }
  }
}

extension Vote {
  fileprivate init(_ said: VoteKind) {
    self =
      switch said {
      case .agree: .agree
      case .disagree: .disagree
      case .abstain: .abstain
      }
  }
}
