import Campaigns
import Understanding

extension Intent {
  /// What permission it needs; `nil` for intents that are understood but cannot be carried out yet.
  var act: Act? {
    switch self {
    case .talkGreet, .talkThanks, .talkBye, .talkHelp, .talkYes, .talkNo, .talkCancel, .talkRepeat,
      .campaignList, .campaignShow, .campaignUse, .campaignDeadlines, .campaignHonours,
      .campaignTargets, .campaignMovements, .campaignWaves, .campaignContact, .campaignQuota,
      .honourCriteria, .dossierRequirements:
      .publicFacts
    case .talkUndo: .undo
    case .accountLogin, .accountLogout, .accountWhoami, .accountPassword: .account
    case .registrationCreate: .registrationCreate
    case .registrationChange: .registrationChange
    case .registrationWithdraw: .registrationWithdraw
    case .registrationList: .registrationList
    case .registrationMissing: .registrationMissing
    case .statusMine: .statusMine
    case .statusOf: .statusOf
    case .reminderList, .reminderAck: .reminders
    case .pledgeSign, .pledgeList, .workRegister, .workProgress, .workList, .targetReport,
      .targetProgress, .dossierCreate, .dossierAttach, .dossierSubmit, .dossierAppraise,
      .dossierList, .councilAgenda, .councilOpen, .councilClose, .councilVote, .awardDecide,
      .awardForward, .awardList, .reminderCreate, .reminderCancel, .reminderSnooze,
      .reminderSettings, .milestoneExtend, .announceSend, .reportSummary, .reportExport,
      .feedbackSubmit, .feedbackList, .feedbackReply, .exampleSubmit:
      nil
    }
  }
}
