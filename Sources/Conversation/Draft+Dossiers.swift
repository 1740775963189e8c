import Campaigns
import CivilTime
import Understanding

// A dossier's way: opened, completed, handed in, appraised, voted on, decided, sent up.

extension Draft {
  mutating func dossier(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if intent == .councilOpinion { tellMemberFromCandidate(in: context) }
    if let blocked = resolveSubject(
      act, spokenOf: spokenOf, in: context, isSpeakerMeant: false)
    {
      return blocked
    }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    if let refusal = context.refusal(act, .subject(subject)) { return .talk(.refuse(refusal)) }
    return withPlan(resolver, in: context) { draft, plan in
      if let question = draft.askWhichHonour(context) { return question }
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
    case .councilOpinion:
      return opinion(show, name, context)
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

  /// "ghi ý kiến của anh Bình: đồng ý khen chị Hoa": of two who are named the member of the council
  /// gives the opinion, and of two members the first.
  private mutating func tellMemberFromCandidate(in context: DialogContext) {
    guard words == nil, let first = slots.subject, let second = slots.others.first else { return }
    func isMember(_ slot: SubjectSlot) -> Bool {
      guard case .person(let ids, _) = slot else { return false }
      return ids.contains {
        context.directory.people[$0].map { [.council, .chair].contains($0.role) } ?? false
      }
    }
    let (member, candidate) = isMember(first) ? (first, second) : (second, first)
    slots.text = member.asWritten
    slots.subject = candidate
    slots.others = []
  }

  /// Whose paper it is stands in the free words: the subject is whom the paper is about.
  private func opinion(
    _ show: (Change, Proposal.ProposedAct) -> Next, _ name: DossierName, _ context: DialogContext
  ) -> Next {
    guard let said = words else { return .askWords(.missing(.councilMember)) }
    guard let vote = slots.vote.map(Vote.init) else { return .ask(.missing(.vote), answers: []) }
    // A namesake outside of the council cannot be meant.
    let members = (context.words.person(said)?.candidates ?? [])
      .compactMap { context.directory.people[$0] }.filter { [.council, .chair].contains($0.role) }
    guard let member = members.first else {
      return .talk(.refuse(.wrongState(.council(.notMember(asWritten: said)))))
    }
    guard members.count == 1 else { return .askWords(.missing(.councilMember)) }
    return show(
      .recordOpinion(name, of: member.id, vote), .recordOpinion(member: member.name, vote))
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
