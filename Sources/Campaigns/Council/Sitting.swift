package import CivilTime

/// A sitting of the council (phiên họp Hội đồng Thi đua – Khen thưởng).
package struct Sitting: Hashable, Sendable {
  package let openedAt: Instant
  /// Why it sits outside of the plan's window.
  package let reason: String?
  /// All members with a vote when it was opened: thresholds count them all, not those present.
  package let members: [PersonID]
  /// Numbers of the dossiers, in the order of their hand-in.
  package let agenda: [Int64]
  package private(set) var closedAt: Instant?
  package private(set) var results: [Result]

  package init(
    openedAt: Instant, reason: String?, members: [PersonID], agenda: [Int64],
    closedAt: Instant? = nil, results: [Result] = []
  ) {
    self.openedAt = openedAt
    self.reason = reason
    self.members = members
    self.agenda = agenda
    self.closedAt = closedAt
    self.results = results
  }

  package var isOpen: Bool { closedAt == nil }

  package func closed(at now: Instant, _ results: [Result]) -> Sitting {
    var sitting = self
    sitting.closedAt = now
    sitting.results = results
    return sitting
  }

  /// Members who have not voted yet on all that they can vote on: nobody votes on himself or his
  /// household.
  ///
  /// - Parameter voted: on which dossiers each has voted.
  package func missingVoters(
    of items: [(dossier: Int64, subject: Subject)], voted: [PersonID: Set<Int64>]
  ) -> [PersonID] {
    members.filter { member in
      !(voted[member].map { done in
        items.allSatisfy { done.contains($0.dossier) || $0.subject.isOwn(of: member) }
      } ?? false)
    }
  }

  /// What the minutes say of one dossier; never who voted what.
  package struct Result: Hashable, Sendable {
    package let dossier: Int64
    package let tally: Tally
    package let verdict: Verdict

    package init(dossier: Int64, tally: Tally, verdict: Verdict) {
      self.dossier = dossier
      self.tally = tally
      self.verdict = verdict
    }
  }

  package enum Verdict: String, Sendable, CaseIterable {
    case selected
    /// Below the threshold.
    case tooFewVotes = "too_few_votes"
    /// Enough votes, but others had more and the places were taken.
    case quotaFull = "quota_full"
  }
}

package enum Vote: Int64, Sendable, CaseIterable {
  case agree = 1
  case disagree = 2
  /// Không ý kiến.
  case abstain = 3
}
