package import CivilTime
package import Vietnamese

/// The facts stated in a message, each `nil` or empty when it was not said.
package struct Slots: Sendable {
  /// Codes of the honours catalogue, in the order they were named.
  package var honours: [String] = []
  /// Codes that one name could mean ("giấy khen"): the dialog offers them by number.
  package var honourCandidates: [String] = []
  /// Of two honours in "đổi LĐTT sang CSTĐCS" the one that is given up.
  package var replacedHonour: String?
  package var subject: SubjectSlot?
  /// Those named with the subject, where the intent can be about several.
  package var others: [SubjectSlot] = []
  package var unit: UnitSlot?
  /// Ids; more than one when the name fits several campaigns.
  package var campaigns: [String] = []
  package var year: Int?
  package var date: DateSlot?
  /// The day as it was the last time, where neither its year nor its week was said; `date` is the next
  /// one, unless the intent speaks of what is over.
  package var lastDate: CivilDate?
  package var time: Instant?
  package var duration: CivilDuration?
  /// Also the answer to a numbered choice.
  package var number: Double?
  package var percent: Double?
  package var milestone: MilestoneKind?
  package var workKind: WorkKind?
  package var documentKind: DocumentKind?
  package var decision: AppraisalDecision?
  package var vote: VoteKind?
  package var format: FileFormat?
  /// The words as written.
  package var text: String?

  package init() {}

  /// The only campaign that was named.
  package var campaign: String? { campaigns.count == 1 ? campaigns[0] : nil }
}

/// Whom the message is about. More than one candidate means namesakes: nobody is chosen silently.
package enum SubjectSlot: Sendable, Equatable {
  case me
  /// Ids of the people of the lexicon that fit, at most 20, and the name as written.
  case person(candidates: [Int64], asWritten: String)
  case unit(candidates: [Int64], asWritten: String)
  case household(candidates: [Int64], asWritten: String)
  /// "anh ấy": the person spoken of before.
  case spokenOf
  /// A name that the lexicon does not have.
  case unresolved(String)

  /// The name as it was said; `nil` for the speaker and whoever was spoken of before.
  package var asWritten: String? {
    switch self {
    case .person(_, let name), .unit(_, let name), .household(_, let name), .unresolved(let name):
      name
    case .me, .spokenOf: nil
    }
  }

  /// The candidates' ids; empty for the speaker and for names not known.
  package var candidates: [Int64] {
    switch self {
    case .person(let ids, _), .unit(let ids, _), .household(let ids, _): ids
    case .me, .spokenOf, .unresolved: []
    }
  }
}

package struct UnitSlot: Sendable, Equatable {
  /// Ids; empty when the lexicon has no such unit.
  package var candidates: [Int64]
  package var asWritten: String
}

package enum DateSlot: Sendable, Equatable {
  case day(CivilDate)
  case span(DateSpan)
  /// As written, what no calendar or clock has ("31/2", "8h70") or what contradicts itself ("thứ sáu
  /// 15/1" on a Saturday); set where the intent has no day too, so that it can be asked back.
  case impossible(String, TimeFault)

  /// `2022-01-14` or `2022-11-15/2022-11-22`; `nil` for an impossible one.
  package var iso: String? {
    switch self {
    case .day(let day): day.iso
    case .span(let span): span.iso
    case .impossible: nil
    }
  }
}

package enum MilestoneKind: String, CaseIterable, Sendable {
  case registration, dossier, council, report, work, closing, review
}

package enum WorkKind: String, CaseIterable, Sendable {
  case work, task, model, event
}

package enum DocumentKind: String, CaseIterable, Sendable {
  case proposal, minutes
  case achievementReport = "achievement_report"
  case initiative, other
}

package enum AppraisalDecision: String, CaseIterable, Sendable {
  case accept, `return`
}

package enum VoteKind: String, CaseIterable, Sendable {
  case agree, disagree, abstain
}

package enum FileFormat: String, CaseIterable, Sendable {
  case csv, xlsx, html, ics
}

extension Slots {
  /// One of several that a name may mean has to be chosen.
  var isAmbiguous: Bool {
    honourCandidates.count > 1 || (subject?.candidates.count ?? 0) > 1 || campaigns.count > 1
      || (unit?.candidates.count ?? 0) > 1
  }

  /// Whether anything was said for the slot.
  package func has(_ name: SlotName) -> Bool {
    switch name {
    case .honour: !honours.isEmpty || !honourCandidates.isEmpty
    case .subject: subject != nil
    case .unit: unit != nil
    case .campaign: !campaigns.isEmpty
    case .year: year != nil
    case .date: date != nil
    case .time: time != nil
    case .duration: duration != nil
    case .number: number != nil
    case .percent: percent != nil
    case .milestone: milestone != nil
    case .workKind: workKind != nil
    case .documentKind: documentKind != nil
    case .decision: decision != nil
    case .vote: vote != nil
    case .format: format != nil
    case .text: text != nil
    }
  }
}
