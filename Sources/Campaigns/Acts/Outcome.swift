package import CivilTime

/// What came of a command: facts only. `Replies` has the words.
package enum Outcome: Hashable, Sendable {
  case campaigns([CampaignEntry])
  case campaign(CampaignFacts)
  case deadlines(campaign: String, [MilestoneEntry])
  case registrableHonours(RegistrableHonours)
  case targets(campaign: String, [Target])
  case movements(campaign: String, [String])
  case waves(campaign: String, [Wave], [Round])
  case contacts(campaign: String, [Post], [ReportLine])
  case quota(QuotaFacts)
  case criteria([HonourCriteria])
  case requirements(campaign: String, DossierRequirements?, honours: [String])
  case registrations(RegistrationList)
  case missing(MissingList)
  case status(SubjectStatus)
  case reminders(ReminderOverview)
  case reminderSettings(SettingsInUse)
  case readership(Readership)
  case identity(Identity)
  case pledges(PledgeList)
  case works(WorkList)
  case attainment(AttainmentList)
  case dossiers(DossierList)
  case agenda(Agenda)
  case awards(AwardList)
  case summary(Summary)
  case feedback(FeedbackList)
  case examples(ExampleList)
  case history(History)
  case export(TableExport)
  case calendar(DutyCalendar)

  case made(ChangeMade)
  case registered(RegistrationChange)
  case replaced(RegistrationChange, from: String)
  case withdrawn(RegistrationChange)
  case undone(RegistrationChange, RegistrationEvent)
  case acknowledged(count: Int)
}

package struct CampaignEntry: Hashable, Sendable {
  package let id: CampaignID
  package let title: String
  package let organization: String
  package let period: Period
  package let phase: Campaign.Phase

  package init(of campaign: Campaign, on day: CivilDate) {
    id = campaign.id
    title = campaign.title
    organization = campaign.organization.name
    period = campaign.period
    phase = campaign.phase(on: day)
  }
}

package struct CampaignFacts: Hashable, Sendable {
  package let entry: CampaignEntry
  package let theme: String
  package let document: PlanDocument
  package let bases: [LegalBasis]
  package let participants: [Participants]
  package let works: WorkMinimum?
  package let notes: [String]
  /// Empty for those who are not to settle them.
  package let findings: [Finding]

  package init(of campaign: Campaign, on day: CivilDate, showsFindings: Bool) {
    entry = CampaignEntry(of: campaign, on: day)
    theme = campaign.theme
    document = campaign.document
    bases = campaign.bases
    participants = campaign.participants
    works = campaign.works
    notes = campaign.notes
    findings = showsFindings ? campaign.findings : []
  }
}

package struct MilestoneEntry: Hashable, Sendable {
  package let milestone: Milestone
  /// 0 on the last valid day, negative after it.
  package let daysLeft: Int
  package let isOpen: Bool

  package init(_ milestone: Milestone, at now: Instant) {
    self.milestone = milestone
    daysLeft = milestone.deadline.daysLeft(at: now)
    isOpen = milestone.deadline.isOpen(at: now)
  }
}

package struct RegistrableHonours: Hashable, Sendable {
  package let campaign: String
  /// `nil` where the plan has no registration: then `honours` are what can be awarded.
  package let registration: MilestoneEntry?
  package let honours: [Entry]

  package init(campaign: String, registration: MilestoneEntry?, honours: [Entry]) {
    self.campaign = campaign
    self.registration = registration
    self.honours = honours
  }

  package struct Entry: Hashable, Sendable {
    package let code: HonourCode
    package let name: String
    package let kinds: [SubjectKind]
    package let conferredBy: String
    package let proposedUpward: Bool

    package init(
      code: HonourCode, name: String, kinds: [SubjectKind], conferredBy: String,
      proposedUpward: Bool
    ) {
      self.code = code
      self.name = name
      self.kinds = kinds
      self.conferredBy = conferredBy
      self.proposedUpward = proposedUpward
    }
  }
}

/// Conditions in law on a day, and the plan's own.
package struct HonourCriteria: Hashable, Sendable {
  package let code: HonourCode
  package let name: String
  package let kinds: [SubjectKind]
  /// `nil` if the honour was not in force on the day.
  package let rule: HonourRule?
  /// Names of the prerequisite honours, in the order of the rule.
  package let prerequisiteNames: [String]
  package let plan: CampaignHonour?
  package let campaign: String?

  package init(
    code: HonourCode, name: String, kinds: [SubjectKind], rule: HonourRule?,
    prerequisiteNames: [String], plan: CampaignHonour?, campaign: String?
  ) {
    self.code = code
    self.name = name
    self.kinds = kinds
    self.rule = rule
    self.prerequisiteNames = prerequisiteNames
    self.plan = plan
    self.campaign = campaign
  }
}

/// A registration with the names that a reader needs.
package struct RegistrationEntry: Hashable, Sendable {
  package let registration: Registration
  package let subject: NamedSubject
  package let honour: String

  package init(registration: Registration, subject: NamedSubject, honour: String) {
    self.registration = registration
    self.subject = subject
    self.honour = honour
  }
}

package struct RegistrationList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let entries: [RegistrationEntry]

  package init(campaign: String, unit: String?, entries: [RegistrationEntry]) {
    self.campaign = campaign
    self.unit = unit
    self.entries = entries
  }
}

/// Who has not registered yet.
package struct MissingList: Hashable, Sendable {
  package let campaign: String
  package let unit: String?
  package let milestone: MilestoneEntry
  package let people: [NamedSubject]
  /// How many of those who owe it have done it.
  package let done: Int

  package init(
    campaign: String, unit: String?, milestone: MilestoneEntry, people: [NamedSubject], done: Int
  ) {
    self.campaign = campaign
    self.unit = unit
    self.milestone = milestone
    self.people = people
    self.done = done
  }
}

/// Everything about one subject that may be shown to the speaker.
package struct SubjectStatus: Hashable, Sendable {
  package let subject: NamedSubject
  package let isSpeaker: Bool
  package let campaigns: [InCampaign]
  /// What keeps it from being awarded; only for those who may see it.
  package let bar: AwardBar?

  package init(
    subject: NamedSubject, isSpeaker: Bool, campaigns: [InCampaign], bar: AwardBar? = nil
  ) {
    self.bar = bar
    self.subject = subject
    self.isSpeaker = isSpeaker
    self.campaigns = campaigns
  }

  package struct InCampaign: Hashable, Sendable {
    package let id: CampaignID
    package let title: String
    package let registrations: [RegistrationEntry]
    /// What the subject still owes; empty when all is done.
    package let owed: [MilestoneEntry]
    /// The next dated step of the campaign.
    package let next: MilestoneEntry?
    package let pledge: PledgeEntry?
    package let works: [WorkEntry]
    package let dossiers: [DossierEntry]
    package let awards: [AwardEntry]

    package init(
      id: CampaignID, title: String, registrations: [RegistrationEntry],
      owed: [MilestoneEntry], next: MilestoneEntry?, pledge: PledgeEntry? = nil,
      works: [WorkEntry] = [], dossiers: [DossierEntry] = [], awards: [AwardEntry] = []
    ) {
      self.pledge = pledge
      self.works = works
      self.dossiers = dossiers
      self.awards = awards
      self.id = id
      self.title = title
      self.registrations = registrations
      self.owed = owed
      self.next = next
    }
  }
}

/// What waits for the speaker and what will be reminded of.
package struct ReminderOverview: Hashable, Sendable {
  package let waiting: [Push]
  package let planned: [PlannedReminder]
  /// Set by the speaker.
  package let personal: [PersonalEntry]

  package init(waiting: [Push], planned: [PlannedReminder], personal: [PersonalEntry] = []) {
    self.waiting = waiting
    self.planned = planned
    self.personal = personal
  }
}

/// A personal reminder with the name of what it comes before.
package struct PersonalEntry: Hashable, Sendable {
  package let reminder: PersonalReminder
  package let duty: DutyDue?

  package init(reminder: PersonalReminder, duty: DutyDue?) {
    self.reminder = reminder
    self.duty = duty
  }
}

package struct Identity: Hashable, Sendable {
  /// `nil` for a guest.
  package let name: String?
  package let unit: String?
  package let organization: String?
  package let role: Role

  package init(name: String?, unit: String?, organization: String?, role: Role) {
    self.name = name
    self.unit = unit
    self.organization = organization
    self.role = role
  }
}

/// What a registration looks like after a change.
package struct RegistrationChange: Hashable, Sendable {
  package let receipt: Receipt
  package let campaign: CampaignID
  package let campaignTitle: String
  package let subject: NamedSubject
  package let isSpeaker: Bool
  /// Name and code of each honour concerned.
  package let honours: [Named]
  package let state: RegistrationState
  package let isLate: Bool
  /// The next dated step of the campaign after this change.
  package let next: MilestoneEntry?

  package init(
    receipt: Receipt, campaign: CampaignID, campaignTitle: String, subject: NamedSubject,
    isSpeaker: Bool, honours: [Named], state: RegistrationState, isLate: Bool,
    next: MilestoneEntry?
  ) {
    self.receipt = receipt
    self.campaign = campaign
    self.campaignTitle = campaignTitle
    self.subject = subject
    self.isSpeaker = isSpeaker
    self.honours = honours
    self.state = state
    self.isLate = isLate
    self.next = next
  }

  package struct Named: Hashable, Sendable {
    package let code: HonourCode
    package let name: String

    package init(code: HonourCode, name: String) {
      self.code = code
      self.name = name
    }
  }
}
