import Campaigns
import CivilTime
import TestSupport
import Testing
import Vietnamese

@testable import Understanding

/// Pledges, works, figures: ask, show, do.
@Suite struct WorksDialogTests {
  let office: Office
  let lan: Talker

  init() throws {
    office = try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
    lan = Talker(.lan, in: office)
    try office.perform(office.work(.task, "sửa cầu Đình", of: "thôn Buồng Tằm"), as: .lan)
  }

  private var outright: [(Cast, Reading)] {
    [
      (.hoa, .said(.pledgeSign, .act, subject: .me)),
      (.lan, .said(.pledgeSign, .act, subject: office.named(.binh), text: "giữ lời")),
      // The only one needs no words.
      (.lan, .said(.workProgress, .act, percent: 30)),
      (.lan, .said(.workRegister, .act, workKind: .work, text: "đường hoa")),
      (
        .secretary,
        .said(
          .workRegister, .act, unit: office.named(unit: "thôn Hộ"), date: .day("2022-09-02"),
          workKind: .event, text: "hội thi")
      ),
      (.lan, .said(.workProgress, .act, percent: 40, text: "cầu Đình")),
      (.secretary, .said(.targetReport, .act, percent: 93.5, text: "bảo hiểm y tế")),
      (.lan, .said(.targetReport, .act, number: 2_000_000, text: "ngân sách")),
    ]
  }

  private var paths: [DialogPath] {
    [
      // Nobody was named: who speaks is taken, and shown.
      DialogPath(.hoa, .said(.pledgeSign, .act), shows: .signPledge(text: nil)),
      DialogPath(
        .lan, .said(.workRegister),
        [
          (.workKind, .read(.said(nil, workKind: .event))),
          (.workTitle, .words("giải bóng chuyền 2/9")),
        ], shows: .registerWork(.event, title: "giải bóng chuyền 2/9", due: nil)),
      DialogPath(
        .secretary, .said(.workRegister, date: .impossible("31/2", .noSuchDay)),
        [
          (.unit, .read(.said(nil, unit: office.named(unit: "thôn Hộ")))),
          (.workKind, .read(.said(nil, workKind: .work))),
          (.workTitle, .words("  ")), (.workTitle, .words(" đường hoa ")),
          (.day, .read(.said(nil, date: .impossible("31/4", .noSuchDay)))),
          (.day, .read(.said(nil, date: .day("2022-09-02")))),
        ], shows: .registerWork(.work, title: "đường hoa", due: "2022-09-02")),
      DialogPath(
        .lan, .said(.workProgress, text: "cầu Đình"),
        [
          (.percent, .read(.said(nil, percent: 101))), (.percent, .read(.number(-1))),
          (.percent, .read(.said(nil, percent: 59.6))),
        ], shows: .reportWork(about: "cầu Đình", percent: 60)),
      DialogPath(
        .lan, .said(.workProgress, percent: 150, text: "cầu Đình"),
        [(.percent, .read(.number(50)))], shows: .reportWork(about: "cầu Đình", percent: 50)),
      DialogPath(
        .secretary, .said(.targetReport),
        [
          (.targetLine, .words("bảo hiểm y tế")), (.figure, .read(.said(nil, percent: 93.45))),
        ], shows: .reportFigure(about: "bảo hiểm y tế", thousandths: 93_450, isShare: true)),
      DialogPath(
        .lan, .said(.targetReport, text: "ngân sách"),
        [(.figure, .read(.number(1_500_000)))],
        shows: .reportFigure(about: "ngân sách", thousandths: 1_500_000_000, isShare: false)),
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

  @Test(
    "A number that is none of percent is asked for again",
    arguments: [1e30, -1e30, .nan, .infinity])
  func noPercent(number: Double) throws {
    #expect(
      try lan.says(.said(.workProgress, .act, number: number, text: "cầu Đình"))
        == .asked(.missing(.percent)))
    #expect(try lan.says(.said(nil, percent: number)) == .asked(.missing(.percent)))
    #expect(
      try lan.says(.said(.targetReport, .act, number: number, text: "ngân sách"))
        == .asked(.missing(.figure)))
  }

  @Test func theOfficersWorkIsTheUnits_andShownAsSuch() throws {
    let proposal = try lan.says(.said(.workRegister, workKind: .work, text: "đường hoa")).proposal
    #expect(proposal?.subject?.name == "thôn Buồng Tằm")
    #expect(proposal?.campaign == "thi đua năm 2022")
  }

  @Test func whileItIsShownADetailMayStillBeChanged() throws {
    _ = try lan.says(.said(.workRegister, workKind: .work, text: "đường hoa"))
    let changed = try lan.says(.said(nil, date: .day("2022-09-02"), workKind: .task)).proposal
    #expect(changed?.act == .registerWork(.task, title: "đường hoa", due: "2022-09-02"))
    _ = try lan.says(.said(.workProgress, percent: 40, text: "cầu Đình"))
    #expect(
      try lan.says(.said(nil, percent: 45)).proposal?.act
        == .reportWork(about: "cầu Đình", percent: 45))
    _ = try lan.says(.said(.targetReport, percent: 93, text: "BHYT"))
    #expect(
      try lan.says(.number(95)).proposal?.act
        == .reportFigure(about: "BHYT", thousandths: 95_000, isShare: true))
  }

  @Test(
    "Who may not is refused before anything is asked",
    arguments: [
      (.hoa, .workRegister, .roles([.officer, .secretary])),
      (.hoa, .workProgress, .roles([.officer, .secretary])),
      (.hoa, .targetReport, .roles([.officer, .secretary])),
      (.chair, .workRegister, .roles([.officer, .secretary])),
      (.council, .targetReport, .roles([.officer, .secretary])),
    ] as [(Cast, Intent, Refusal.Permitted)])
  func refused(cast: Cast, intent: Intent, permitted: Refusal.Permitted) throws {
    let talker = Talker(cast, in: office)
    for decision in [Decision.act, .confirm] {
      #expect(try talker.says(.said(intent, decision)) == .refused(.notPermitted(permitted)))
      #expect(try talker.says(.yes) == .talked(.nothingPending))
    }
  }

  @Test(
    "An officer is not taken into another unit",
    arguments: [
      Intent.workRegister, .workProgress, .targetReport,
    ])
  func otherUnit(intent: Intent) throws {
    #expect(
      try lan.says(.said(intent, .act, unit: office.named(unit: "thôn Hộ")))
        == .refused(.notPermitted(.selfUnitOrSecretary)))
  }

  @Test func othersPledgesAreNotTheMembersBusiness() throws {
    #expect(
      try Talker(.hoa, in: office).says(.said(.pledgeSign, .act, subject: office.named(.binh)))
        == .refused(.notPermitted(.selfUnitOrSecretary)))
  }

  @Test func aPlanThatAsksForNoneSaysSo_beforeAnythingIsAsked() throws {
    office.clock.now = "2023-04-01 09:00"
    let stranger = Talker(.strangerOfficer, in: office)
    #expect(
      try stranger.says(.said(.workRegister))
        == .refused(.wrongState(.work(.noDuty(campaign: "90 năm Đảng bộ tỉnh")))))
    #expect(
      try stranger.says(.said(.targetReport))
        == .refused(.wrongState(.target(.noTargets(campaign: "90 năm Đảng bộ tỉnh")))))
  }
}
