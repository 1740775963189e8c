import Campaigns
import CivilTime
import Understanding

// What all changes beside registrations have in common.

extension Draft {
  /// The campaign as such; `body` goes on with it.
  mutating func withPlan(
    _ resolver: CampaignResolver, in context: DialogContext, _ body: (Draft, Campaign) -> Next
  ) -> Next {
    switch resolveCampaign(resolver, needsRegistration: false) {
    case .found(let id):
      guard let plan = context.directory.campaign(id) else {
        return .talk(.refuse(.unknownCampaign(asWritten: id)))
      }
      return body(self, plan)
    case .ask(let prompt, let answers): return .ask(prompt, answers: answers)
    case .refuse(let refusal): return .talk(.refuse(refusal))
    }
  }

  /// Does it at once if all was stated outright; else shows it first.
  func propose(
    _ change: Change, as act: Proposal.ProposedAct, of subject: Subject? = nil,
    honours: [HonourCode] = [], in campaign: Campaign? = nil, _ context: DialogContext
  ) -> Next {
    if isOutright { return .run(.change(change)) }
    return .confirm(
      change,
      Proposal(
        act: act, campaign: campaign?.title, subject: subject.flatMap(context.directory.named),
        others: others.compactMap(context.directory.named),
        isSpeaker: context.speaker.person.map { subject == .person($0.id) } ?? false,
        honours: honours.map(context.honourName), lateReason: lateReason))
  }

  /// One name can mean several honours ("giấy khen"); `nil` if it does not.
  func askWhichHonour(_ context: DialogContext) -> Next? {
    guard !slots.honourCandidates.isEmpty else { return nil }
    return .ask(
      .choose(.honours(slots.honourCandidates.map(context.honourName))),
      answers: slots.honourCandidates.map { .honour($0) })
  }

  /// The words that were said, without the space around them; `nil` if there are none.
  var words: String? {
    guard let text = slots.text else { return nil }
    let trimmed = text.drop { $0.isWhitespace }
    return trimmed.isEmpty ? nil : String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The kind of milestone that was said.
  var milestoneKind: Campaigns.MilestoneKind? {
    slots.milestone.flatMap { Campaigns.MilestoneKind(rawValue: $0.rawValue) }
  }

  /// The day that was said; one that no calendar has is asked for again.
  var day: Said<CivilDate> {
    switch slots.date {
    case .day(let day): .value(day)
    case .span(let span): .value(span.last)
    case .impossible: .unclear
    case nil: .nothing
    }
  }

  /// The same where the act is over: a day without its year is the last one that was.
  var pastDay: Said<CivilDate> {
    if case .day(let day) = slots.date { .value(slots.lastDate ?? day) } else { day }
  }

  enum Said<Value> {
    case value(Value)
    case unclear
    case nothing
  }
}

extension Draft.Next {
  /// Which of them is meant is asked.
  static func askMilestone(of milestones: [Milestone], at now: Instant) -> Draft.Next {
    .ask(
      .missing(.milestone(offered: milestones.map { MilestoneEntry($0, at: now) })), answers: [])
  }
}
