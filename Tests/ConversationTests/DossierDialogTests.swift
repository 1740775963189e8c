import Campaigns
import CivilTime
import TestSupport
import Testing

@testable import Understanding

/// A dossier opened, completed, handed in, appraised: ask, show, do.
@Suite struct DossierDialogTests {
  let office: Office
  let lan: Talker
  let secretary: Talker

  /// Hoa has a dossier that can be handed in, Bình one that was, Lan one that waits too.
  init() throws {
    office = try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
    lan = Talker(.lan, in: office)
    secretary = Talker(.secretary, in: office)
    let hoa = office.dossier(.hoa, "LDTT")
    try office.perform(.openDossier(hoa), as: .lan)
    for kind in [Campaigns.DocumentKind.minutes, .achievementReport] {
      try office.perform(.attachPaper(hoa, kind, note: nil), as: .lan)
    }
    try office.handIn("LDTT", for: office.subject(.binh), as: .lan)
    try office.handIn("LDTT", for: office.subject(.lan), as: .lan)
  }

  private var outright: [(Cast, Reading)] {
    let (hoa, binh) = (office.named(.hoa), office.named(.binh))
    return [
      (.lan, .said(.dossierCreate, .act, honours: ["CSTDCS"], subject: hoa)),
      (
        .secretary,
        .said(
          .dossierCreate, .act, honours: ["TTLDTT"],
          subject: .unit(candidates: [office.unit("thôn Hộ")], asWritten: "thôn Hộ"))
      ),
      (
        .lan,
        .said(
          .dossierAttach, .act, honours: ["LDTT"], subject: hoa, documentKind: .initiative,
          text: "sáng kiến 7")
      ),
      (.lan, .said(.dossierSubmit, .act, honours: ["LDTT"], subject: hoa)),
      (.secretary, .said(.dossierAppraise, .act, subject: binh, decision: .accept)),
      (
        .secretary,
        .said(.dossierAppraise, .act, subject: binh, decision: .return, text: "chưa ký")
      ),
    ]
  }

  private var paths: [DialogPath] {
    let (hoa, binh) = (office.named(.hoa), office.named(.binh))
    return [
      DialogPath(
        .lan, .said(.dossierCreate),
        [
          (.subject, .read(.said(nil, subject: hoa))),
          (
            .honour(offered: [
              "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh",
              "Giấy khen của Chủ tịch UBND cấp xã",
            ]), .read(.said(nil, honours: ["CSTDT"]))
          ),
        ], shows: .openDossier),
      DialogPath(
        .lan, .said(.dossierAttach),
        [
          (.subject, .read(.said(nil, honours: ["LDTT"], subject: hoa))),
          (.documentKind, .read(.said(nil, documentKind: .proposal))),
        ], shows: .attachPaper(.proposal, note: nil)),
      DialogPath(
        .lan, .said(.dossierSubmit),
        [(.subject, .read(.said(nil, honours: ["LDTT"], subject: hoa)))], shows: .submitDossier),
      DialogPath(
        .secretary, .said(.dossierAppraise),
        [
          (.subject, .read(.said(nil, subject: binh))),
          (.appraisal, .read(.said(nil, decision: .return))),
          (.returnReason, .words(" ")), (.returnReason, .words("biên bản chưa ký")),
        ], shows: .appraise(.return(because: "biên bản chưa ký"))),
      DialogPath(
        .secretary, .said(.dossierAppraise, subject: office.named(.lan)),
        [(.appraisal, .read(.said(nil, decision: .accept)))], shows: .appraise(.accept)),
    ]
  }

  @Test func whatIsStatedOutrightIsDoneAtOnce() throws {
    for (cast, reading) in outright {
      let said = try Talker(cast, in: office).says(reading)
      #expect(said.made != nil, "\(reading.intent): \(said)")
    }
  }

  @Test func whatIsMissingIsAskedFor_thenShown_thenDone() throws {
    for path in paths { try path.expectDone(in: office) }
  }

  @Test func givingUpChangesNothing() throws {
    for path in paths { try path.expectLeft(in: office) }
  }

  @Test func whatIsShownNamesSubjectAndHonour() throws {
    let proposal = try lan.says(
      .said(.dossierCreate, honours: ["CSTDCS"], subject: office.named(.hoa))
    ).proposal
    #expect(proposal?.subject?.name == Cast.hoa.name)
    #expect(proposal?.honours == ["Chiến sĩ thi đua cơ sở"])
    #expect(proposal?.campaign == "thi đua năm 2022")
  }

  @Test func nobodyNamedIsNotTheSpeaker() throws {
    for intent in [Intent.dossierCreate, .dossierAttach, .dossierSubmit] {
      #expect(try lan.says(.said(intent, .act, honours: ["LDTT"])) == .asked(.missing(.subject)))
    }
    #expect(try secretary.says(.said(.dossierAppraise, .act)) == .asked(.missing(.subject)))
  }

  @Test func ofSeveralHonoursOneIsChosenByNumber() throws {
    let asked = try lan.says(
      .said(.dossierCreate, of: ["CSTDCS", "CSTDT"], subject: office.named(.hoa)))
    #expect(
      asked == .asked(.choose(.honours(["Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"]))))
    #expect(try lan.says(.number(2)).proposal?.honours == ["Chiến sĩ thi đua cấp tỉnh"])
  }

  @Test func namesakesAreChosenByNumber() throws {
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let both = SubjectSlot.person(candidates: [office.person(.hoa).id, twin], asWritten: "Hoa")
    #expect(
      try secretary.says(.said(.dossierCreate, .act, honours: ["LDTT"], subject: both)).choices
        == 2)
    #expect(try secretary.says(.number(2)).proposal?.subject?.unit == "thôn Hộ")
    // Of the two the officer reaches one only.
    #expect(
      try lan.says(.said(.dossierCreate, .act, honours: ["CSTDCS"], subject: both)).made != nil)
  }

  @Test func whatTheClerkRefusesIsTheAnswer() throws {
    try office.perform(.openDossier(office.dossier(.hoa, "CSTDCS")), as: .lan)
    guard
      case .refused(.wrongState(.dossier(.papersMissing))) = try lan.says(
        .said(.dossierSubmit, .act, honours: ["CSTDCS"], subject: office.named(.hoa)))
    else {
      Issue.record("not refused")
      return
    }
    #expect(try lan.says(.yes) == .talked(.nothingPending))
  }

  @Test(
    "Who may not is refused before anything is asked",
    arguments: [
      (.hoa, .dossierCreate, .roles([.officer, .secretary])),
      (.hoa, .dossierAttach, .roles([.officer, .secretary])),
      (.hoa, .dossierSubmit, .roles([.officer, .secretary])),
      (.chair, .dossierSubmit, .roles([.officer, .secretary])),
      (.hoa, .dossierAppraise, .roles([.secretary])),
      (.lan, .dossierAppraise, .roles([.secretary])),
      (.chair, .dossierAppraise, .roles([.secretary])),
    ] as [(Cast, Intent, Refusal.Permitted)])
  func refused(cast: Cast, intent: Intent, permitted: Refusal.Permitted) throws {
    let talker = Talker(cast, in: office)
    for subject in [nil, office.named(.binh), .unresolved("Ai Đó")] {
      #expect(
        try talker.says(.said(intent, .act, subject: subject)) == .refused(.notPermitted(permitted))
      )
      #expect(try talker.says(.yes) == .talked(.nothingPending))
    }
  }

  @Test(
    "An officer is not taken into another unit",
    arguments: [
      Intent.dossierCreate, .dossierAttach, .dossierSubmit,
    ])
  func otherUnit(intent: Intent) throws {
    #expect(
      try lan.says(.said(intent, .act, honours: ["LDTT"], subject: office.named(.minh)))
        == .refused(.notPermitted(.selfUnitOrSecretary)))
  }
}
