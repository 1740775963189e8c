import Campaigns
import Understanding

extension Intent {
  /// What permission it needs.
  var act: Act {
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
    case .statusMine, .historyShow: .statusMine
    case .statusOf: .statusOf
    case .reminderList, .reminderAck, .reminderCreate, .reminderCancel, .reminderSnooze,
      .reminderSettings:
      .reminders
    case .reminderNudge: .nudge
    case .reminderSeen: .readership
    case .pledgeSign: .pledgeSign
    case .pledgeList: .pledgeList
    case .workRegister: .workRegister
    case .workProgress: .workProgress
    case .workList: .workList
    case .targetReport: .targetReport
    case .targetProgress: .targetProgress
    case .dossierCreate: .dossierCreate
    case .dossierAttach: .dossierAttach
    case .dossierSubmit: .dossierSubmit
    case .dossierAppraise: .dossierAppraise
    case .dossierList: .dossierList
    case .councilAgenda: .councilAgenda
    case .councilOpen: .councilOpen
    case .councilClose: .councilClose
    case .councilVote: .councilVote
    case .councilOpinion: .councilOpinion
    case .quotaSet: .quotaSet
    case .barRecord, .barLift: .barKeeping
    case .awardDecide: .awardDecide
    case .awardForward: .awardForward
    case .awardRevoke: .awardRevoke
    case .awardList: .publicFacts
    case .milestoneExtend: .milestoneExtend
    case .milestoneDone: .milestoneDone
    case .announceSend: .announce
    case .reportSummary: .summary
    case .feedbackSubmit: .feedbackSubmit
    case .feedbackList: .feedbackList
    case .feedbackReply: .feedbackReply
    case .exampleSubmit: .exampleSubmit
    case .exampleApprove: .exampleApprove
    case .exampleList: .exampleList
    // A calendar; tables, which fewer may have, are asked about once it is known that one is meant.
    case .reportExport: .calendar
    }
  }
}
