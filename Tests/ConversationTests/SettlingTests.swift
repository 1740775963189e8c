import Campaigns
import CivilTime
import Conversation
import TestSupport
import Testing

@testable import Understanding

/// A reminder was shown, and its number is answered.
@Suite struct SettlingTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func duty(_ kind: Campaigns.MilestoneKind) throws -> DutyDue {
    let plan = Plans.everything()
    return DutyDue(of: try #require(plan.milestones(of: kind).first), in: plan)
  }

  private func reminder(
    _ kinds: [Campaigns.MilestoneKind] = [], cases: [CaseDue] = [], missing: [MissingDuty] = []
  ) throws -> PushContent {
    .reminder(
      ReminderDigest(
        day: "2022-01-10", isLate: false, duties: try kinds.map(duty), missing: missing,
        cases: cases))
  }

  private func due(_ kind: CaseDuty.Kind, isOversight: Bool = false) -> CaseDue {
    CaseDue(
      kind: kind, campaign: Office.campaign, campaignTitle: "thi đua năm 2022", record: 7,
      about: Cast.hoa.name,
      dossier: DossierName(
        campaign: Office.campaign, subject: office.subject(.hoa), honour: "LDTT"),
      honour: "Lao động tiên tiến", due: "2022-01-20", isOversight: isOversight)
  }

  private func talker(_ cast: Cast, shown content: PushContent) -> Talker {
    let talker = Talker(cast, in: office)
    talker.isShown(content)
    return talker
  }

  @Test func theNumberBeginsWhatSettlesIt() throws {
    let hoa = talker(.hoa, shown: try reminder([.registration]))
    guard case .asked(.missing(.honour)) = try hoa.says(.number(1)) else { throw NotAsWanted() }
    let said = try hoa.says(.said(nil, honours: ["LDTT"]))
    #expect(said.proposal?.isSpeaker == true)
    #expect(try hoa.says(.yes).change != nil)
  }

  @Test("Numbers are those of the lines that are shown: the most urgent first, lists last")
  func theOrder() throws {
    let list = MissingDuty(duty: try duty(.registration), names: [Cast.hoa.name], count: 1)
    let content = try reminder(
      [.dossier, .registration], cases: [due(.appraise)], missing: [list])
    let intents = (1...4).map { number in
      talker(.secretary, shown: content).turn(.number(Double(number))).intent
    }
    #expect(intents == [.registrationCreate, .dossierAppraise, .dossierSubmit, .reminderNudge])
  }

  @Test(arguments: [
    (CaseDuty.Kind.complete, false, Intent.dossierSubmit), (.appraise, false, .dossierAppraise),
    (.decide, false, .awardDecide), (.vote, false, .councilAgenda), (.work, false, .workProgress),
    (.answer, false, .feedbackReply), (.complete, true, .statusOf), (.appraise, true, .statusOf),
    (.decide, true, .statusOf), (.work, true, .workList), (.answer, true, .reportSummary),
  ])
  func whatHappenedInTheCampaign(kind: CaseDuty.Kind, isOversight: Bool, intent: Intent) throws {
    let turn = talker(.secretary, shown: try reminder(cases: [due(kind, isOversight: isOversight)]))
      .turn(.number(1))
    #expect(turn.intent == intent)
    if case .refuse(let refusal) = turn.step { Issue.record("\(refusal)") }
  }

  @Test func aListOfThoseMissingIsAnsweredWithANudge() throws {
    let list = MissingDuty(duty: try duty(.registration), names: [Cast.hoa.name], count: 1)
    let secretary = talker(.secretary, shown: try reminder(missing: [list]))
    guard case .nudge(let entry, nil)? = try secretary.says(.number(1)).proposal?.act else {
      throw NotAsWanted()
    }
    #expect(entry.milestone.id == "registration")
    guard case .nudged(_, let told, 0)? = try secretary.says(.yes).made else {
      throw NotAsWanted()
    }
    #expect(told.count == 5)
  }

  @Test func aNudgeIsSettledByItsNumberToo() throws {
    let hoa = talker(
      .hoa, shown: .nudge(Nudge(duty: try duty(.registration), by: Cast.secretary.name)))
    guard case .asked(.missing(.honour)) = try hoa.says(.number(1)) else { throw NotAsWanted() }
  }

  @Test func anotherNumberIsNone_andWhatIsBeingAskedComesFirst() throws {
    let hoa = talker(.hoa, shown: try reminder([.registration]))
    #expect(try hoa.says(.number(2)) == .talked(.numberOutOfRange(count: 1)))
    _ = try hoa.says(.said(.workProgress, text: "đường hoa"))
    let officer = talker(.lan, shown: try reminder([.registration]))
    guard case .asked(.missing(.percent)) = try officer.says(.said(.workProgress, text: "đường"))
    else { throw NotAsWanted() }
    // A figure was asked for: 1 is a figure.
    #expect(officer.turn(.number(1)).intent == .workProgress)
  }

  @Test func nothingOfItIsLeftToTheNextWhoLogsIn() throws {
    let talker = talker(.hoa, shown: try reminder([.registration]))
    talker.logsIn(as: .binh)
    guard case .talked = try talker.says(.number(1)) else { throw NotAsWanted() }
  }
}

private struct NotAsWanted: Error {}

/// What is recorded as done.
@Suite struct DoneDialogTests {
  private let secretary: Talker

  init() throws {
    secretary = Talker(
      .strangerSecretary,
      in: try Office(at: "2023-06-12 09:00", campaigns: [Plans.everything(), Plans.hongPhong]))
  }

  @Test(
    "A day without its year is the last one that was",
    arguments: [
      ("2024-05-31", "2023-05-31", "2023-05-31"), ("2023-06-12", "2023-06-12", "2023-06-12"),
      // Said with its year it is refused as a day to come.
      ("2024-05-31", nil, "2024-05-31"),
    ] as [(CivilDate, CivilDate?, CivilDate)])
  func days(next: CivilDate, last: CivilDate?, meant: CivilDate) throws {
    var reading = Reading.said(.milestoneDone, milestone: .closing, date: .day(next))
    reading.slots.lastDate = last
    let said = try secretary.says(reading, "đã họp tổng kết")
    guard case .settleMilestone(.closing, _, nil, meant, nil)? = said.proposal?.act else {
      throw NotAsWanted()
    }
  }

  @Test func whichDutyIsAskedFor() throws {
    guard case .asked(.missing(.milestone(let offered))) = try secretary.says(.said(.milestoneDone))
    else { throw NotAsWanted() }
    #expect(offered.map(\.milestone.id) == ["closing"])
    let said = try secretary.says(.said(nil, milestone: .closing))
    guard case .settleMilestone? = said.proposal?.act else { throw NotAsWanted() }
    guard case .milestoneDone? = try secretary.says(.yes).made else { throw NotAsWanted() }
  }
}
