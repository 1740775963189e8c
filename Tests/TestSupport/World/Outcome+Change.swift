package import Campaigns

extension Outcome {
  /// The change that was made; `nil` for the answer to a question.
  package var change: RegistrationChange? {
    switch self {
    case .registered(let change), .replaced(let change, _), .withdrawn(let change),
      .undone(let change, _):
      change
    case .campaigns, .campaign, .deadlines, .registrableHonours, .targets, .movements, .waves,
      .contacts, .quota, .criteria, .requirements, .registrations, .missing, .status, .reminders,
      .identity, .acknowledged, .pledges, .works, .attainment, .dossiers, .agenda, .awards,
      .summary, .feedback, .examples, .history, .reminderSettings, .readership, .export, .calendar,
      .made:
      nil
    }
  }
}
