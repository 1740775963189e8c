import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Lists as tables and duties as calendars: who may have them, and what is in them.
@Suite struct ExportingTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func table(_ what: ExportKind, unit: UnitID? = nil) -> Question {
    .export(ExportRequest(what, of: Office.campaign, unit: unit))
  }

  private func list(
    _ what: ExportKind, unit: UnitID? = nil, as cast: Cast = .secretary
  ) throws -> TableExport.List {
    guard case .export(let export) = try office.answer(table(what, unit: unit), as: cast) else {
      throw NotAsWanted()
    }
    return export.list
  }

  private func calendar(_ cast: Cast, of campaign: CampaignID? = nil) throws -> DutyCalendar {
    guard case .calendar(let calendar) = try office.answer(.calendar(campaign), as: cast) else {
      throw NotAsWanted()
    }
    return calendar
  }

  private func milestones(_ cast: Cast) throws -> [String] {
    try calendar(cast).duties.filter { !$0.isSettled }.map(\.milestone.id)
  }

  // MARK: Tables

  @Test(arguments: ExportKind.allCases)
  func tablesAreForTheSecretaryAndTheChair(what: ExportKind) throws {
    for cast in Cast.allCases {
      let refusal = try office.refusal(of: table(what), as: cast)
      switch cast {
      case .secretary, .chair: #expect(refusal == nil)
      case .guest: #expect(refusal == .notLoggedIn)
      // The secretary of another office has only his own campaigns.
      case .hoa, .binh, .lan, .minh, .son, .council, .admin, .strangerMember, .strangerOfficer,
        .strangerSecretary:
        #expect(refusal == .notPermitted(.roles([.secretary, .chair])), "\(cast)")
      }
      let ofUnit = table(what, unit: office.unit("thôn Hộ"))
      #expect((try office.refusal(of: ofUnit, as: cast) == nil) == (refusal == nil))
    }
  }

  @Test("The rows are those that the list shows in the chat", arguments: ExportKind.allCases)
  func rowsOfTheChat(what: ExportKind) throws {
    try office.perform(office.register("LDTT", "CSTDCS", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", for: .minh), as: .minh)
    try office.perform(.signPledge(Office.campaign, office.subject(.hoa), text: nil), as: .hoa)
    try office.perform(office.work(.work, "đường hoa", of: "thôn Buồng Tằm"), as: .lan)
    try office.accept("GKX", for: office.subject(.hoa), as: .lan)
    for unit in [nil, office.unit("thôn Hộ"), office.unit("thôn Buồng Tằm")] {
      let chat: Outcome =
        switch try list(what, unit: unit) {
        case .summary(let list): .summary(list)
        case .registrations(let list): .registrations(list)
        case .missing(let list): .missing(list)
        case .pledges(let list): .pledges(list)
        case .works(let list): .works(list)
        case .targets(let list): .attainment(list)
        case .dossiers(let list): .dossiers(list)
        case .awards(let list): .awards(list)
        }
      let question: Question =
        switch what {
        case .summary: .summary(Office.campaign, unit)
        case .registrations: .registrations(Office.campaign, RegistrationFilter(unit: unit))
        case .missing: .missing(Office.campaign, unit)
        case .pledges: .pledges(Office.campaign, unit)
        case .works: .works(Office.campaign, unit, nil)
        case .targets: .attainment(Office.campaign, about: nil, unit)
        case .dossiers: .dossiers(Office.campaign, DossierFilter(unit: unit))
        case .awards: .awards(AwardFilter(campaign: Office.campaign, unit: unit))
        }
      #expect(try office.answer(question, as: .secretary) == chat)
    }
    guard case .registrations(let all) = try list(.registrations) else { throw NotAsWanted() }
    #expect(all.entries.count == 3)
  }

  @Test func theCommandLineSeesWhatTheSecretarySees_andChangesNothing() throws {
    let clerk = Clerk(
      office.directory, on: office.session, for: .office(of: "duong-hoa"), at: office.now)
    for what in ExportKind.allCases {
      #expect(try clerk.answer(table(what)) == office.answer(table(what), as: .secretary))
    }
    #expect(throws: Refusal.self) {
      _ = try Clerk(
        office.directory, on: office.session, for: .office(of: "hong-phong"), at: office.now
      ).answer(table(.summary))
    }
  }

  // MARK: Calendars

  @Test func everyoneLoggedInHasACalendar() throws {
    for cast in Cast.people {
      #expect(try office.refusal(of: .calendar(nil), as: cast) == nil)
      #expect(try calendar(cast).owner == cast.name)
    }
    #expect(try office.refusal(of: .calendar(nil), as: .guest) == .notLoggedIn)
    #expect(try office.refusal(of: .calendar("hong-phong-2023"), as: .hoa) != nil)
    #expect(try office.refusal(of: .calendar("không có"), as: .hoa) != nil)
  }

  @Test(
    "Each has what he owes; those who vote have the sitting too",
    arguments: [
      (.hoa, ["registration"]), (.lan, ["registration", "work", "dossier"]),
      (.secretary, ["council"]), (.council, ["council"]), (.chair, ["council"]), (.admin, []),
      (.strangerMember, []), (.strangerOfficer, ["work"]), (.strangerSecretary, ["closing"]),
    ] as [(Cast, [String])])
  func duties(cast: Cast, milestones: [String]) throws {
    #expect(try self.milestones(cast) == milestones)
  }

  @Test func whatIsDoneIsTakenOff() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", for: .lan), as: .lan)
    #expect(try milestones(.hoa).isEmpty)
    #expect(try milestones(.lan) == ["work", "dossier"])
    try office.handIn("GKX", for: office.subject(.hoa), as: .lan)
    #expect(try milestones(.lan) == ["work"])
    // In the file as cancelled, until its day is over.
    #expect(
      try calendar(.lan).duties.filter(\.isSettled).map(\.milestone.id)
        == ["registration", "dossier"])
    office.clock.now = "2022-01-15 00:00"
    #expect(try calendar(.lan).duties.filter(\.isSettled).map(\.milestone.id) == ["dossier"])
  }

  @Test func whatWaitsForSomebodyIsInTheCalendarOfTheOneWhoHasToAct() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    #expect(try calendar(.secretary).cases.map(\.due.kind) == [.appraise])
    #expect(try calendar(.lan).cases.isEmpty)
    let before = try #require(try calendar(.secretary).cases.first)
    try office.perform(
      .appraiseDossier(office.dossier(.hoa), .return(because: "thiếu chữ ký")), as: .secretary)
    // Done before its day: in the file as cancelled, until that day is over.
    #expect(try calendar(.secretary).cases.map(\.due.kind) == [.appraise])
    #expect(try calendar(.secretary).cases.map(\.isSettled) == [true])
    let after = try #require(try calendar(.lan).cases.first)
    #expect(after.due.kind == .complete)
    #expect(!after.isSettled)
    #expect(after.due.record == before.due.record)
    #expect(after.changes > before.changes)
    try office.perform(.submitDossier(office.dossier(.hoa)), as: .lan)
    #expect(try calendar(.secretary).cases.map(\.isSettled) == [false])
    #expect(try calendar(.lan).cases.map(\.isSettled) == [true])
    office.clock.now = office.now.adding(milliseconds: 30 * 86_400_000)
    #expect(try calendar(.lan).cases.isEmpty)
  }

  @Test func whoHasVotedHasNoVoteInHisCalendar_andAnAnswerIsTakenOff() throws {
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    func votes(_ cast: Cast) throws -> [Bool] {
      try calendar(cast).cases.filter { $0.due.kind == .vote }.map(\.isSettled)
    }
    #expect(try votes(.chair) == [false])
    try office.perform(.castVote(office.dossier(.hoa), .agree), as: .chair)
    #expect(try votes(.chair) == [true])
    #expect(try votes(.council) == [false])

    try office.perform(.submitFeedback(Office.campaign, "chưa có mẫu"), as: .hoa)
    func answers() throws -> [Bool] {
      try calendar(.secretary).cases.filter { $0.due.kind == .answer }.map(\.isSettled)
    }
    #expect(try answers() == [false])
    try office.perform(.replyFeedback(nil, "đã gửi"), as: .secretary)
    #expect(try answers() == [true])
    // What was taken back was never to be answered.
    try office.perform(.submitFeedback(Office.campaign, "thiếu chỗ"), as: .hoa)
    try office.perform(.undo, as: .hoa)
    #expect(try answers() == [true, true])
  }

  @Test func aMovedMilestoneIsKnownAgain_andCountsItsMoves() throws {
    func registration() throws -> DutyCalendar.Duty {
      let duty = try calendar(.hoa).duties.first
      return try #require(duty)
    }
    func extend(to day: CivilDate) throws {
      try office.perform(.extendMilestone(Office.campaign, .registration, day), as: .secretary)
      try office.reload()
    }
    #expect(try registration().moves == 0)
    try extend(to: "2022-01-20")
    try extend(to: "2022-01-25")
    #expect(try registration().moves == 2)
    #expect(try registration().milestone.deadline.lastValidDay == "2022-01-25")
    // Back again is one more change: programs pass over a lower number.
    try office.perform(.undo, as: .secretary)
    try office.reload()
    #expect(try registration().moves == 3)
    #expect(try registration().milestone.deadline.lastValidDay == "2022-01-20")
    #expect(try registration().milestone.id == "registration")
    #expect(try calendar(.lan).duties.map(\.moves) == [3, 0, 0])
  }

  @Test func personalRemindersAreOnesOwn_andMoveWithTheirMilestone() throws {
    try office.perform(.remind(.at("2022-01-11 15:00"), about: "họp thôn"), as: .hoa)
    try office.perform(
      .remind(.before(.registration, in: Office.campaign, days: 2), about: nil), as: .hoa)
    #expect(try calendar(.hoa).personal.map(\.entry.reminder.text) == ["họp thôn", nil])
    #expect(try calendar(.hoa, of: Office.campaign).personal.map(\.entry.reminder.text) == [nil])
    #expect(try calendar(.binh).personal.isEmpty)
    try office.perform(
      .extendMilestone(Office.campaign, .registration, "2022-01-20"), as: .secretary)
    try office.reload()
    let moved = try calendar(.hoa).personal
    #expect(moved.map(\.moves) == [0, 1])
    #expect(moved.map(\.entry.reminder.at) == ["2022-01-11 15:00", "2022-01-18 08:00"])
    try office.perform(.cancelReminder(about: "họp"), as: .hoa)
    #expect(try calendar(.hoa).personal.map(\.isCancelled) == [false, true])
    office.clock.now = "2022-01-11 15:00"
    #expect(try calendar(.hoa).personal.map(\.isCancelled) == [false])
  }
}
