package import CivilTime

/// Something that waits for somebody because of what happened in the campaign, not because of a date
/// of its plan: derived from the store each time, never kept.
package struct CaseDuty: Hashable, Sendable {
  package let kind: Kind
  package let campaign: CampaignID
  package let campaignTitle: String
  /// The record it is about.
  package let record: Int64
  /// Whom or what it is about: a subject's name, a work's title, the words of a difficulty.
  package let about: String
  /// Whose dossier it is.
  package let dossier: DossierName?
  package let honour: String?
  /// Last day on which it is done in time.
  package let due: CivilDate
  /// Who has to act.
  package let debtors: [PersonID]
  /// Who is told once it is overdue.
  package let overseers: [PersonID]

  package init(
    kind: Kind, campaign: Campaign, record: Int64, about: String, dossier: DossierName? = nil,
    honour: String? = nil, due: CivilDate, debtors: [PersonID], overseers: [PersonID]
  ) {
    self.dossier = dossier
    self.kind = kind
    self.campaign = campaign.id
    campaignTitle = campaign.title
    self.record = record
    self.about = about
    self.honour = honour
    self.due = due
    self.debtors = debtors
    self.overseers = overseers
  }

  /// Stored, so never renamed.
  package enum Kind: String, Sendable, CaseIterable {
    /// A dossier that was returned is to be completed.
    case complete
    /// A dossier that was handed in is to be appraised.
    case appraise
    /// Votes are wanted in an open sitting.
    case vote
    /// The council has chosen; a decision, or the sending up, is to follow.
    case decide
    /// A work has a day of its own.
    case work
    /// A difficulty waits for an answer.
    case answer
  }

  /// Who is told of it on a day.
  func told(on day: CivilDate) -> [PersonID] { debtors + (day > due ? overseers : []) }
}

/// When people are reminded of what waits for them, and who is told when it is overdue: the whole
/// table on one page.
package struct CaseDutyRule: Hashable, Sendable {
  /// Who has to act.
  package let owedBy: Holder
  /// Who is told from the day after its last one.
  package let overseenBy: Holder
  /// Days before the last one, descending.
  package let daysBefore: [Int]
  /// Days after the last one.
  package let daysAfter: [Int]

  package enum Holder: Hashable, Sendable {
    /// Officers of the unit concerned.
    case officers
    case roles(Set<Role>)
    /// Members of the council who have not voted on everything.
    case voters
  }

  /// Where the law or the plan names no day for it; `nil` where one of them does.
  package let officeDays: Int?

  private init(
    _ owedBy: Holder, overseenBy: Holder, before daysBefore: [Int], after daysAfter: [Int],
    officeDays: Int? = nil
  ) {
    self.owedBy = owedBy
    self.overseenBy = overseenBy
    self.daysBefore = daysBefore
    self.daysAfter = daysAfter
    self.officeDays = officeDays
  }

  package static func rule(for kind: CaseDuty.Kind) -> CaseDutyRule {
    switch kind {
    case .complete:
      CaseDutyRule(.officers, overseenBy: .roles([.secretary]), before: [3, 1, 0], after: [1, 7])
    case .appraise:
      CaseDutyRule(
        .roles([.secretary]), overseenBy: .roles([.chair]), before: [5, 2, 0], after: [1, 7])
    case .vote:
      CaseDutyRule(
        .voters, overseenBy: .roles([.secretary]), before: [7, 5, 3, 2, 1, 0], after: [1, 7],
        officeDays: 7)
    case .decide:
      CaseDutyRule(
        .roles([.secretary]), overseenBy: .roles([.chair]), before: [3, 0], after: [1, 7],
        officeDays: 10)
    case .work:
      CaseDutyRule(
        .officers, overseenBy: .roles([.secretary]), before: [7, 3, 1, 0], after: [1, 7])
    case .answer:
      CaseDutyRule(
        .roles([.secretary]), overseenBy: .roles([.chair]), before: [3, 1, 0], after: [1, 7],
        officeDays: 7)
    }
  }
}

/// What a digest says of a duty from a case.
package struct CaseDue: Hashable, Sendable {
  package let kind: CaseDuty.Kind
  package let campaign: CampaignID
  package let campaignTitle: String
  package let record: Int64
  package let about: String
  package let dossier: DossierName?
  package let honour: String?
  package let due: CivilDate
  /// The recipient does not owe it himself: somebody else is late.
  package let isOversight: Bool

  package init(of duty: CaseDuty, for person: PersonID) {
    self.init(
      kind: duty.kind, campaign: duty.campaign, campaignTitle: duty.campaignTitle,
      record: duty.record, about: duty.about, dossier: duty.dossier, honour: duty.honour,
      due: duty.due,
      isOversight: !duty.debtors.contains(person))
  }

  /// As it was kept.
  package init(
    kind: CaseDuty.Kind, campaign: CampaignID, campaignTitle: String, record: Int64,
    about: String, dossier: DossierName?, honour: String?, due: CivilDate, isOversight: Bool
  ) {
    self.dossier = dossier
    self.kind = kind
    self.campaign = campaign
    self.campaignTitle = campaignTitle
    self.record = record
    self.about = about
    self.honour = honour
    self.due = due
    self.isOversight = isOversight
  }
}
