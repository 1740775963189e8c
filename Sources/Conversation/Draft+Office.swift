import Campaigns
import CivilTime
import Understanding
import Vietnamese

// A later day, announcements, difficulties, good examples.

extension Draft {
  mutating func extending(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    withPlan(resolver, in: context) { draft, plan in
      guard let kind = draft.milestoneKind else {
        return .askMilestone(of: plan.milestones, at: context.now)
      }
      guard let milestone = plan.duty(of: kind, at: context.now) else {
        return .talk(.refuse(.wrongState(.noMilestone(kind, campaign: plan.title))))
      }
      guard case .value(let day) = draft.day else {
        return .ask(.missing(.day), answers: [])
      }
      return draft.propose(
        .extendMilestone(plan.id, kind, day),
        as: .extend(MilestoneEntry(milestone, at: context.now), to: day), in: plan, context)
    }
  }

  mutating func settling(
    _ act: Act, _ resolver: CampaignResolver, in context: DialogContext
  ) -> Next {
    if let blocked = resolveOwnUnit(act, in: context) { return blocked }
    let unit = unit
    return withPlan(resolver, in: context) { draft, plan in
      guard let kind = draft.milestoneKind else {
        return .askMilestone(
          of: plan.milestones.filter(\.kind.isSettledByHand), at: context.now)
      }
      // "Sơ kết quý 1": a span names the period, not the day.
      let day: CivilDate?
      switch draft.slots.date {
      case .day(let said): day = draft.slots.lastDate ?? said
      case .span, nil: day = nil
      case .impossible: return .ask(.missing(.day), answers: [])
      }
      let milestone = plan.duty(
        of: kind, named: draft.milestone, doneOn: day ?? context.now.date)
      if milestone == nil, kind != .report {
        return .talk(.refuse(.wrongState(.noMilestone(kind, campaign: plan.title))))
      }
      var debtor = unit
      switch milestone?.owedBy {
      case .units: if debtor == nil { return .ask(.missing(.unit), answers: []) }
      case .posts, .persons, nil:
        if let refusal = context.refusal(.officeDutyDone, .nobody) {
          return .talk(.refuse(refusal))
        }
        debtor = nil
      }
      return draft.propose(
        .settleMilestone(
          plan.id, kind, debtor, on: day, document: draft.words, milestone: milestone?.id),
        as: .settleMilestone(
          kind, title: milestone?.title, unit: debtor.flatMap { context.directory.units[$0]?.name },
          on: day,
          document: draft.words),
        in: plan, context)
    }
  }

  mutating func announcement(_ act: Act, in context: DialogContext) -> Next {
    if let blocked = resolveUnit(act, in: context) { return blocked }
    guard let text = words else { return .askWords(.missing(.words(.announcement))) }
    return propose(
      .announce(text, unit),
      as: .announce(text, unit: unit.flatMap { context.directory.units[$0]?.name }), context)
  }

  mutating func feedback(_ resolver: CampaignResolver, in context: DialogContext) -> Next {
    withPlan(resolver, in: context) { draft, plan in
      guard let text = draft.words else { return .askWords(.missing(.words(.feedback))) }
      return draft.propose(
        .submitFeedback(plan.id, text), as: .feedback(text), in: plan, context)
    }
  }

  func feedbackReply(in context: DialogContext) -> Next {
    guard let text = words else { return .askWords(.missing(.words(.reply))) }
    let (number, answer) =
      slots.number.map { (Int64(exactly: $0), text) } ?? Draft.numbered(text)
    return propose(.replyFeedback(number, answer), as: .reply(answer), context)
  }

  /// "12: mai sẽ có mẫu mới", "số 12: …": which one is answered, and the answer. A colon elsewhere
  /// ("họp lúc 15:30", "hạn đến ngày 12: …") belongs to the answer.
  private static func numbered(_ text: String) -> (Int64?, String) {
    guard let colon = text.firstIndex(of: ":") else { return (nil, text) }
    let lead = text[..<colon].split(whereSeparator: \.isWhitespace)
    let rest = text[text.index(after: colon)...]
    let answer = rest.drop { $0.isWhitespace }
    guard let number = lead.last.flatMap({ Int64($0) }), !answer.isEmpty,
      !(rest.first?.isNumber ?? false),
      FoldedText(lead.dropLast().joined(separator: " ")).syllables
        .allSatisfy({ leadWords.contains($0.key) })
    else { return (nil, text) }
    return (number, String(answer))
  }

  /// What may stand before the number.
  private static let leadWords = Set(
    FoldedText("số câu hỏi ý kiến góp ý phản ánh vướng mắc").syllables.map(\.key))

  mutating func example(
    _ act: Act, _ resolver: CampaignResolver, spokenOf: Subject?, in context: DialogContext
  ) -> Next {
    if let blocked = resolveSubject(
      act, spokenOf: spokenOf, in: context, isSpeakerMeant: false)
    {
      return blocked
    }
    guard let subject else { return .ask(.missing(.subject), answers: []) }
    return withPlan(resolver, in: context) { draft, plan in
      if draft.intent == .exampleApprove {
        return draft.propose(
          .approveExample(plan.id, subject), as: .approveExample, of: subject, in: plan, context)
      }
      guard let text = draft.words else { return .askWords(.missing(.words(.example))) }
      return draft.propose(
        .submitExample(plan.id, subject, text), as: .example(text), of: subject, in: plan,
        context)
    }
  }
}
