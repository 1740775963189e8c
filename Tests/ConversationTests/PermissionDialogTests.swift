import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// Permission comes before names: whoever may not, learns nothing and is asked nothing.
@Suite struct PermissionDialogTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  @Test(
    "A member who names somebody else hears the same, whoever it is",
    arguments: [Intent.registrationCreate, .registrationChange, .registrationWithdraw])
  func others(intent: Intent) throws {
    let twin = try office.enterNamesake(of: .binh, in: "thôn Hộ")
    let binh = office.person(.binh).id
    for subject in [
      SubjectSlot.person(candidates: [binh], asWritten: "Bình"),
      .person(candidates: [binh, twin], asWritten: "Bình"),
      .person(candidates: [], asWritten: "Ai Đó"), .unresolved("Ai Đó"),
      .household(candidates: [binh], asWritten: "nhà anh Bình"),
      .unit(candidates: [office.unit("thôn Hộ")], asWritten: "thôn Hộ"),
      .unit(candidates: [], asWritten: "thôn Mây"),
      .person(candidates: [office.person(.strangerMember).id], asWritten: "Xa"),
    ] {
      let hoa = Talker(.hoa, in: office)
      #expect(
        try hoa.says(.said(intent, .act, honours: ["LDTT"], subject: subject))
          == .refused(.notPermitted(.selfUnitOrSecretary)))
      #expect(try hoa.says(.yes) == .talked(.nothingPending))
    }
  }

  @Test func aMemberWhoNamesHerselfIsHerself_evenAmongNamesakes() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let both = SubjectSlot.person(
      candidates: [twin, office.person(.hoa).id], asWritten: "Nguyễn Thị Hoa")
    let proposal = try Talker(.hoa, in: office).says(
      .said(.registrationCreate, .choose, honours: ["LDTT"], subject: both)
    ).proposal
    #expect(proposal?.subject?.subject == office.subject(.hoa))
  }

  @Test(
    "Lists and others' status are refused before anything is asked",
    arguments: [
      (.registrationList, .unitOfficerOr([.secretary, .chair])),
      (.registrationMissing, .unitOfficerOr([.secretary, .chair])),
      (.statusOf, .unitOfficerOr([.secretary, .council, .chair])),
    ] as [(Intent, Refusal.Permitted)])
  func lists(intent: Intent, permitted: Refusal.Permitted) throws {
    let hoa = Talker(.hoa, in: office)
    #expect(try hoa.says(.said(intent)) == .refused(.notPermitted(permitted)))
    #expect(
      try hoa.says(.said(intent, unit: .named([], "thôn Mây")))
        == .refused(.notPermitted(permitted)))
  }

  @Test func anOfficerIsNotTakenIntoAnotherUnit() throws {
    let lan = Talker(.lan, in: office)
    let ho = UnitSlot.named([office.unit("thôn Hộ")], "thôn Hộ")
    #expect(
      try lan.says(.said(.registrationMissing, .act, unit: ho))
        == .refused(.notPermitted(.unitOfficerOr([.secretary, .chair]))))
    let minh = SubjectSlot.person(candidates: [office.person(.minh).id], asWritten: "Minh")
    #expect(
      try lan.says(.said(.registrationCreate, .act, honours: ["LDTT"], subject: minh))
        == .refused(.notPermitted(.selfUnitOrSecretary)))
    #expect(
      try lan.says(.said(.statusOf, .act, subject: minh))
        == .refused(.notPermitted(.unitOfficerOr([.secretary, .council, .chair]))))
  }

  @Test func whoMayIsToldThatANameIsNotKnown() throws {
    for cast in [Cast.lan, .secretary] {
      let reading = Reading.said(
        .registrationCreate, .act, honours: ["LDTT"], subject: .unresolved("Trần X"))
      #expect(
        try Talker(cast, in: office).says(reading) == .refused(.unknownSubject(asWritten: "Trần X"))
      )
    }
    #expect(
      try Talker(.secretary, in: office).says(
        .said(.registrationMissing, .act, unit: .named([], "thôn Mây")))
        == .refused(.unknownSubject(asWritten: "thôn Mây")))
  }

  @Test("A guest may ask facts and nothing else", arguments: Intent.allCases)
  func guests(intent: Intent) throws {
    let guest = Talker(.guest, in: office)
    let before = try office.contents()
    let said = try guest.says(
      .said(intent, .act, honours: ["LDTT"], campaigns: [Office.campaign], text: "x"))
    switch intent {
    case .pledgeSign, .pledgeList, .workRegister, .workProgress, .workList, .targetReport,
      .targetProgress, .dossierCreate, .dossierAttach, .dossierSubmit, .dossierAppraise,
      .dossierList, .councilAgenda, .councilOpen, .councilClose, .councilVote, .awardDecide,
      .awardForward, .milestoneExtend, .milestoneDone, .announceSend, .reportSummary,
      .feedbackSubmit,
      .councilOpinion, .quotaSet, .barRecord, .barLift,
      .feedbackList, .feedbackReply, .exampleSubmit, .exampleApprove, .reminderCreate,
      .reminderCancel, .reminderSnooze, .exampleList, .awardRevoke,
      .historyShow, .talkUndo, .registrationCreate,
      .registrationChange, .registrationWithdraw,
      .registrationList, .registrationMissing, .statusMine, .statusOf, .reminderList,
      .reminderAck, .reminderSettings, .reminderNudge, .reminderSeen, .reportExport,
      .accountPassword:
      #expect(said == .refused(.notLoggedIn))
    case .talkGreet, .talkThanks, .talkBye, .talkHelp, .talkYes, .talkNo, .talkCancel:
      guard case .talked = said else {
        Issue.record("\(said)")
        return
      }
    case .campaignList, .campaignShow, .campaignUse, .campaignDeadlines, .campaignHonours,
      .campaignTargets, .campaignMovements, .campaignWaves, .campaignContact, .campaignQuota,
      .honourCriteria, .dossierRequirements, .accountWhoami, .awardList:
      guard case .done = said else {
        Issue.record("\(said)")
        return
      }
    case .talkRepeat: #expect(said == .repeatLast)
    case .accountLogout: #expect(said == .logOut)
    case .accountLogin: #expect(said == .asked(.secret(.password(user: "x"))))
    }
    #expect(try office.contents() == before)
  }
}
