import Campaigns
import Understanding

// "Trả lời 1": what settles a line of a reminder, as the person would have begun it by words.

extension Draft {
  /// Whatever it would do is shown first, or what it lacks is asked for.
  init(settling owed: Owed, in context: DialogContext) {
    switch owed {
    case .duty(let duty):
      self.init(duty.kind.settledBy, Slots(), isOutright: false)
      campaign = duty.campaign
      milestone = duty.milestone
      if intent == .milestoneDone {
        slots.milestone = Understanding.MilestoneKind(rawValue: duty.kind.rawValue)
      }
      if intent == .registrationCreate,
        case .persons? = context.directory.milestone(duty)?.owedBy
      {
        slots.subject = .me
      }
    case .waiting(let due):
      self.init(due.settledBy, Slots(), isOutright: false)
      campaign = due.campaign
      subject = due.dossier?.subject
      slots.honours = (due.dossier?.honour).map { [$0] } ?? []
      switch due.kind {
      case .work: slots.text = due.about
      case .answer: slots.number = due.isOversight ? nil : Double(due.record)
      case .complete, .appraise, .vote, .decide: break
      }
    case .missing(let list):
      self.init(.reminderNudge, Slots(), isOutright: false)
      campaign = list.duty.campaign
      milestone = list.duty.milestone
      slots.milestone = Understanding.MilestoneKind(rawValue: list.duty.kind.rawValue)
    }
  }
}

extension Campaigns.MilestoneKind {
  fileprivate var settledBy: Intent {
    switch self {
    case .registration: .registrationCreate
    case .work: .workProgress
    case .dossier: .dossierSubmit
    case .council: .councilOpen
    case .report, .closing, .review: .milestoneDone
    }
  }
}

extension CaseDue {
  /// Who only oversees it looks at it.
  fileprivate var settledBy: Intent {
    switch kind {
    case .complete: isOversight ? .statusOf : .dossierSubmit
    case .appraise: isOversight ? .statusOf : .dossierAppraise
    case .decide: isOversight ? .statusOf : .awardDecide
    case .vote: .councilAgenda
    case .work: isOversight ? .workList : .workProgress
    case .answer: isOversight ? .reportSummary : .feedbackReply
    }
  }
}
