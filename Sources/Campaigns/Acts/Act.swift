/// Everything a person can ask for, as far as permission goes. The table of who may do it stands in
/// Actions; a new act does not compile until it has a row there.
package enum Act: String, Sendable, CaseIterable {
  /// Greetings, help, facts of plans and of the law.
  case publicFacts
  case undo
  case registrationCreate, registrationChange, registrationWithdraw
  case registrationList, registrationMissing
  case statusMine, statusOf
  case pledgeSign, pledgeList
  case workRegister, workProgress, workList
  case targetReport, targetProgress
  case dossierCreate, dossierAttach, dossierSubmit, dossierAppraise, dossierList
  case councilAgenda, councilOpen, councilClose, councilVote, councilOpinion
  case quotaSet, barKeeping
  case awardDecide, awardForward, awardRevoke
  case milestoneExtend, milestoneDone, officeDutyDone, announce, summary, export
  case feedbackSubmit, feedbackList, feedbackReply
  case exampleSubmit, exampleList, exampleApprove
  case reminders, calendar
  case nudge, readership
  case account
}

/// Whom an act concerns, as far as it is known when permission is asked.
package enum Concern: Hashable, Sendable {
  /// Nobody in particular: the whole organization, or facts.
  case nobody
  case subject(Subject)
  case unit(UnitID)
  /// Somebody else, not yet found or not unique: nothing about them may be revealed.
  case somebodyElse
}
