package import CivilTime

/// Tells somebody what another did that concerns him: pushed with the change that makes it.
package struct CaseNotice: Hashable, Sendable {
  package let event: Event
  package let campaign: CampaignID?
  package let campaignTitle: String?
  /// Whom it is about; `nil` for what concerns the office.
  package let subject: String?
  package let honour: String?
  /// Who did it.
  package let by: String
  package let receipt: String?
  /// A reason, an announcement, a decision's number, an answer.
  package let text: String?
  package let day: CivilDate?
  /// What a report says in figures.
  package let report: ReportFacts?

  package init(
    _ event: Event, campaign: Campaign?, subject: String? = nil, honour: String? = nil,
    by: String, receipt: String?, text: String? = nil, day: CivilDate? = nil,
    report: ReportFacts? = nil
  ) {
    self.init(
      event, campaign: campaign?.id, campaignTitle: campaign?.title, subject: subject,
      honour: honour, by: by, receipt: receipt, text: text, day: day, report: report)
  }

  /// As it was kept.
  package init(
    _ event: Event, campaign: CampaignID?, campaignTitle: String?, subject: String?,
    honour: String?, by: String, receipt: String?, text: String?, day: CivilDate?,
    report: ReportFacts?
  ) {
    self.report = report
    self.event = event
    self.campaign = campaign
    self.campaignTitle = campaignTitle
    self.subject = subject
    self.honour = honour
    self.by = by
    self.receipt = receipt
    self.text = text
    self.day = day
  }

  /// Stored, so never renamed.
  package enum Event: String, Sendable, CaseIterable {
    case pledgeSigned = "pledge.signed"
    case workRegistered = "work.registered"
    case dossierOpened = "dossier.opened"
    /// To the secretary: it waits for appraisal.
    case dossierSubmitted = "dossier.submitted"
    case dossierAccepted = "dossier.accepted"
    case dossierReturned = "dossier.returned"
    /// To members of the council: their votes are wanted.
    case sittingOpened = "sitting.opened"
    case selected
    case notSelected = "not_selected"
    case forwarded
    /// To the secretary of the office above.
    case received
    case awarded
    case corrected
    case revoked
    /// To those who keep bars.
    case barred
    case barLifted = "bar.lifted"
    /// To an absent member: the paper that was recorded for him.
    case opinionRecorded = "opinion.recorded"
    case placesFixed = "places.fixed"
    /// To the office above, or to the secretary from a unit.
    case reported = "report.sent"
    case extended
    case announced
    case feedbackSent = "feedback.sent"
    case feedbackAnswered = "feedback.answered"
    case exampleSent = "example.sent"
    case exampleApproved = "example.approved"
    case takenBack = "taken_back"

    package var topic: PushTopic {
      switch self {
      case .pledgeSigned: .registration
      case .workRegistered: .work
      case .dossierOpened, .dossierSubmitted, .dossierAccepted, .dossierReturned, .forwarded,
        .received, .barred, .barLifted:
        .dossier
      case .sittingOpened, .selected, .notSelected, .opinionRecorded, .placesFixed: .council
      case .awarded, .corrected, .revoked: .award
      case .extended, .reported: .milestone
      case .announced: .announcement
      case .feedbackSent, .feedbackAnswered: .feedback
      case .exampleSent, .exampleApproved: .example
      case .takenBack: .change
      }
    }
  }
}
