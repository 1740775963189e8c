import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Reports, closings, reviews: recorded by hand, and not reminded of any more.
@Suite struct SettlingTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-12-10 09:00", campaigns: [SettlingTests.plan])
  }

  /// The office closes the campaign, each unit reports.
  private static let plan = Plans.campaign(
    Office.campaign, of: Plans.duongHoaCommune, title: "thi đua năm 2022",
    Period(first: "2021-11-02", last: "2022-12-31", wording: "năm 2022"),
    milestones: [
      milestone("report", .report, "gửi báo cáo tổng kết", .units),
      milestone("closing", .closing, "tổng kết phong trào", .posts([.secretary, .chair])),
    ], honours: [])

  private static func milestone(
    _ id: String, _ kind: MilestoneKind, _ title: String, _ debtor: Milestone.Debtors
  ) -> Milestone {
    Milestone(
      id: id, kind: kind, title: title, wording: "trước ngày 20/12/2022", opens: nil,
      deadline: Deadline(lastValidDay: "2022-12-19"), owedBy: debtor, source: "mục V")
  }

  private func settle(
    _ kind: MilestoneKind, of unit: String? = nil, on day: CivilDate? = nil,
    document: String? = nil
  ) -> Change {
    .settleMilestone(Office.campaign, kind, unit.map(office.unit), on: day, document: document)
  }

  private func reminded(through end: CivilDate) throws -> Set<String> {
    var lines: Set<String> = []
    _ = try office.sendReminders(servingSince: office.now)
    while office.now.date < end {
      office.clock.now = try office.nextReminders()
      for push in try office.sendReminders(servingSince: office.now) {
        let name = office.directory.people[push.recipient]?.name ?? ""
        for duty in push.digest?.duties ?? [] { lines.insert("\(name) \(duty.milestone)") }
      }
    }
    return lines
  }

  @Test func whatWasRecordedIsNotRemindedOf() throws {
    try office.perform(settle(.closing), as: .chair)
    try office.perform(settle(.report, of: "thôn Hộ", document: "45/BC"), as: .son)
    #expect(try reminded(through: "2022-12-19") == ["\(Cast.lan.name) report"])
  }

  @Test func takenBackItIsOwedAgain() throws {
    try office.perform(settle(.closing), as: .chair)
    try office.perform(.undo, as: .chair)
    #expect(
      try reminded(through: "2022-12-19").isSuperset(of: [
        "\(Cast.secretary.name) closing", "\(Cast.chair.name) closing",
      ]))
  }

  @Test func anOfficerSpeaksForTheOwnUnit_andTheSecretaryHearsOfIt() throws {
    let performed = try office.perform(settle(.report, document: "45/BC"), as: .lan)
    guard case .milestoneDone(.report, _, let done, let unit, let reached)? = performed.made else {
      throw NotAsWanted()
    }
    #expect(done == MilestoneDone(milestone: "report", on: "2022-12-10", document: "45/BC"))
    #expect(unit == "thôn Buồng Tằm")
    #expect(reached.isEmpty)
    #expect(performed.pushes.map(\.recipient) == [office.person(.secretary).id])
  }

  @Test(
    arguments: [
      (Cast.hoa, MilestoneKind.report, nil, .notPermitted(.unitOfficerOr([.secretary, .chair]))),
      (.lan, .report, "thôn Hộ", .notPermitted(.unitOfficerOr([.secretary, .chair]))),
      (.lan, .closing, nil, .notPermitted(.roles([.secretary, .chair]))),
      (.chair, .report, nil, .unknownSubject(asWritten: nil)),
      (.chair, .council, nil, .wrongState(.notSettledByHand(.council))),
      (.chair, .review, nil, .wrongState(.noMilestone(.review, campaign: "thi đua năm 2022"))),
    ] as [(Cast, MilestoneKind, String?, Refusal)])
  func refusals(cast: Cast, kind: MilestoneKind, unit: String?, refusal: Refusal) throws {
    #expect(try office.refusal(of: settle(kind, of: unit), as: cast) == refusal)
  }

  @Test func once_andNotBeforeItHappened() throws {
    #expect(
      try office.refusal(of: settle(.closing, on: "2022-12-11"), as: .chair)
        == .wrongState(.settledInFuture("2022-12-11")))
    try office.perform(settle(.closing, on: "2022-12-09"), as: .chair)
    #expect(
      try office.refusal(of: settle(.closing), as: .secretary)
        == .wrongState(.alreadySettled(milestone: "tổng kết phong trào", on: "2022-12-09")))
  }

  /// Yearly reviews: the one whose last day is nearest to the day on which it was held.
  @Test(
    arguments: [
      ("2016-01-05 09:00", "2015-12-30", "review-2015"), ("2015-12-30 09:00", nil, "review-2015"),
      ("2016-01-05 09:00", nil, "review-2015"), ("2016-11-20 09:00", nil, "review-2016"),
    ] as [(Instant, CivilDate?, String)])
  func aLateWordOfLastYearsReviewSettlesLastYears(
    now: Instant, day: CivilDate?, milestone: String
  ) throws {
    let reviews = (2015...2016).compactMap { year in
      CivilDate(year: year, month: 12, day: 31).map { last in
        Milestone(
          id: "review-\(year)", kind: .review, title: "sơ kết năm \(year)", wording: "hằng năm",
          opens: nil, deadline: Deadline(lastValidDay: last), owedBy: .posts([.secretary, .chair]),
          source: "mục III")
      }
    }
    let plan = Plans.campaign(
      Office.campaign, of: Plans.duongHoaCommune, title: "Đồng khởi mới",
      Period(first: "2015-03-13", last: "2016-12-31", wording: "đến hết năm 2016"),
      milestones: reviews, honours: [])
    let office = try Office(at: now, campaigns: [plan])
    let performed = try office.perform(
      .settleMilestone(Office.campaign, .review, nil, on: day, document: nil), as: .secretary)
    guard case .milestoneDone(.review, _, let done, nil, [])? = performed.made else {
      throw NotAsWanted()
    }
    #expect(done.milestone == milestone)
  }

  /// What a unit has done of one wave it still owes of the next.
  @Test func aReportOfOneWaveSettlesThatWaveAlone() throws {
    let reports = (["2022-06-30", "2022-12-31"] as [CivilDate]).enumerated().map { wave, last in
      Milestone(
        id: "report-\(wave + 1)", kind: .report, title: "báo cáo đợt \(wave + 1)", wording: "",
        opens: nil, deadline: Deadline(lastValidDay: last), owedBy: .units, source: "mục III")
    }
    let plan = Plans.campaign(
      Office.campaign, of: Plans.duongHoaCommune, title: "thi đua năm 2022",
      Period(first: "2021-11-02", last: "2022-12-31", wording: "năm 2022"),
      milestones: reports, honours: [])
    let office = try Office(at: "2022-07-02 09:00", campaigns: [plan])
    try office.perform(
      .settleMilestone(
        Office.campaign, .report, office.person(.lan).unit, on: nil, document: nil),
      as: .lan)
    let ledger = try DutyLedger(of: [plan], in: office.directory, on: office.session)
    #expect(reports.map { ledger.owes(office.person(.lan), $0, in: plan) } == [false, true])
  }

  /// An office above that works in the same store gets the report with its figures and its list.
  @Test("Also where the plan has no day for it", arguments: [true, false])
  func aReportOfTheOfficeReachesTheOfficeAbove(hasDay: Bool) throws {
    let district = Organization(
      id: "huong-thuy", name: "thị xã Hương Thủy", level: .district,
      superiors: ["tỉnh Thừa Thiên Huế"])
    let plan = Plans.campaign(
      Office.campaign, of: Plans.duongHoaCommune, title: "thi đua năm 2022",
      Period(first: "2021-11-02", last: "2022-12-31", wording: "năm 2022"),
      milestones: hasDay
        ? [
          SettlingTests.milestone(
            "report", .report, "gửi báo cáo tổng kết", .posts([.secretary, .chair]))
        ] : [], honours: [])
    let office = try Office(at: "2022-12-10 09:00", campaigns: [plan])
    let above = try office.enter(district, secretary: "Phan Văn Trên")
    let performed = try office.perform(settle(.report, document: "45/BC-UBND"), as: .secretary)
    guard case .milestoneDone(_, _, _, nil, ["thị xã Hương Thủy"])? = performed.made else {
      throw NotAsWanted()
    }
    let push = try #require(performed.pushes.first)
    #expect(push.recipient == above)
    guard case .caseNotice(let notice) = push.content else { throw NotAsWanted() }
    #expect(notice.event == .reported)
    #expect(notice.text == "45/BC-UBND")
    #expect(notice.report?.proposed == [])
  }
}
