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
  /// Who is told when it is not done, by the role that the rules name.
  package let overseers: [Role: [PersonID]]

  package init(
    kind: Kind, campaign: Campaign, record: Int64, about: String, dossier: DossierName? = nil,
    honour: String? = nil, due: CivilDate, debtors: [PersonID],
    overseers: [Role: [PersonID]]
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

  /// Whether it is ever said to one of these.
  package func concerns(_ people: Set<PersonID>) -> Bool {
    debtors.contains(where: people.contains)
      || overseers.values.contains { $0.contains(where: people.contains) }
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
