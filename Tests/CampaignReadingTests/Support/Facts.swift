import Campaigns
import CivilTime
import Testing

/// A day of a table of facts; a slip in the table fails its test.
func day(_ iso: String, _ location: SourceLocation = #_sourceLocation) -> CivilDate {
  guard let day = CivilDate(iso: iso) else {
    Issue.record("\(iso) is no day", sourceLocation: location)
    return CivilDate(daysSinceEpoch: 0)
  }
  return day
}

/// One row of a milestone table.
struct ExpectedMilestone: CustomTestStringConvertible {
  let id: String
  let kind: MilestoneKind
  var opens: String?
  let lastValidDay: String
  let owedBy: Milestone.Debtors
  let wording: String

  var testDescription: String { id }

  func check(in campaign: Campaign) throws {
    let milestone = try #require(campaign.milestones.first { $0.id == id })
    #expect(milestone.kind == kind)
    #expect(milestone.opens?.iso == opens)
    #expect(milestone.deadline.lastValidDay.iso == lastValidDay)
    #expect(milestone.owedBy == owedBy)
    #expect(milestone.wording.contains(wording))
  }
}

extension Campaign {
  /// Everything the plan says that a person would look for in notes, posts or report lines.
  var saidInWords: [String] {
    notes + posts.map(\.title) + posts.flatMap(\.duties)
      + reports.map { "\($0.what): \($0.from) → \($0.to)" }
      + participants.flatMap(\.groups) + milestones.flatMap { [$0.title, $0.wording] }
      + findings.flatMap { [$0.text, $0.readAs ?? ""] }
  }

  func says(_ words: String) -> Bool { saidInWords.contains { $0.contains(words) } }

  func groups(_ kind: SubjectKind) -> [String] {
    participants.first { $0.kind == kind }?.groups ?? []
  }

  func post(_ words: String) -> Post? { posts.first { $0.title.contains(words) } }
}
