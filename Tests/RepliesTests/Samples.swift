import Campaigns
import CivilTime
import TestSupport

/// One value of every kind that people are answered with.
enum Samples {
  static let hoa = NamedSubject(
    subject: .person(7), name: "Nguyễn Thị Hoa", unit: "thôn Buồng Tằm")
  static let household = NamedSubject(
    subject: .household(of: 7), name: "Nguyễn Thị Hoa", unit: "thôn Buồng Tằm")
  static let unit = NamedSubject(subject: .unit(3), name: "thôn Buồng Tằm", unit: nil)
  static let receipt = Receipt(number: 12, at: "2022-01-10 09:00")
  static let registration = Registration(
    id: 13, campaign: "duong-hoa-2022", subject: hoa.subject, honour: "LDTT", state: .active,
    lateReason: nil, registeredAt: "2022-01-10 09:00", registeredBy: 7)
  static let passed = PassedDeadline(
    campaign: "duong-hoa-2022", milestone: .registration,
    title: "đăng ký danh hiệu thi đua năm 2022", lastValidDay: "2022-01-14",
    acceptsLate: [.secretary], speakerAccepts: true)

  static let refusals: [Refusal] =
    [
      .notLoggedIn,
      .notPermitted(.roles([.secretary])), .notPermitted(.selfUnitOrSecretary),
      .notPermitted(.unitOfficerOr([.secretary, .council, .chair])),
      .deadlinePassed(passed),
      .notOpenYet(milestone: "họp Hội đồng", opens: "2022-11-15"),
      .notEligible(.notInForce(honour: "Gia đình văn hóa", on: "2015-01-01")),
      .notEligible(
        .wrongKind(
          honour: "Lao động tiên tiến", given: .household, allowed: [.person, .collective],
          source: "Điều 24")),
      .notEligible(.notInPlan(honour: "Giấy khen", campaign: "thi đua năm 2022")),
      .notEligible(.barred(subject: hoa, reason: "có đơn tố cáo", since: "2022-11-01")),
      .notEligible(.barred(subject: unit, reason: nil, since: "2022-11-01")),
      .quotaFull(campaign: "Đồng khởi mới", places: 3),
      .duplicate(existing: registration, subject: hoa, honour: "Lao động tiên tiến"),
      .unknownSubject(asWritten: "Trần X"), .unknownSubject(asWritten: nil),
      .unknownCampaign(asWritten: "x"), .unknownCampaign(asWritten: nil),
      .wrongState(.noRegistrationDuty(campaign: "90 năm Đảng bộ tỉnh")),
      .wrongState(.nothingRegistered(subject: household)),
      .wrongState(.honourNotRegistered(subject: hoa, honour: "Chiến sĩ thi đua cơ sở")),
      .wrongState(.whichRegistration(subject: hoa, honours: ["LDTT", "CSTDCS"])),
      .wrongState(.nothingToUndo), .wrongState(.undoTooLate(receipt: receipt)),
      .wrongState(.unknownPush),
      .wrongState(.alreadySigned(subject: hoa, on: "2022-01-10")),
      .wrongState(.notLater(milestone: "đăng ký danh hiệu", current: "2022-01-14")),
      .wrongState(.noMilestone(.review, campaign: "thi đua năm 2022")),
      .wrongState(.nothingToAnswer), .wrongState(.whichFeedback([3, 12])),
      .wrongState(.nobodyToTell), .wrongState(.nobodyOwes(milestone: "nộp hồ sơ")),
      .wrongState(.nudgedToday(milestone: "nộp hồ sơ", count: 3)),
      .wrongState(.notSettledByHand(.council)), .wrongState(.settledInFuture("2022-12-01")),
      .wrongState(.alreadySettled(milestone: "tổng kết phong trào", on: "2022-11-30")),
      .rateLimited(seconds: 1),
      .unavailable(.store), .unavailable(.stopping),

    ] + caseRefusals.map { .wrongState($0) }

  static let talks: [Talk] = [
    .greeting, .thanks, .goodbye, .help(about: nil), .help(about: "đăng ký"), .cancelled,
    .nothingPending, .nothingToRepeat, .loggedOut, .passwordsDiffer, .notLoggedIn,
    .notAnOrder(likely: []), .notAnOrder(likely: ["đăng ký danh hiệu"]), .unclear(likely: []),
    .unclear(likely: ["đăng ký danh hiệu", "xem hạn"]), .numberOutOfRange(count: 3),
  ]

  static let prompts: [Prompt] =
    [
      .missing(.honour(offered: ["Lao động tiên tiến"])), .missing(.honour(offered: [])),
      .missing(.newHonour(offered: ["Lao động tiên tiến"])), .missing(.subject), .missing(.user),
      .missing(.lateReason(passed)), .missing(.unit), .missing(.workKind), .missing(.workTitle),
      .missing(.percent), .missing(.targetLine), .missing(.figure), .missing(.documentKind),
      .missing(.appraisal), .missing(.returnReason), .missing(.revocationReason),
      .missing(.reminderTime), .missing(.vote),
      .missing(.decisionNumber), .missing(.councilMember), .missing(.places),
      .missing(.mailAddress),
      .missing(.placesKind),
      .missing(.correctionReason(subject: hoa, number: "12/QĐ-UBND", on: "2022-12-12")),
      .missing(.milestone(offered: [milestone])), .missing(.milestone(offered: [])),
      .missing(.day), .missing(.words(.announcement)), .missing(.words(.feedback)),
      .missing(.words(.reply)), .missing(.words(.example)), .missing(.sittingReason(window)),
      .confirm(proposal(.register)), .confirm(proposal(.replace(from: "Lao động tiên tiến"))),
      .confirm(proposal(.replace(from: nil))), .confirm(proposal(.withdraw)),
      .confirm(
        Proposal(
          act: .undo, campaign: nil, subject: nil, isSpeaker: true, honours: [], lateReason: nil)),
      .choose(.subjects(asWritten: "Hoa", [hoa, household, unit])),
      .choose(.honours(["Giấy khen xã", "Giấy khen huyện"])),
      .choose(.campaigns([entry])), .choose(.readings(["đăng ký", "rút đăng ký"])),
      .secret(.password(user: "hoa")), .secret(.newPassword), .secret(.newPasswordAgain),
    ] + caseActs.map { .confirm(proposal($0)) }

  static func proposal(
    _ act: Proposal.ProposedAct, subject: NamedSubject = hoa, isSpeaker: Bool = false,
    honours: [String] = ["Chiến sĩ thi đua cơ sở"], lateReason: String? = nil
  ) -> Proposal {
    Proposal(
      act: act, campaign: "thi đua năm 2022", subject: subject, isSpeaker: isSpeaker,
      honours: honours, lateReason: lateReason)
  }

  static let entry = CampaignEntry(of: Plans.duongHoa, on: "2022-01-10")
}

// A new case does not compile here until it has a name, and fails until it has a sample.

extension Refusal {
  enum Kind: CaseIterable {
    case notLoggedIn, roles, selfUnitOrSecretary, unitOfficerOr, deadlinePassed, notOpenYet
    case notInForce, wrongKind, notInPlan, quotaFull, duplicate, unknownSubject, unknownCampaign
    case noRegistrationDuty, nothingRegistered, honourNotRegistered, whichRegistration
    case nothingToUndo, undoTooLate, unknownPush, alreadySigned, notLater, noMilestone
    case nothingToAnswer, whichFeedback, nobodyToTell, nobodyOwes, nudgedToday,
      notSettledByHand, alreadySettled, settledInFuture, noExample, noAward,
      whichAward
    case beforeCouncil, beforeSitting, impossibleShare, reminderInPast, noReminder, whichReminder
    case nothingToSnooze, notUndoable
    case noWorkDuty, unknownWork, whichWork, dueTooLate, workThere
    case noTargets, unknownTarget, whichTarget, whichFigure, wrongMeasure
    case noDossier, whichDossier, dossierThere, dossierState, papersMissing
    case nothingToJudge, alreadyOpen, notOpen, ownCase, notOnAgenda, noQuorum, tie, quotaNotOpen
    case barred, notMember, hasVoted, publicNotice, objectionsOpen, nobodySelected, alreadyDecided
    case dayInPast, tooManyDays, noMailAddress, mailNotSetUp
    case barThere, noBar, fixedByPlan, alreadyTaken
    case outsideWindow, noMembers, numberUsed, conferredHere, conferredAbove, dayInFuture
    case rateLimited, store, stopping
  }

  var kind: Kind {
    switch self {
    case .notLoggedIn: .notLoggedIn
    case .notPermitted(.roles): .roles
    case .notPermitted(.selfUnitOrSecretary): .selfUnitOrSecretary
    case .notPermitted(.unitOfficerOr): .unitOfficerOr
    case .deadlinePassed: .deadlinePassed
    case .notOpenYet: .notOpenYet
    case .notEligible(.notInForce): .notInForce
    case .notEligible(.wrongKind): .wrongKind
    case .notEligible(.notInPlan): .notInPlan
    case .notEligible(.barred): .barred
    case .wrongState(.council(.notMember)): .notMember
    case .wrongState(.council(.hasVoted)): .hasVoted
    case .wrongState(.award(.publicNotice)): .publicNotice
    case .wrongState(.award(.objectionsOpen)): .objectionsOpen
    case .wrongState(.award(.nobodySelected)): .nobodySelected
    case .wrongState(.award(.alreadyDecided)): .alreadyDecided
    case .wrongState(.bar(.alreadyThere)): .barThere
    case .wrongState(.bar(.none)): .noBar
    case .wrongState(.settings(.dayInPast)): .dayInPast
    case .wrongState(.settings(.tooManyDays)): .tooManyDays
    case .wrongState(.settings(.noMailAddress)): .noMailAddress
    case .wrongState(.settings(.mailNotSetUp)): .mailNotSetUp
    case .wrongState(.quota(.fixedByPlan)): .fixedByPlan
    case .wrongState(.quota(.alreadyTaken)): .alreadyTaken
    case .quotaFull: .quotaFull
    case .duplicate: .duplicate
    case .unknownSubject: .unknownSubject
    case .unknownCampaign: .unknownCampaign
    case .wrongState(.noRegistrationDuty): .noRegistrationDuty
    case .wrongState(.nothingRegistered): .nothingRegistered
    case .wrongState(.honourNotRegistered): .honourNotRegistered
    case .wrongState(.whichRegistration): .whichRegistration
    case .wrongState(.nothingToUndo): .nothingToUndo
    case .wrongState(.undoTooLate): .undoTooLate
    case .wrongState(.unknownPush): .unknownPush
    case .wrongState(.alreadySigned): .alreadySigned
    case .wrongState(.notLater): .notLater
    case .wrongState(.noMilestone): .noMilestone
    case .wrongState(.nothingToAnswer): .nothingToAnswer
    case .wrongState(.whichFeedback): .whichFeedback
    case .wrongState(.nobodyToTell): .nobodyToTell
    case .wrongState(.nobodyOwes): .nobodyOwes
    case .wrongState(.nudgedToday): .nudgedToday
    case .wrongState(.notSettledByHand): .notSettledByHand
    case .wrongState(.alreadySettled): .alreadySettled
    case .wrongState(.settledInFuture): .settledInFuture
    case .wrongState(.noExample): .noExample
    case .wrongState(.dossier(.beforeCouncil)): .beforeCouncil
    case .wrongState(.award(.beforeSitting)): .beforeSitting
    case .wrongState(.target(.impossibleShare)): .impossibleShare
    case .wrongState(.reminderInPast): .reminderInPast
    case .wrongState(.noReminder): .noReminder
    case .wrongState(.whichReminder): .whichReminder
    case .wrongState(.nothingToSnooze): .nothingToSnooze
    case .wrongState(.notUndoable): .notUndoable
    case .wrongState(.award(.none)): .noAward
    case .wrongState(.award(.which)): .whichAward
    case .wrongState(.work(.noDuty)): .noWorkDuty
    case .wrongState(.work(.unknown)): .unknownWork
    case .wrongState(.work(.which)): .whichWork
    case .wrongState(.work(.dueTooLate)): .dueTooLate
    case .wrongState(.work(.alreadyThere)): .workThere
    case .wrongState(.target(.noTargets)): .noTargets
    case .wrongState(.target(.unknown)): .unknownTarget
    case .wrongState(.target(.which)): .whichTarget
    case .wrongState(.target(.whichFigure)): .whichFigure
    case .wrongState(.target(.wrongMeasure)): .wrongMeasure
    case .wrongState(.dossier(.none)): .noDossier
    case .wrongState(.dossier(.which)): .whichDossier
    case .wrongState(.dossier(.alreadyThere)): .dossierThere
    case .wrongState(.dossier(.state)): .dossierState
    case .wrongState(.dossier(.papersMissing)): .papersMissing
    case .wrongState(.council(.nothingToJudge)): .nothingToJudge
    case .wrongState(.council(.alreadyOpen)): .alreadyOpen
    case .wrongState(.council(.notOpen)): .notOpen
    case .wrongState(.council(.ownCase)): .ownCase
    case .wrongState(.council(.notOnAgenda)): .notOnAgenda
    case .wrongState(.council(.noQuorum)): .noQuorum
    case .wrongState(.council(.tie)): .tie
    case .wrongState(.council(.quotaNotOpen)): .quotaNotOpen
    case .wrongState(.council(.outsideWindow)): .outsideWindow
    case .wrongState(.council(.noMembers)): .noMembers
    case .wrongState(.award(.numberUsed)): .numberUsed
    case .wrongState(.award(.conferredHere)): .conferredHere
    case .wrongState(.award(.conferredAbove)): .conferredAbove
    case .wrongState(.award(.dayInFuture)): .dayInFuture
    case .rateLimited: .rateLimited
    case .unavailable(.store): .store
    case .unavailable(.stopping): .stopping
    }
  }
}

extension Talk {
  enum Kind: CaseIterable {
    case greeting, thanks, goodbye, help, cancelled, nothingPending, nothingToRepeat, loggedOut
    case passwordsDiffer, notLoggedIn, notAnOrder, unclear, numberOutOfRange
  }

  var kind: Kind {
    switch self {
    case .greeting: .greeting
    case .thanks: .thanks
    case .goodbye: .goodbye
    case .help: .help
    case .cancelled: .cancelled
    case .nothingPending: .nothingPending
    case .nothingToRepeat: .nothingToRepeat
    case .loggedOut: .loggedOut
    case .passwordsDiffer: .passwordsDiffer
    case .notLoggedIn: .notLoggedIn
    case .notAnOrder: .notAnOrder
    case .unclear: .unclear
    case .numberOutOfRange: .numberOutOfRange
    }
  }
}

extension Prompt {
  enum Kind: CaseIterable {
    case honour, newHonour, subject, user, lateReason, unit, workKind, workTitle, percent
    case targetLine, figure, documentKind, appraisal, returnReason, revocationReason, reminderTime,
      vote,
      decisionNumber
    case changeSettings, nudge, settleMilestone, mailAddress
    case councilMember, places, placesKind, correctionReason
    case recordOpinion, fixPlaces, recordBar, liftBar
    case milestone, day, words, sittingReason
    case register, replace, withdraw, undo, signPledge, registerWork, reportWork, reportFigure
    case openDossier, attachPaper, submitDossier, accept, sendBack, openSitting, castVote
    case closeSitting, decide, forward, extend, announce, feedback, reply, example, revoke
    case approveExample, remind, cancelReminder, snooze
    case subjects, honours, campaigns, readings, password, newPassword, newPasswordAgain
  }

  var kind: Kind {
    switch self {
    case .missing(.honour): .honour
    case .missing(.newHonour): .newHonour
    case .missing(.subject): .subject
    case .missing(.user): .user
    case .missing(.lateReason): .lateReason
    case .missing(.unit): .unit
    case .missing(.workKind): .workKind
    case .missing(.workTitle): .workTitle
    case .missing(.percent): .percent
    case .missing(.targetLine): .targetLine
    case .missing(.figure): .figure
    case .missing(.documentKind): .documentKind
    case .missing(.appraisal): .appraisal
    case .missing(.returnReason): .returnReason
    case .missing(.revocationReason): .revocationReason
    case .missing(.reminderTime): .reminderTime
    case .missing(.vote): .vote
    case .missing(.decisionNumber): .decisionNumber
    case .missing(.councilMember): .councilMember
    case .missing(.mailAddress): .mailAddress
    case .missing(.places): .places
    case .missing(.placesKind): .placesKind
    case .missing(.correctionReason): .correctionReason
    case .missing(.milestone): .milestone
    case .missing(.day): .day
    case .missing(.words): .words
    case .missing(.sittingReason): .sittingReason
    case .confirm(let proposal):
      switch proposal.act {
      case .register: .register
      case .replace: .replace
      case .withdraw: .withdraw
      case .undo: .undo
      case .signPledge: .signPledge
      case .registerWork: .registerWork
      case .reportWork: .reportWork
      case .reportFigure: .reportFigure
      case .openDossier: .openDossier
      case .attachPaper: .attachPaper
      case .submitDossier: .submitDossier
      case .appraise(.accept): .accept
      case .appraise(.return): .sendBack
      case .openSitting: .openSitting
      case .castVote: .castVote
      case .closeSitting: .closeSitting
      case .recordOpinion: .recordOpinion
      case .fixPlaces: .fixPlaces
      case .recordBar: .recordBar
      case .liftBar: .liftBar
      case .decide: .decide
      case .forward: .forward
      case .extend: .extend
      case .announce: .announce
      case .feedback: .feedback
      case .reply: .reply
      case .example: .example
      case .revoke: .revoke
      case .approveExample: .approveExample
      case .remind: .remind
      case .cancelReminder: .cancelReminder
      case .snooze: .snooze
      case .changeSettings: .changeSettings
      case .nudge: .nudge
      case .settleMilestone: .settleMilestone
      }
    case .choose(.subjects): .subjects
    case .choose(.honours): .honours
    case .choose(.campaigns): .campaigns
    case .choose(.readings): .readings
    case .secret(.password): .password
    case .secret(.newPassword): .newPassword
    case .secret(.newPasswordAgain): .newPasswordAgain
    }
  }
}
