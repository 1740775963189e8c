package import CivilTime

/// Number that the store gives; shown to clients as `p-12`.
package typealias PushID = Int64

/// Something the assistant says unasked. Kept until acknowledged; comes again with the same id.
package struct Push: Hashable, Sendable {
  package let id: PushID
  package let recipient: PersonID
  package let content: PushContent
  package let createdAt: Instant

  package init(id: PushID, recipient: PersonID, content: PushContent, createdAt: Instant) {
    self.id = id
    self.recipient = recipient
    self.content = content
    self.createdAt = createdAt
  }
}

package enum PushContent: Hashable, Sendable {
  case reminder(ReminderDigest)
  /// Somebody else changed the recipient's registration.
  case registrationNotice(RegistrationNotice)
  /// What the recipient wanted to be reminded of.
  case personal(PersonalNote)
  /// Somebody of the office asks for a duty that the recipient still owes.
  case nudge(Nudge)
  /// Somebody else did something that concerns the recipient.
  case caseNotice(CaseNotice)

  /// As clients see it in `topic`.
  package var topic: PushTopic {
    switch self {
    case .reminder, .personal, .nudge: .reminder
    case .registrationNotice: .registration
    case .caseNotice(let notice): notice.event.topic
    }
  }
}

package enum PushTopic: String, Sendable, CaseIterable {
  case reminder, registration, work, dossier, council, award, milestone, announcement, feedback
  case example, change
}

/// All that one person is reminded of on one day: one message, however many duties.
package struct ReminderDigest: Hashable, Sendable {
  /// The day it was due; earlier than the day of sending after an outage.
  package internal(set) var day: CivilDate
  /// Sent after its time, because the server was down.
  package internal(set) var isLate: Bool
  package var duties: [DutyDue]
  package var missing: [MissingDuty]
  /// What waits because of what happened: dossiers, sittings, difficulties.
  package var cases: [CaseDue]

  package init(
    day: CivilDate, isLate: Bool, duties: [DutyDue], missing: [MissingDuty],
    cases: [CaseDue] = []
  ) {
    self.cases = cases
    self.day = day
    self.isLate = isLate
    self.duties = duties
    self.missing = missing
  }

  package var isEmpty: Bool { duties.isEmpty && missing.isEmpty && cases.isEmpty }
}

/// A duty the recipient owes or is responsible for.
package struct DutyDue: Hashable, Sendable {
  package let campaign: CampaignID
  package let campaignTitle: String
  /// Id of the milestone within the campaign.
  package let milestone: String
  package let kind: MilestoneKind
  package let title: String
  package let lastValidDay: CivilDate

  package init(of milestone: Milestone, in campaign: Campaign) {
    self.init(
      campaign: campaign.id, campaignTitle: campaign.title, milestone: milestone.id,
      kind: milestone.kind, title: milestone.title,
      lastValidDay: milestone.deadline.lastValidDay)
  }

  package init(
    campaign: CampaignID, campaignTitle: String, milestone: String, kind: MilestoneKind,
    title: String, lastValidDay: CivilDate
  ) {
    self.campaign = campaign
    self.campaignTitle = campaignTitle
    self.milestone = milestone
    self.kind = kind
    self.title = title
    self.lastValidDay = lastValidDay
  }
}

/// For those who look after others: who has not done a duty.
package struct MissingDuty: Hashable, Sendable {
  package let duty: DutyDue
  /// It is a duty of units, and the names are theirs.
  package let areUnits: Bool
  /// At most `shownNames`; `count` is the whole number.
  package let names: [String]
  package let count: Int

  /// A push is a line to read, not a report: the whole list is a question away.
  package static let shownNames = 50

  package init(duty: DutyDue, names: [String], count: Int, areUnits: Bool = false) {
    self.duty = duty
    self.areUnits = areUnits
    self.names = names
    self.count = count
  }
}

package struct RegistrationNotice: Hashable, Sendable {
  package let event: RegistrationEvent
  /// Whose registration: the recipient's, the recipient's household's, or a unit's, for which the
  /// recipient is the officer.
  package let kind: SubjectKind
  /// The person's, the householder's or the unit's name.
  package let subject: String
  package let campaign: CampaignID
  package let campaignTitle: String
  package let honours: [String]
  /// Who made the change.
  package let by: String
  package let receipt: String
  package let isLate: Bool

  package init(
    event: RegistrationEvent, kind: SubjectKind, subject: String, campaign: CampaignID,
    campaignTitle: String, honours: [String], by: String, receipt: String, isLate: Bool
  ) {
    self.event = event
    self.kind = kind
    self.subject = subject
    self.campaign = campaign
    self.campaignTitle = campaignTitle
    self.honours = honours
    self.by = by
    self.receipt = receipt
    self.isLate = isLate
  }
}
