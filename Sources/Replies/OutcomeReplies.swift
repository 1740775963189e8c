package import Campaigns
package import CivilTime

extension Outcome {
  /// Words and data for what came of a command.
  package func answer(at now: Instant) -> Answer {
    switch self {
    case .campaigns(let entries): campaignsAnswer(entries)
    case .campaign(let facts): facts.answer
    case .deadlines(let campaign, let entries): deadlinesAnswer(campaign, entries)
    case .registrableHonours(let honours): honours.answer
    case .targets(let campaign, let targets): targetsAnswer(campaign, targets)
    case .movements(let campaign, let movements): movementsAnswer(campaign, movements)
    case .waves(let campaign, let waves, let rounds): wavesAnswer(campaign, waves, rounds)
    case .contacts(let campaign, let posts, let reports): contactsAnswer(campaign, posts, reports)
    case .quota(let campaign, let quota): quotaAnswer(campaign, quota)
    case .criteria(let criteria): criteriaAnswer(criteria)
    case .requirements(let campaign, let papers, let honours):
      requirementsAnswer(campaign, papers, honours)
    case .registrations(let list): list.answer
    case .missing(let list): list.answer
    case .status(let status): status.answer
    case .reminders(let overview): overview.answer(at: now)
    case .identity(let identity): identity.answer
    case .registered(let change): change.registeredAnswer
    case .replaced(let change, let from): change.replacedAnswer(from: from)
    case .withdrawn(let change): change.withdrawnAnswer
    case .undone(let change, let event): change.undoneAnswer(event)
    case .acknowledged(let count): acknowledgedAnswer(count)
    }
  }
}
