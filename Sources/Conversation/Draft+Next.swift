import Campaigns
import Understanding

extension Draft {
  /// What must happen next for this intent.
  enum Next {
    case talk(Step)
    case ask(Prompt, answers: [SlotAnswer])
    /// The next message is taken as it stands.
    case askWords(Prompt)
    case askUsername
    case askSecret(SecretDialog)
    case use(CampaignID)
    /// Its last valid day is over, but the speaker can accept it for a reason.
    case askReason(PassedDeadline)
    case confirm(Change, Proposal)
    case run(Command)
  }

  /// Fills what can be filled and says what is missing first. Permission comes first of all.
  mutating func next(topic: CampaignID?, spokenOf: Subject?, in context: DialogContext) -> Next {
    let act = intent.act
    if let refusal = context.refusal(act, .nobody) { return .talk(.refuse(refusal)) }
    let resolver = CampaignResolver(context: context, topic: topic)
    switch intent {
    case .talkGreet: return .talk(.talk(.greeting))
    case .talkThanks: return .talk(.talk(.thanks))
    case .talkBye: return .talk(.talk(.goodbye))
    case .talkHelp: return .talk(.talk(.help(about: slots.text)))
    case .talkYes, .talkNo, .talkCancel: return .talk(.talk(.nothingPending))
    case .talkRepeat: return .talk(.repeatLast)
    case .talkUndo: return .run(.change(.undo))

    case .accountLogin:
      return slots.text.map { .askSecret(SecretDialog(user: $0)) } ?? .askUsername
    case .accountLogout: return .talk(.logOut)
    case .accountWhoami: return .run(.question(.whoAmI))
    case .accountPassword:
      guard let username = context.username else { return .talk(.refuse(.notLoggedIn)) }
      return .askSecret(SecretDialog(user: username, changesPassword: true))

    case .campaignList: return .run(.question(.campaigns(year: slots.year)))
    case .campaignUse: return withCampaign(resolver) { .use($0) }
    case .campaignShow: return withCampaign(resolver) { .run(.question(.campaign($0))) }
    case .campaignDeadlines:
      let kind = milestoneKind
      return withCampaign(resolver) { .run(.question(.deadlines($0, of: kind))) }
    case .campaignHonours:
      return withCampaign(resolver) { .run(.question(.registrableHonours($0))) }
    case .campaignTargets:
      let about = slots.text
      return withCampaign(resolver) { .run(.question(.targets($0, about: about))) }
    case .campaignMovements: return withCampaign(resolver) { .run(.question(.movements($0))) }
    case .campaignWaves: return withCampaign(resolver) { .run(.question(.waves($0))) }
    case .campaignContact: return withCampaign(resolver) { .run(.question(.contacts($0))) }
    case .campaignQuota: return withCampaign(resolver) { .run(.question(.quota($0))) }
    case .dossierRequirements:
      return withCampaign(resolver) { .run(.question(.requirements($0))) }
    case .honourCriteria: return criteria(resolver, in: context)

    case .registrationCreate, .registrationChange, .registrationWithdraw:
      return registration(act, resolver, spokenOf: spokenOf, in: context)
    case .registrationList, .registrationMissing:
      return listing(act, resolver, in: context)
    case .statusMine:
      guard let person = context.speaker.person else { return .talk(.refuse(.notLoggedIn)) }
      return .run(.question(.status(of: .person(person.id))))
    case .statusOf: return status(act, spokenOf: spokenOf, in: context)
    case .historyShow: return history(spokenOf: spokenOf, in: context)
    case .reminderList: return .run(.question(.reminders))
    case .reminderCreate: return reminder(resolver, in: context)
    case .reminderCancel:
      return propose(.cancelReminder(about: words), as: .cancelReminder(about: words), context)
    case .reminderSnooze: return snooze(in: context)
    case .reminderAck: return .run(.change(.acknowledge(nil)))

    case .pledgeSign: return pledge(act, resolver, spokenOf: spokenOf, in: context)
    case .workRegister: return work(act, resolver, in: context)
    case .workProgress: return workReport(act, resolver, in: context)
    case .targetReport: return figure(act, resolver, in: context)
    case .pledgeList, .workList, .targetProgress, .dossierList, .awardList, .reportSummary,
      .exampleList:
      return list(act, resolver, in: context)

    case .awardDecide: return decision(act, resolver, spokenOf: spokenOf, in: context)
    case .barRecord, .barLift: return bar(act, resolver, spokenOf: spokenOf, in: context)
    case .quotaSet: return places(resolver, in: context)
    case .dossierCreate, .dossierAttach, .dossierSubmit, .dossierAppraise, .councilVote,
      .councilOpinion, .awardForward, .awardRevoke:
      return dossier(act, resolver, spokenOf: spokenOf, in: context)
    case .councilAgenda: return withCampaign(resolver) { .run(.question(.agenda($0))) }
    case .councilOpen, .councilClose: return sitting(resolver, in: context)

    case .milestoneExtend: return extending(resolver, in: context)
    case .milestoneDone: return settling(act, resolver, in: context)
    case .announceSend: return announcement(act, in: context)
    case .feedbackSubmit: return feedback(resolver, in: context)
    case .feedbackReply: return feedbackReply(in: context)
    case .feedbackList: return withCampaign(resolver) { .run(.question(.feedback($0))) }
    case .exampleSubmit, .exampleApprove:
      return example(act, resolver, spokenOf: spokenOf, in: context)

    case .reminderSettings: return settings(in: context)
    case .reminderNudge: return nudge(act, resolver, in: context)
    case .reminderSeen:
      if let blocked = resolveUnit(act, in: context) { return blocked }
      return .run(.question(.readership(unit)))
    case .reportExport: return export(resolver, in: context)
    }
  }

  mutating func withCampaign(
    _ resolver: CampaignResolver, needsRegistration: Bool = false,
    _ body: (CampaignID) -> Next
  ) -> Next {
    switch resolveCampaign(resolver, needsRegistration: needsRegistration) {
    case .found(let id): return body(id)
    case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
    case .refuse(let refusal): return .talk(.refuse(refusal))
    }
  }

  /// Keeps what it finds.
  mutating func resolveCampaign(
    _ resolver: CampaignResolver, needsRegistration: Bool
  ) -> Resolution<CampaignID> {
    if let campaign { return .found(campaign) }
    let resolution = resolver.resolve(slots, needsRegistration: needsRegistration)
    if case .found(let id) = resolution { campaign = id }
    return resolution
  }

  private func criteria(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    // A question may be answered for all that a name could mean.
    let codes = slots.honours.isEmpty ? slots.honourCandidates : slots.honours
    let campaign = campaign ?? resolver.resolveIfClear(slots)
    guard !codes.isEmpty else {
      let plan = campaign.flatMap { context.directory.campaign($0) }
      let offered = plan?.honours.map { context.honourName($0.code) } ?? []
      return .ask(.missing(.honour(offered: offered)), answers: [])
    }
    return .run(.question(.criteria(codes, campaign)))
  }

  private mutating func status(
    _ act: Act, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    let resolver = SubjectResolver(context: context, act: act, spokenOf: spokenOf)
    if subject == nil {
      guard slots.subject != nil || slots.unit != nil else {
        return .ask(.missing(.subject), answers: [])
      }
      switch resolver.resolve(slots.subject, unit: slots.unit, prefersHousehold: false) {
      case .found(let found): subject = found
      case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
      case .refuse(let refusal): return .talk(.refuse(refusal))
      }
    }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    return .run(.question(.status(of: subject)))
  }

  /// The speaker's own unless somebody is named.
  private mutating func history(spokenOf: Subject?, in context: DialogContext) -> Next {
    if let subject { return .run(.question(.history(of: subject))) }
    let isOwn = slots.subject == .me || slots.subject == nil && slots.unit == nil
    if isOwn, let person = context.speaker.person {
      return .run(.question(.history(of: .person(person.id))))
    }
    let resolver = SubjectResolver(context: context, act: .statusOf, spokenOf: spokenOf)
    switch resolver.resolve(slots.subject, unit: slots.unit, prefersHousehold: false) {
    case .found(let found):
      subject = found
      return .run(.question(.history(of: found)))
    case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
    case .refuse(let refusal): return .talk(.refuse(refusal))
    }
  }

  private mutating func listing(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    let unit = unit
    let honours = slots.honours
    let isMissing = intent == .registrationMissing
    return withCampaign(resolver, needsRegistration: true) { campaign in
      .run(
        .question(
          isMissing
            ? .missing(campaign, unit)
            : .registrations(campaign, RegistrationFilter(unit: unit, honours: honours))))
    }
  }

  /// Sets `unit` if one was named; `nil` when nothing stands in the way.
  mutating func resolveUnit(_ act: Act, in context: DialogContext) -> Next? {
    if unit == nil, let (candidates, asWritten) = saidUnit {
      if let refusal = context.refusal(act, .somebodyElse) { return .talk(.refuse(refusal)) }
      guard let first = candidates.first else {
        return .talk(.refuse(.unknownSubject(asWritten: asWritten)))
      }
      if candidates.count > 1 {
        let units = candidates.compactMap { context.directory.named(.unit($0)) }
        return .ask(
          .choose(.subjects(asWritten: asWritten, units)), answers: candidates.map { .unit($0) })
      }
      unit = first
    }
    if let unit, let refusal = context.refusal(act, .unit(unit)) {
      return .talk(.refuse(refusal))
    }
    return nil
  }

  /// A unit named as such, or where a person could stand.
  private var saidUnit: (candidates: [UnitID], asWritten: String)? {
    if let said = slots.unit { return (said.candidates, said.asWritten) }
    if case .unit(let candidates, let asWritten) = slots.subject { return (candidates, asWritten) }
    return nil
  }
}
