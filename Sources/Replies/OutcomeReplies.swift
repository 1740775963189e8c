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
    case .quota(let facts): facts.answer
    case .criteria(let criteria): criteriaAnswer(criteria)
    case .requirements(let campaign, let papers, let honours):
      requirementsAnswer(campaign, papers, honours)
    case .registrations(let list): list.answer
    case .missing(let list): list.answer
    case .status(let status): status.answer(on: now.date)
    case .reminders(let overview): overview.answer(at: now)
    case .reminderSettings(let settings): settings.answer(on: now.date)
    case .identity(let identity): identity.answer
    case .pledges(let list): list.answer
    case .works(let list): list.answer
    case .attainment(let list): list.answer
    case .dossiers(let list): list.answer(on: now.date)
    case .agenda(let agenda): agenda.answer(on: now.date)
    case .awards(let list): list.answer
    case .summary(let summary): summary.answer
    case .feedback(let list): list.answer
    case .examples(let list): list.answer
    case .history(let history): history.answer
    case .readership(let readership): readership.answer
    case .export(let export): export.answer(at: now)
    case .calendar(let calendar): calendar.answer(at: now)
    case .made(let change): change.answer
    case .registered(let change): change.registeredAnswer
    case .replaced(let change, let from): change.replacedAnswer(from: from)
    case .withdrawn(let change): change.withdrawnAnswer
    case .undone(let change, let event): change.undoneAnswer(event)
    case .acknowledged(let count): acknowledgedAnswer(count)
    }
  }
}
