package import CivilTime

/// A milestone that was given a later day (gia hạn).
package struct MilestoneMove: Hashable, Sendable {
  /// Id of the milestone within the campaign.
  package let milestone: String
  package let lastValidDay: CivilDate

  package init(milestone: String, lastValidDay: CivilDate) {
    self.milestone = milestone
    self.lastValidDay = lastValidDay
  }
}

extension Campaign {
  /// The campaign with its milestones where they were moved to; the last move of each counts.
  package func moving(_ moves: [MilestoneMove]) -> Campaign {
    if moves.isEmpty { return self }
    let days = Dictionary(
      moves.map { ($0.milestone, $0.lastValidDay) }, uniquingKeysWith: { $1 })
    return Campaign(
      id: id, organization: organization, title: title, aliases: aliases, theme: theme,
      document: document, bases: bases, period: period, participants: participants,
      milestones: milestones.map { milestone in
        days[milestone.id].map { milestone.moved(to: $0) } ?? milestone
      },
      waves: waves, rounds: rounds, movements: movements, targets: targets, honours: honours,
      quota: quota, works: works, dossier: dossier, posts: posts, reports: reports, notes: notes,
      findings: findings)
  }
}

extension Milestone {
  fileprivate func moved(to day: CivilDate) -> Milestone {
    Milestone(
      id: id, kind: kind, title: title, wording: wording, opens: opens,
      deadline: Deadline(lastValidDay: day), owedBy: owedBy, source: source,
      coversPledge: coversPledge)
  }
}
