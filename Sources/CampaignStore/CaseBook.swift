package import Campaigns

/// What works, dossiers and sittings of campaigns say about duties, kept between two transactions:
/// reading it means reading every record of a campaign.
///
/// It is as good as the store itself: whatever changed since is read again when it is asked for.
package struct CaseBook: Sendable {
  package struct Page: Sendable {
    package let settled: Set<DutyLedger.Settlement>
    package let cases: [CaseDuty]
  }

  private var pages: [CampaignID: Page] = [:]
  /// Everything up to this change is known.
  private var change: Int64 = 0
  /// The directory that names were taken from.
  private var directory: Int64 = 0

  package init() {}

  /// Forgets what is no longer so. To be called first in each transaction.
  package mutating func catchUp(with directory: Directory, on session: any SQLSession) throws {
    let newest = try ChangeLog(session).newest()
    if directory.version != self.directory { pages = [:] }
    if newest != change, !pages.isEmpty {
      if try hasVote(on: session) {
        pages = [:]
      } else {
        let touched = try session.all(selectTouched, [.integer(change)]) { try $0.text(0) }
        for campaign in touched { pages[campaign] = nil }
      }
    }
    change = newest
    self.directory = directory.version
  }

  /// A vote changes no record.
  private func hasVote(on session: any SQLSession) throws -> Bool {
    let votes: [ChangeAct] = [.councilVote, .councilOpinion]
    return try session.first(
      selectVote, [.integer(change)] + votes.map { .text($0.rawValue) }
    ) { _ in true } ?? false
  }

  package mutating func page(
    of campaign: Campaign, in directory: Directory, on session: any SQLSession
  ) throws -> Page {
    if let kept = pages[campaign.id] { return kept }
    let page = Page(
      settled: try DutyLedger.settlements(in: campaign, directory, session, for: nil),
      cases: try CaseDutyReader(campaign: campaign, directory: directory, session: session)
        .duties())
    pages[campaign.id] = page
    return page
  }
}

/// Campaigns of which a record was made, changed or taken back.
private let selectTouched = SQLStatement(
  """
  SELECT DISTINCT r.campaign FROM record_version v JOIN record r ON r.id = v.record
  WHERE v.change > $1
  """)
private let selectVote = SQLStatement(
  "SELECT 1 FROM change_log WHERE id > $1 AND act IN ($2, $3) LIMIT 1")
