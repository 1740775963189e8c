// Lists and duties as files (xuất báo cáo, lịch).

/// A table that is asked for as a file.
package struct ExportRequest: Hashable, Sendable {
  package let campaign: CampaignID
  package let what: ExportKind
  package let unit: UnitID?
  package let format: TableFormat

  package init(
    _ what: ExportKind, of campaign: CampaignID, unit: UnitID? = nil, as format: TableFormat = .csv
  ) {
    self.campaign = campaign
    self.what = what
    self.unit = unit
    self.format = format
  }
}

/// What can be had as a table. The names are typed on the command line: add, never rename.
package enum ExportKind: String, Sendable, CaseIterable {
  case summary, registrations, missing, pledges, works, targets, dossiers, awards
}

package enum TableFormat: String, Sendable, CaseIterable {
  case csv, xlsx, html
}

/// A list as it is shown in a chat, on its way into a file.
package struct TableExport: Hashable, Sendable {
  package let campaign: CampaignID
  package let format: TableFormat
  package let list: List

  package init(campaign: CampaignID, format: TableFormat, list: List) {
    self.campaign = campaign
    self.format = format
    self.list = list
  }

  package enum List: Hashable, Sendable {
    case summary(Summary)
    case registrations(RegistrationList)
    case missing(MissingList)
    case pledges(PledgeList)
    case works(WorkList)
    case targets(AttainmentList)
    case dossiers(DossierList)
    case awards(AwardList)

    package var kind: ExportKind {
      switch self {
      case .summary: .summary
      case .registrations: .registrations
      case .missing: .missing
      case .pledges: .pledges
      case .works: .works
      case .targets: .targets
      case .dossiers: .dossiers
      case .awards: .awards
      }
    }
  }
}

/// Duties and personal reminders with their days, for a calendar program.
package struct DutyCalendar: Hashable, Sendable {
  /// The campaign that was asked for; `nil` for all of the organization.
  package let campaign: CampaignID?
  /// Whose duties they are; `nil` for everybody's.
  package let owner: String?
  /// In the order of the plans.
  package let duties: [Duty]
  /// What waits for the owner because of what happened, and what did until it was settled.
  package let cases: [Waiting]
  package let personal: [Personal]

  package init(
    campaign: CampaignID?, owner: String?, duties: [Duty], cases: [Waiting] = [],
    personal: [Personal]
  ) {
    self.cases = cases
    self.campaign = campaign
    self.owner = owner
    self.duties = duties
    self.personal = personal
  }

  package struct Duty: Hashable, Sendable {
    package let campaign: CampaignID
    package let campaignTitle: String
    package let milestone: Milestone
    /// How often its day was changed so far, back again included.
    package let moves: Int
    /// Done before its day: a calendar that has it takes it off.
    package let isSettled: Bool

    package init(
      campaign: CampaignID, campaignTitle: String, milestone: Milestone, moves: Int,
      isSettled: Bool = false
    ) {
      self.isSettled = isSettled
      self.campaign = campaign
      self.campaignTitle = campaignTitle
      self.milestone = milestone
      self.moves = moves
    }
  }

  /// Whether a milestone belongs into somebody's calendar, and how.
  package enum Standing: Sendable {
    case open
    case settled
    case absent
  }

  package struct Waiting: Hashable, Sendable {
    package let due: CaseDue
    /// How often its record was changed so far.
    package let changes: Int
    /// Done or taken back before its day: a calendar that has it takes it off.
    package let isSettled: Bool

    package init(due: CaseDue, changes: Int, isSettled: Bool = false) {
      self.isSettled = isSettled
      self.due = due
      self.changes = changes
    }
  }

  package struct Personal: Hashable, Sendable {
    package let entry: PersonalEntry
    /// Of the milestone that it comes before.
    package let moves: Int
    package let isCancelled: Bool

    package init(entry: PersonalEntry, moves: Int, isCancelled: Bool = false) {
      self.isCancelled = isCancelled
      self.entry = entry
      self.moves = moves
    }
  }
}
