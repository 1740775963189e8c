package import CivilTime

/// Understood, but not done: facts only, no words. `Replies` has the words.
package enum Refusal: Error, Hashable, Sendable {
  case notLoggedIn
  case notPermitted(Permitted)
  case deadlinePassed(PassedDeadline)
  case notOpenYet(milestone: String, opens: CivilDate)
  case notEligible(Ineligibility)
  case quotaFull(campaign: String, places: Int)
  case duplicate(existing: Registration, subject: NamedSubject, honour: String)
  /// `nil` where nobody was named.
  case unknownSubject(asWritten: String?)
  case unknownCampaign(asWritten: String?)
  case wrongState(WrongState)
  case rateLimited(seconds: Int)
  case unavailable(Unavailability)

  /// Who could do it instead. Says nothing about the person or thing that was asked for.
  package enum Permitted: Hashable, Sendable {
    case roles([Role])
    /// Members act for themselves, officers for their own unit, the secretary for all.
    case selfUnitOrSecretary
    /// Officers see their own unit; these roles see all.
    case unitOfficerOr([Role])
  }

  package enum Ineligibility: Hashable, Sendable {
    case notInForce(honour: String, on: CivilDate)
    case wrongKind(honour: String, given: SubjectKind, allowed: [SubjectKind], source: String)
    case notInPlan(honour: String, campaign: String)
    /// Told only to those who keep it.
    case barred(subject: NamedSubject, reason: String?, since: CivilDate)
  }

  package enum WrongState: Hashable, Sendable {
    case noRegistrationDuty(campaign: String)
    case nothingRegistered(subject: NamedSubject)
    case honourNotRegistered(subject: NamedSubject, honour: String)
    /// Several are registered and it was not said which.
    case whichRegistration(subject: NamedSubject, honours: [HonourCode])
    case nothingToUndo
    /// Somebody built on the change, or the rules no longer allow it.
    case undoTooLate(receipt: Receipt)
    /// Votes cannot be unsealed, nor can a message be called back.
    case notUndoable(receipt: Receipt)
    case unknownPush
    /// Works, targets, dossiers, the council, awards.
    case work(WorkRefusal)
    case target(TargetRefusal)
    case dossier(DossierRefusal)
    case council(CouncilRefusal)
    case award(AwardRefusal)
    case bar(BarRefusal)
    case quota(QuotaRefusal)
    case alreadySigned(subject: NamedSubject, on: CivilDate)
    case notLater(milestone: String, current: CivilDate)
    case noMilestone(MilestoneKind, campaign: String)
    /// Of this the store knows by what is done in it.
    case notSettledByHand(MilestoneKind)
    case alreadySettled(milestone: String, on: CivilDate)
    case settledInFuture(CivilDate)
    case nothingToAnswer
    /// Several wait for an answer; their numbers.
    case whichFeedback([Int64])
    case nobodyToTell
    /// Everybody has done the duty, as far as the speaker looks after them.
    case nobodyOwes(milestone: String)
    /// All who owe it were asked the same day; one message is enough.
    case nudgedToday(milestone: String, count: Int)
    /// The moment is over.
    case reminderInPast(Instant)
    /// The speaker set none like that.
    case noReminder(asWritten: String?)
    case whichReminder([PersonalEntry])
    /// Nothing was said that could be said again.
    case nothingToSnooze
    case settings(SettingRefusal)
    /// Nothing about the subject waits for approval.
    case noExample(subject: NamedSubject)
  }

  package enum Unavailability: Hashable, Sendable {
    /// The store cannot take the change now; nothing was changed.
    case store
    /// The server is stopping.
    case stopping
  }
}

/// A duty whose last valid day is over, and who can still accept it.
package struct PassedDeadline: Hashable, Sendable {
  package let campaign: CampaignID
  package let milestone: MilestoneKind
  package let title: String
  package let lastValidDay: CivilDate
  package let acceptsLate: [Role]
  /// The speaker could, by giving a reason.
  package let speakerAccepts: Bool

  package init(
    campaign: CampaignID, milestone: MilestoneKind, title: String, lastValidDay: CivilDate,
    acceptsLate: [Role], speakerAccepts: Bool
  ) {
    self.campaign = campaign
    self.milestone = milestone
    self.title = title
    self.lastValidDay = lastValidDay
    self.acceptsLate = acceptsLate
    self.speakerAccepts = speakerAccepts
  }
}

package enum WorkRefusal: Hashable, Sendable {
  /// The plan asks for no works.
  case noDuty(campaign: String)
  case unknown(asWritten: String)
  case which([WorkEntry])
  /// Its own day is after the plan's.
  case dueTooLate(lastValidDay: CivilDate)
  case alreadyThere(WorkEntry)
}

package enum TargetRefusal: Hashable, Sendable {
  case noTargets(campaign: String)
  case unknown(asWritten: String)
  case which([String])
  /// One line has several figures.
  case whichFigure(target: String, labels: [String])
  /// A share was said for a plain number, or the other way round.
  case wrongMeasure(target: String, unit: String)
  /// A share below 0 or above 100 %.
  case impossibleShare(target: String)
}

package enum DossierRefusal: Hashable, Sendable {
  case none(subject: NamedSubject, honour: String?)
  /// Several fit: the dialog lets one be chosen.
  case which(subject: NamedSubject, honours: [RegistrationChange.Named])
  case alreadyThere(DossierEntry)
  /// It is before the council: nothing is done to it until the sitting is closed.
  case beforeCouncil(DossierEntry)
  /// The state does not allow it.
  case state(DossierEntry, wanted: DossierEvent)
  case papersMissing(DossierEntry, [String])
}

package enum CouncilRefusal: Hashable, Sendable {
  /// No dossier waits for the council.
  case nothingToJudge(campaign: String)
  case alreadyOpen(campaign: String, since: Instant)
  case notOpen(campaign: String)
  case ownCase
  case notOnAgenda(subject: NamedSubject)
  case noQuorum(voted: Int, needed: Int, members: Int)
  /// As many votes for several as there are too few places.
  case tie(names: [String], places: Int)
  /// How many can be rewarded is fixed only after that day.
  case quotaNotOpen(campaign: String, from: CivilDate, decidedBy: String)
  /// Outside of the plan's window: it can be done with a reason.
  case outsideWindow(SittingWindow)
  case noMembers
  case notMember(asWritten: String)
  /// The member voted himself; a paper does not take the place of that.
  case hasVoted(name: String)
}

package enum SettingRefusal: Hashable, Sendable {
  case dayInPast(CivilDate)
  case tooManyDays(most: Int)
  case noMailAddress(asWritten: String)
  /// The office has not set up mail.
  case mailNotSetUp
}

package enum BarRefusal: Hashable, Sendable {
  case alreadyThere(subject: NamedSubject, since: CivilDate)
  case none(subject: NamedSubject)
}

package enum QuotaRefusal: Hashable, Sendable {
  /// The plan itself says how many.
  case fixedByPlan(campaign: String, source: String)
  /// More are selected or awarded already.
  case alreadyTaken(Int)
}

package enum AwardRefusal: Hashable, Sendable {
  case numberUsed(number: String, on: CivilDate)
  /// The plan has it conferred here, not above.
  case conferredHere(honour: String, by: String)
  /// The plan has it conferred above.
  case conferredAbove(honour: String, by: String)
  case dayInFuture(CivilDate)
  /// The council had not decided yet on that day.
  case beforeSitting(CivilDate, closed: CivilDate)
  /// Objections are taken to the end of that day.
  case publicNotice(until: CivilDate)
  /// Numbers of those that came while the choice was public and wait for an answer.
  case objectionsOpen([Int64])
  /// Nobody was named, and nobody waits for a decision of this office.
  case nobodySelected(campaign: String)
  /// It is recorded under another number or day: it can be corrected, with a reason.
  case alreadyDecided(subject: NamedSubject, number: String, on: CivilDate)
  case none(subject: NamedSubject)
  case which(subject: NamedSubject, honours: [String])
}

/// When the plan has the council sit.
package struct SittingWindow: Hashable, Sendable {
  package let campaign: CampaignID
  package let title: String
  package let first: CivilDate?
  package let last: CivilDate

  package init(campaign: CampaignID, title: String, first: CivilDate?, last: CivilDate) {
    self.campaign = campaign
    self.title = title
    self.first = first
    self.last = last
  }

  package func contains(_ day: CivilDate) -> Bool {
    day <= last && (first.map { $0 <= day } ?? true)
  }
}
