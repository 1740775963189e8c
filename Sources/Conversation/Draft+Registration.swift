import Campaigns
import Understanding

// Registering, changing, withdrawing: campaign, subject, honours, then confirm or run.

extension Draft {
  mutating func registration(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if let blocked = resolveSubject(act, spokenOf: spokenOf, in: context) { return blocked }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    if let refusal = context.refusal(act, .subject(subject)) { return .talk(.refuse(refusal)) }
    let chosen: CampaignID
    switch resolveCampaign(resolver, needsRegistration: true) {
    case .found(let id): chosen = id
    case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
    case .refuse(let refusal): return .talk(.refuse(refusal))
    }
    guard let campaign = context.directory.campaign(chosen) else {
      return .talk(.refuse(.unknownCampaign(asWritten: chosen)))
    }
    if campaign.registration == nil {
      return .talk(.refuse(.wrongState(.noRegistrationDuty(campaign: campaign.title))))
    }
    if let late = tooLate(for: campaign, context) { return late }
    if let question = askHonour(of: subject, in: campaign, context) { return question }
    let change = change(of: subject, in: chosen)
    return isOutright
      ? .run(.change(change)) : .confirm(change, proposal(of: subject, in: campaign, context))
  }

  /// Said before anything is asked back: nobody is led through a dialog that must end so.
  private func tooLate(for campaign: Campaign, _ context: DialogContext) -> Next? {
    let rules = RegistrationRules(of: campaign, honours: context.directory.honours)
    do throws(Refusal) {
      _ = try rules.admit(
        at: context.now, mayAcceptLate: context.mayAcceptLate, lateReason: lateReason)
      return nil
    } catch {
      if case .deadlinePassed(let passed) = error, passed.speakerAccepts {
        return .askReason(passed)
      }
      return .talk(.refuse(error))
    }
  }

  /// `nil` once `subject` is set.
  ///
  /// - Parameter isSpeakerMeant: nobody named means the speaker; otherwise it is asked.
  mutating func resolveSubject(
    _ act: Act, spokenOf: Subject?, in context: DialogContext, isSpeakerMeant: Bool = true
  ) -> Next? {
    if subject != nil { return nil }
    if slots.subject == nil, slots.unit == nil, mayNameSomebody || !isSpeakerMeant {
      return .ask(.missing(.subject), answers: [])
    }
    let resolver = SubjectResolver(context: context, act: act, spokenOf: spokenOf)
    if slots.subject == nil || slots.subject == .spokenOf { isOutright = false }
    switch resolver.resolve(
      slots.subject, unit: slots.unit, prefersHousehold: prefersHousehold(in: context))
    {
    case .found(let found):
      subject = found
      return nil
    case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
    case .refuse(let refusal): return .talk(.refuse(refusal))
    }
  }

  /// Gia đình văn hóa for "tôi" means the speaker's household.
  func prefersHousehold(in context: DialogContext) -> Bool {
    !slots.honours.isEmpty
      && slots.honours.allSatisfy { context.directory.honours[$0]?.kinds == [.household] }
  }

  /// `nil` if the honours are known, or not needed.
  private func askHonour(
    of subject: Subject, in campaign: Campaign, _ context: DialogContext
  ) -> Next? {
    if let question = askWhichHonour(context) { return question }
    guard slots.honours.isEmpty, intent != .registrationWithdraw else { return nil }
    let offered = campaign.honours
      .filter { $0.registrable && $0.kinds.contains(subject.kind) }
      .map { context.honourName($0.code) }
    return .ask(
      .missing(
        intent == .registrationChange ? .newHonour(offered: offered) : .honour(offered: offered)),
      answers: [])
  }

  private func change(of subject: Subject, in campaign: CampaignID) -> Change {
    switch intent {
    case .registrationChange:
      .replaceRegistration(
        ReplaceRegistration(
          campaign: campaign, subject: subject, from: replaced, to: slots.honours.last ?? "",
          lateReason: lateReason))
    case .registrationWithdraw:
      .withdrawRegistration(
        WithdrawRegistration(
          campaign: campaign, subject: subject, honour: slots.honours.first,
          lateReason: lateReason))
    default:
      .register(
        RegisterHonours(
          campaign: campaign, subject: subject, honours: slots.honours, lateReason: lateReason))
    }
  }

  /// "đổi LĐTT sang CSTĐCS": of two, the first is the old one.
  private var replaced: HonourCode? {
    slots.replacedHonour ?? (slots.honours.count > 1 ? slots.honours.first : nil)
  }

  private func proposal(
    of subject: Subject, in campaign: Campaign, _ context: DialogContext
  ) -> Proposal {
    let named: ([HonourCode]) -> [String] = { $0.map(context.honourName) }
    let act: Proposal.ProposedAct
    let honours: [String]
    switch intent {
    case .registrationChange:
      act = .replace(from: replaced.map(context.honourName))
      honours = named(Array(slots.honours.suffix(1)))
    case .registrationWithdraw:
      act = .withdraw
      honours = named(Array(slots.honours.prefix(1)))
    default:
      act = .register
      honours = named(slots.honours)
    }
    // A reason given in time is none for being late.
    let isLate = campaign.registration.map { !$0.deadline.isOpen(at: context.now) } ?? false
    return Proposal(
      act: act, campaign: campaign.title, subject: context.directory.named(subject),
      isSpeaker: context.speaker.person.map { subject == .person($0.id) } ?? false,
      honours: honours, lateReason: isLate ? lateReason : nil)
  }
}

extension Change {
  /// The campaign of a change that a reason can make possible after all; `nil` for others.
  var campaign: CampaignID? {
    switch self {
    case .register(let change): change.campaign
    case .replaceRegistration(let change): change.campaign
    case .withdrawRegistration(let change): change.campaign
    case .openSitting(let campaign, _), .signPledge(let campaign, _, _, _): campaign
    case .submitDossier(let name, _): name.campaign
    case .registerWork(let work): work.campaign
    case .decideAwards(let campaign, _, _): campaign
    case .reportWork, .reportFigure, .openDossier, .attachPaper,
      .appraiseDossier, .castVote, .recordOpinion, .closeSitting, .fixPlaces, .recordBar, .liftBar,
      .forwardDossier, .extendMilestone, .settleMilestone, .announce, .submitFeedback,
      .replyFeedback,
      .submitExample, .revokeAward,
      .approveExample, .remind, .cancelReminder, .snooze, .nudge, .changeSettings, .undo,
      .acknowledge:
      nil
    }
  }

  var subject: Subject? {
    switch self {
    case .register(let change): change.subject
    case .replaceRegistration(let change): change.subject
    case .withdrawRegistration(let change): change.subject
    case .signPledge(_, let subject, _, _): subject
    case .submitDossier(let name, _): name.subject
    case .registerWork(let work): .unit(work.unit)
    case .decideAwards(_, let names, _): names.first?.subject
    case .openSitting, .reportWork, .reportFigure, .openDossier,
      .attachPaper, .appraiseDossier, .castVote, .recordOpinion, .closeSitting, .fixPlaces,
      .recordBar, .liftBar,
      .forwardDossier, .extendMilestone, .settleMilestone, .announce, .submitFeedback,
      .replyFeedback,
      .submitExample, .revokeAward, .approveExample, .remind, .cancelReminder,
      .snooze, .nudge, .changeSettings, .undo, .acknowledge:
      nil
    }
  }
}

extension Change {
  /// The dossier that a change is about, as it was named.
  var dossier: DossierName? {
    switch self {
    case .attachPaper(let name, _, _), .submitDossier(let name, _), .appraiseDossier(let name, _),
      .castVote(let name, _), .recordOpinion(let name, _, _), .forwardDossier(let name),
      .revokeAward(let name, _):
      name
    case .decideAwards(_, let names, _): names.count == 1 ? names[0] : nil
    default: nil
    }
  }
}
