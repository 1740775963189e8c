import CampaignStore
import Campaigns

extension Clerk {
  /// Who changed what about a subject; for those who may see its status. Votes are in no history.
  func history(of subject: Subject) throws -> Outcome {
    try check(isOwn(subject) ? .statusMine : .statusOf, concerning: .subject(subject))
    let steps = try RecordVersions(session).history(
      of: subject, includesBars: seesBars(of: subject)
    ).map {
      entry in
      History.Step(
        receipt: entry.receipt, by: entry.person.flatMap { directory.people[$0]?.name },
        act: entry.act,
        // The campaign and the subject are known to who asked.
        facts: entry.facts.dropFirst(2).map(honourName))
    }
    return .history(History(subject: try named(subject), steps: steps))
  }
}
