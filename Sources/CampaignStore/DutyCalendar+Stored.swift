package import Campaigns

// The days of a calendar, with how often each was moved.

extension DutyCalendar {
  /// - Parameters:
  ///   - campaigns: whose milestones are looked at, in this order.
  ///   - personal: reminders of the owner.
  ///   - isShown: whether a milestone belongs into this calendar.
  package init(
    of campaigns: [Campaign], chosen campaign: CampaignID?, owner: String?,
    personal: [PersonalEntry] = [], on session: any SQLSession,
    where isShown: (Milestone, Campaign) -> Bool
  ) throws {
    var moves: [CampaignID: [String: Int]] = [:]
    for campaign in campaigns { moves[campaign.id] = try session.moves(in: campaign.id) }
    self.init(
      campaign: campaign, owner: owner,
      duties: campaigns.flatMap { campaign in
        campaign.milestones.filter { isShown($0, campaign) }.map {
          Duty(
            campaign: campaign.id, campaignTitle: campaign.title, milestone: $0,
            moves: moves[campaign.id]?[$0.id] ?? 0)
        }
      },
      personal: personal.map { entry in
        let before = entry.reminder.before
        return Personal(
          entry: entry, moves: before.flatMap { moves[$0.campaign]?[$0.milestone] } ?? 0)
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
