import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Discipline and pending complaints: they bar, and only the secretary and the chair see them.
@Suite struct BarsTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: Campaigns.Quota.none)])
  }

  private func bar(_ cast: Cast, _ reason: String? = "có đơn tố cáo") -> Change {
    .recordBar(Office.campaign, office.subject(cast), because: reason)
  }

  private func lift(_ cast: Cast) -> Change {
    .liftBar(Office.campaign, office.subject(cast), because: "đã kết luận")
  }

  private func isBarred(_ refusal: Refusal?) -> Bool {
    if case .notEligible(.barred) = refusal { true } else { false }
  }

  @Test func onlySecretaryAndChairKeepThem_andTellEachOther() throws {
    for cast in [Cast.hoa, .lan, .council, .admin, .strangerSecretary] {
      #expect(
        try office.refusal(of: bar(.hoa), as: cast) == .notPermitted(.roles([.secretary, .chair])))
    }
    let performed = try office.perform(bar(.hoa), as: .secretary)
    #expect(performed.pushes.map(\.recipient) == [office.person(.chair).id])
    guard
      case .wrongState(.bar(.alreadyThere(_, "2022-06-01")))? = try office.refusal(
        of: bar(.hoa), as: .chair)
    else { throw NotAsWanted() }
    try office.perform(lift(.hoa), as: .chair)
    guard case .wrongState(.bar(.none))? = try office.refusal(of: lift(.hoa), as: .chair) else {
      throw NotAsWanted()
    }
  }

  @Test func nothingIsAcceptedWhileItHolds() throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.perform(bar(.hoa), as: .secretary)
    let accept = Change.appraiseDossier(office.dossier(.hoa), .accept)
    #expect(isBarred(try office.refusal(of: accept, as: .secretary)))
    try office.perform(lift(.hoa), as: .secretary)
    try office.perform(accept, as: .secretary)
  }

  @Test func theCouncilDoesNotGetIt_andOnlyKeepersAreToldWhy() throws {
    for cast in [Cast.hoa, .binh] {
      try office.accept("LDTT", for: office.subject(cast), as: .lan)
    }
    try office.perform(bar(.hoa), as: .secretary)
    office.clock.now = "2022-11-16 09:00"
    func agenda(as cast: Cast) throws -> Agenda {
      guard case .agenda(let agenda) = try office.answer(.agenda(Office.campaign), as: cast) else {
        throw NotAsWanted()
      }
      return agenda
    }
    for cast in [Cast.secretary, .chair, .council] {
      #expect(try agenda(as: cast).items.map(\.subject.name) == [Cast.binh.name])
    }
    #expect(try agenda(as: .chair).heldBack.map(\.name) == [Cast.hoa.name])
    #expect(try agenda(as: .council).heldBack.isEmpty)
    let opened = try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    #expect(opened.pushes.compactMap(\.notice).allSatisfy { $0.text == Cast.binh.name })
  }

  @Test func whoWasChosenBeforeIsNotAwardedWhileItHolds() throws {
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
    for voter in [Cast.council, .chair] {
      try office.perform(.castVote(office.dossier(.hoa), .agree), as: voter)
    }
    try office.perform(.closeSitting(Office.campaign), as: .secretary)
    try office.perform(bar(.hoa), as: .chair)
    let decide = Change.decideAwards(
      Office.campaign, [office.dossier(.hoa)],
      AwardDecision(number: "12/QĐ-UBND", day: "2022-11-16"))
    #expect(isBarred(try office.refusal(of: decide, as: .chair)))
  }

  @Test(
    "Neither status, warnings nor history show it to others",
    arguments: [
      (Cast.hoa, false), (.lan, false), (.council, false), (.secretary, true), (.chair, true),
    ])
  func whoSees(reader: Cast, sees: Bool) throws {
    try office.handIn("LDTT", for: office.subject(.hoa), as: .lan)
    try office.perform(bar(.hoa), as: .secretary)
    let subject = office.subject(.hoa)
    guard case .status(let status) = try office.answer(.status(of: subject), as: reader),
      case .history(let history) = try office.answer(.history(of: subject), as: reader)
    else { throw NotAsWanted() }
    #expect((status.bar != nil) == sees)
    let warnings = status.campaigns.flatMap(\.dossiers).flatMap(\.warnings)
    #expect(
      warnings.contains { if case .barred = $0 { true } else { false } } == sees)
    #expect(history.steps.contains { $0.act == .barRecord } == sees)
  }

  @Test func anUndoIsToldToKeepersOnly() throws {
    try office.perform(bar(.hoa), as: .secretary)
    let undone = try office.perform(.undo, as: .secretary)
    guard case .takenBack(.bar)? = undone.made else { throw NotAsWanted() }
    #expect(undone.pushes.map(\.recipient) == [office.person(.chair).id])
    guard
      case .history(let history) = try office.answer(
        .history(of: office.subject(.hoa)), as: .hoa)
    else { throw NotAsWanted() }
    #expect(history.steps.isEmpty)
  }
}
