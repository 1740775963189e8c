import CampaignStore
import Campaigns

extension Clerk {
  /// Who changed what about a subject; for those who may see its status. Votes are in no history.
  func history(of subject: Subject) throws -> Outcome {
    let isOwn =
      speaker.person.map { subject == .person($0.id) || subject == .household(of: $0.id) } ?? false
    try check(isOwn ? .statusMine : .statusOf, concerning: .subject(subject))
    let steps = try RecordVersions(session).history(of: subject).map { entry in
      History.Step(
        receipt: entry.receipt, by: entry.person.flatMap { directory.people[$0]?.name },
        act: entry.act.rawValue, detail: entry.detail)
    }
    return .history(History(subject: try named(subject), steps: steps))
  }
}
