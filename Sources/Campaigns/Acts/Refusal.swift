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
    case unknownPush
  }

  package enum Unavailability: Hashable, Sendable {
    /// The store cannot take the change now; nothing was changed.
    case store
    /// The act is known but this version cannot carry it out yet.
    case notBuilt
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
