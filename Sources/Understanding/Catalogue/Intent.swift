/// What a person wants, by the ids of the intent catalogue (`intents/catalogue.yaml`).
///
/// The raw values are promised to the outside (`thidua parse --json`) and are written nowhere
/// else. A new case does not load until the catalogue, its sentences and a test know it.
package enum Intent: String, CaseIterable, Sendable {
  case talkGreet = "talk.greet"
  case talkThanks = "talk.thanks"
  case talkBye = "talk.bye"
  case talkHelp = "talk.help"
  case talkYes = "talk.yes"
  case talkNo = "talk.no"
  case talkCancel = "talk.cancel"
  case talkUndo = "talk.undo"
  case talkRepeat = "talk.repeat"

  case accountLogin = "account.login"
  case accountLogout = "account.logout"
  case accountWhoami = "account.whoami"
  case accountPassword = "account.password"

  case campaignList = "campaign.list"
  case campaignShow = "campaign.show"
  case campaignUse = "campaign.use"
  case campaignDeadlines = "campaign.deadlines"
  case campaignHonours = "campaign.honours"
  case campaignTargets = "campaign.targets"
  case campaignMovements = "campaign.movements"
  case campaignWaves = "campaign.waves"
  case campaignContact = "campaign.contact"
  case campaignQuota = "campaign.quota"

  case honourCriteria = "honour.criteria"

  case dossierRequirements = "dossier.requirements"

  case registrationCreate = "registration.create"
  case registrationChange = "registration.change"
  case registrationWithdraw = "registration.withdraw"
  case registrationList = "registration.list"
  case registrationMissing = "registration.missing"

  case pledgeSign = "pledge.sign"
  case pledgeList = "pledge.list"

  case workRegister = "work.register"
  case workProgress = "work.progress"
  case workList = "work.list"

  case targetReport = "target.report"
  case targetProgress = "target.progress"

  case dossierCreate = "dossier.create"
  case dossierAttach = "dossier.attach"
  case dossierSubmit = "dossier.submit"
  case dossierAppraise = "dossier.appraise"
  case dossierList = "dossier.list"

  case councilAgenda = "council.agenda"
  case councilOpen = "council.open"
  case councilClose = "council.close"
  case councilVote = "council.vote"
  case councilOpinion = "council.opinion"

  case quotaSet = "quota.set"

  case barRecord = "bar.record"
  case barLift = "bar.lift"

  case awardDecide = "award.decide"
  case awardForward = "award.forward"
  case awardList = "award.list"
  case awardRevoke = "award.revoke"

  case statusMine = "status.mine"
  case statusOf = "status.of"
  case historyShow = "history.show"

  case reminderCreate = "reminder.create"
  case reminderList = "reminder.list"
  case reminderCancel = "reminder.cancel"
  case reminderAck = "reminder.ack"
  case reminderSnooze = "reminder.snooze"
  case reminderSettings = "reminder.settings"
  case reminderNudge = "reminder.nudge"
  case reminderSeen = "reminder.seen"

  case milestoneExtend = "milestone.extend"
  case milestoneDone = "milestone.done"

  case announceSend = "announce.send"

  case reportSummary = "report.summary"
  case reportExport = "report.export"

  case feedbackSubmit = "feedback.submit"
  case feedbackList = "feedback.list"
  case feedbackReply = "feedback.reply"

  case exampleSubmit = "example.submit"
  case exampleApprove = "example.approve"
  case exampleList = "example.list"

  /// Position in `allCases`: the lane of the intent in the model.
  ///
  /// Cases without payload are numbered from 0 in the order they are written (a test holds on to
  /// it); a look-up by raw value would hash a string, many times in every message.
  var lane: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
