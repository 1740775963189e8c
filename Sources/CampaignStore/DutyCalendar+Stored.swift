package import Campaigns

// The days of a calendar, with how often each was moved.

extension DutyCalendar {
  /// - Parameters:
  ///   - campaigns: whose milestones are looked at, in this order.
  ///   - cases: what waits for the owner.
  ///   - formerCases: what did, and is settled before its day.
  ///   - personal: reminders of the owner; `cancelled`: those that were called off.
  ///   - standing: whether a milestone belongs into this calendar.
  package init(
    of campaigns: [Campaign], chosen campaign: CampaignID?, owner: String?,
    cases: [CaseDue] = [], formerCases: [CaseDue] = [], personal: [PersonalEntry] = [],
    cancelled: [PersonalEntry] = [],
    on session: any SQLSession, standing: (Milestone, Campaign) -> Standing
  ) throws {
    var moves: [CampaignID: [String: Int]] = [:]
    for campaign in campaigns { moves[campaign.id] = try session.moves(in: campaign.id) }
    self.init(
      campaign: campaign, owner: owner,
      duties: campaigns.flatMap { campaign in
        campaign.milestones.compactMap { milestone in
          let standing = standing(milestone, campaign)
          if standing == .absent { return nil }
          return Duty(
            campaign: campaign.id, campaignTitle: campaign.title, milestone: milestone,
            moves: moves[campaign.id]?[milestone.id] ?? 0, isSettled: standing == .settled)
        }
      },
      cases: try (cases.map { ($0, false) } + formerCases.map { ($0, true) }).map { due, isOver in
        Waiting(
          due: due, changes: try RecordVersions(session).count(of: due.record), isSettled: isOver)
      },
      personal: (personal.map { ($0, false) } + cancelled.map { ($0, true) }).map { entry, isOff in
        let before = entry.reminder.before
        return Personal(
          entry: entry, moves: before.flatMap { moves[$0.campaign]?[$0.milestone] } ?? 0,
          isCancelled: isOff)
      })
  }
}

extension SQLSession {
  /// How often the day of each milestone was changed, by its id. An extension that was taken back
  /// counts twice: a calendar program passes over what bears a lower number than before.
  fileprivate func moves(in campaign: CampaignID) throws -> [String: Int] {
    let changed = try all(
      selectMoves, [.text(campaign), .text(MilestoneMove.recordKind.rawValue)]
    ) { row in
      row.optionalText(0).flatMap { MilestoneMove(stored: $0)?.milestone }
    }
    return Dictionary(changed.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
  }
}

private let selectMoves = SQLStatement(
  """
  SELECT COALESCE(v.content_after, v.content_before)
  FROM record_version v JOIN record r ON r.id = v.record
  WHERE r.campaign = $1 AND r.kind = $2
  """)
