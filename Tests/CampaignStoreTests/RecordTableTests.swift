import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct RecordTableTests {
  let office: Office
  private let campaign = Office.campaign

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  private func change(_ act: ChangeAct) throws -> Int64 {
    let receipt = Receipt(number: try Numbering(office.session).take(), at: office.now)
    try ChangeLog(office.session).add(
      ChangeEntry(receipt: receipt, organization: nil, person: nil, act: act, detail: ""))
    return receipt.number
  }

  /// As it comes back from the store.
  private func kept<Content: Keepable>(_ content: Content) throws -> Content? {
    try office.session.transaction { session in
      let filed = try RecordTable<Content>(session).add(
        content, in: campaign, of: office.subject(.hoa), by: try change(.other))
      return try RecordTable<Content>(session).record(filed.id)?.content
    }
  }

  @Test func everyKindComesBackAsItWas() throws {
    let day: CivilDate = "2022-01-10"
    let now = office.now
    let pledge = Pledge(text: "không vi phạm “nồng độ cồn”\n", signedAt: now, signedBy: 3)
    #expect(try kept(pledge) == pledge)
    let work = Work(kind: .event, title: "giải bóng chuyền", due: day).reported(100, on: day)
    #expect(try kept(work) == work)
    let figure = FigureReport(target: "budget", figure: 1, unit: nil, thousandths: .max, day: day)
    #expect(try kept(figure) == figure)
    let award = Award(
      honour: "GKX", year: 2022, decision: "12/QĐ-UBND", decidedOn: day, decidedBy: "Chủ tịch",
      dossier: 7)
    #expect(try kept(award) == award)
    let feedback = Feedback(
      text: "khó", from: 2, sentAt: now, answer: .init(text: "đã rõ", by: 1, at: now))
    #expect(try kept(feedback) == feedback)
    #expect(try kept(GoodExample(text: "hay", from: 2, sentAt: now))?.isApproved == false)
    let move = MilestoneMove(milestone: "registration", lastValidDay: day)
    #expect(try kept(move) == move)
    let sitting = Sitting(openedAt: now, reason: "gấp", members: [1, 2], agenda: [5, 6]).closed(
      at: now,
      [
        Sitting.Result(
          dossier: 5, tally: Tally(members: 2, agree: 2, disagree: 0, abstain: 0),
          verdict: .selected)
      ])
    #expect(try kept(sitting) == sitting)
  }

  @Test func aDossierComesBackInEveryState() throws {
    let terms = AppraisalTerms(of: nil, calendar: WorkingCalendar())
    let day: CivilDate = "2022-01-10"
    let draft = Dossier(honour: "GKX", year: 2022)
      .adding(.init(kind: .minutes, note: "số 3", addedOn: day))
    let submitted = draft?.submitted(on: day, terms)
    let accepted = submitted?.accepted()
    let selected = accepted?.judged(isSelected: true)
    for dossier in [
      draft, submitted, submitted?.returned(on: day, because: "thiếu", terms), accepted, selected,
      accepted?.judged(isSelected: false), selected?.forwarded(to: "huyện"), selected?.decided(),
    ] {
      let dossier = try #require(dossier)
      #expect(try kept(dossier) == dossier)
    }
  }

  @Test func everyVersionStays_andTheLastIsTheRecord() throws {
    try office.session.transaction { session in
      let table = RecordTable<Work>(session)
      let work = Work(kind: .work, title: "đường hoa", due: nil)
      let first = try table.add(
        work, in: campaign, of: office.subject(.hoa), by: try change(.workRegister))
      let second = try table.put(
        work.reported(50, on: "2022-01-11"), for: first, by: try change(.workProgress))
      #expect(try table.all(in: campaign) == [second])
      #expect(try table.all(of: office.subject(.hoa)) == [second])
      #expect(try table.all(of: office.subject(.binh)) == [])
      #expect(
        try RecordVersions(session).history(of: first.id).map(\.act)
          == [.workRegister, .workProgress])
    }
  }

  @Test func whatWasReadBeforeSomebodyElsesChangeIsNotWritten() throws {
    try office.session.transaction { session in
      let table = RecordTable<Work>(session)
      let work = Work(kind: .work, title: "đường hoa", due: nil)
      let old = try table.add(
        work, in: campaign, of: office.subject(.hoa), by: try change(.workRegister))
      try table.put(work.reported(50, on: "2022-01-11"), for: old, by: try change(.workProgress))
      #expect(throws: StoreError.self) {
        try table.put(work.reported(70, on: "2022-01-11"), for: old, by: try change(.workProgress))
      }
      #expect(try table.all(in: campaign).map(\.content.percent) == [50])
    }
  }

  @Test func takingBackRestoresTheVersionBefore_thenTakesTheRecordAway() throws {
    try office.session.transaction { session in
      let table = RecordTable<Work>(session)
      let versions = RecordVersions(session)
      let work = Work(kind: .work, title: "đường hoa", due: nil)
      let registered = try change(.workRegister)
      let filed = try table.add(work, in: campaign, of: office.subject(.hoa), by: registered)
      let reported = try change(.workProgress)
      try table.put(work.reported(50, on: "2022-01-11"), for: filed, by: reported)
      #expect(
        try versions.versions(of: registered).allSatisfy { $0.lastChange != registered },
        "somebody built on it")
      for version in try versions.versions(of: reported) {
        #expect(version.lastChange == reported)
        try versions.takeBack(version, by: try change(.undo))
      }
      #expect(try table.record(filed.id)?.content.percent == 0)
      for version in try versions.versions(of: registered) {
        #expect(version.lastChange == registered)
        try versions.takeBack(version, by: try change(.undo))
      }
      #expect(try table.record(filed.id) == nil)
      #expect(try table.all(in: campaign).isEmpty)
      #expect(try versions.history(of: filed.id).count == 4, "nothing is forgotten")
    }
  }
}
