package import CivilTime

/// A change that was made, with its receipt: facts only.
package struct ChangeMade: Hashable, Sendable {
  package let receipt: Receipt
  /// `nil` for an announcement, which belongs to none.
  package let campaign: CampaignID?
  package let campaignTitle: String?
  package let what: What

  package init(receipt: Receipt, campaign: Campaign?, what: What) {
    self.receipt = receipt
    self.campaign = campaign?.id
    campaignTitle = campaign?.title
    self.what = what
  }

  package enum What: Hashable, Sendable {
    case pledged(PledgeEntry)
    case workRegistered(WorkEntry, lacking: [WorkMinimum.Shortfall])
    case workReported(WorkEntry, before: Int)
    case figureReported(FigureEntry, unit: String?, value: Int64, before: FigureEntry.Reported?)
    case dossierOpened(DossierEntry)
    case paperAttached(DossierEntry, Dossier.Paper)
    case dossierSubmitted(DossierEntry)
    case dossierAppraised(DossierEntry)
    case sittingOpened(Agenda)
    case voted(DossierEntry, Vote, changed: Bool, left: Int)
    /// Of an absent member; never how.
    case opinionRecorded(DossierEntry, member: String, changed: Bool)
    /// - Parameter noticeEnds: last day for objections, where the plan has a public notice.
    case sittingClosed(Minutes, noticeEnds: CivilDate?)
    case placesFixed(PlacesFixed, honour: String?)
    case barred(NamedSubject, reason: String?)
    case barLifted(NamedSubject, reason: String?)
    case awarded([AwardEntry])
    case corrected([AwardEntry])
    case revoked(AwardEntry)
    case forwarded(DossierEntry, to: String, reachesInbox: Bool)
    case extended(MilestoneEntry, from: CivilDate, told: Int)
    /// - Parameters:
    ///   - title: as the plan has it; `nil` for a report for which the plan has no day.
    ///   - reached: offices above that are in the store and have it in their inbox.
    case milestoneDone(
      MilestoneKind, title: String?, MilestoneDone, unit: String?, reached: [String])
    case announced(told: Int)
    case feedbackSent(FeedbackEntry)
    case feedbackAnswered(FeedbackEntry)
    case exampleSent(NamedSubject)
    case exampleApproved(NamedSubject)
    case reminderSet(PersonalEntry)
    case reminderCancelled(PersonalEntry)
    /// - Parameter already: how many had been asked the same day before.
    case nudged(DutyDue, told: [String], already: Int)
    case settingsChanged(ReminderSettingChange, SettingsInUse)
    /// What was done before is as it was before that.
    case takenBack(ChangeTopic)
  }
}

/// What a change was about, for an undo and its notice.
package enum ChangeTopic: String, Sendable, CaseIterable {
  case pledge, work, figure, dossier, sitting, award, milestone, feedback, example, reminder
  case places, bar, settings, done
}

/// What the minutes (biên bản) of a sitting say.
package struct Minutes: Hashable, Sendable {
  package let members: Int
  package let voters: Int
  /// How many of them gave a written opinion.
  package let written: Int
  package let items: [Item]

  package init(members: Int, voters: Int, written: Int = 0, items: [Item]) {
    self.written = written
    self.members = members
    self.voters = voters
    self.items = items
  }

  package struct Item: Hashable, Sendable {
    package let entry: DossierEntry
    package let tally: Tally
    package let threshold: Int?
    package let verdict: Sitting.Verdict

    package init(entry: DossierEntry, tally: Tally, threshold: Int?, verdict: Sitting.Verdict) {
      self.entry = entry
      self.tally = tally
      self.threshold = threshold
      self.verdict = verdict
    }
  }
}
