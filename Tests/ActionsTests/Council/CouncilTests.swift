import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Sittings of the council of xã Dương Hòa: two members, a window from 15 to 22 November 2022.
@Suite struct CouncilTests {
  let office: Office

  init() throws {
    office = try Office(
      at: "2022-06-01 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
    for (honour, cast, by) in [
      ("LDTT", Cast.hoa, Cast.lan), ("CSTDCS", .binh, .lan), ("LDTT", .minh, .son),
    ] {
      try office.accept(honour, for: office.subject(cast), as: by)
    }
    office.clock.now = "2022-11-16 09:00"
  }

  private func open(reason: String? = nil) -> Change {
    .openSitting(Office.campaign, reason: reason)
  }

  private let close = Change.closeSitting(Office.campaign)

  private func vote(_ vote: Vote, on cast: Cast) -> Change {
    .castVote(office.dossier(cast), vote)
  }

  private func minutes(_ performed: Performed) throws -> Minutes {
    guard case .sittingClosed(let minutes, _)? = performed.made else { throw NotAsWanted() }
    return minutes
  }

  // MARK: Opening

  @Test func opensInItsWindow_withWhatWasAccepted_andTellsTheMembers() throws {
    let performed = try office.perform(open(), as: .secretary)
    guard case .sittingOpened(let agenda)? = performed.made else { throw NotAsWanted() }
    #expect(agenda.items.map(\.subject.name) == [Cast.hoa.name, Cast.binh.name, Cast.minh.name])
    #expect(agenda.members == 2)
    #expect(
      Set(performed.pushes.map(\.recipient))
        == [office.person(.council).id, office.person(.chair).id])
  }

  @Test(
    "Outside of the window only with a reason",
    arguments: [
      ("2022-11-14 23:59:59.999", true), ("2022-11-15 00:00", false),
      ("2022-11-22 23:59:59.999", false), ("2022-11-23 00:00", true),
    ] as [(Instant, Bool)])
  func window(now: Instant, isOutside: Bool) throws {
    office.clock.now = now
    let refusal = try office.refusal(of: open(), as: .secretary)
    if isOutside {
      guard case .wrongState(.council(.outsideWindow(let window)))? = refusal else {
        throw NotAsWanted()
      }
      #expect(window.first == "2022-11-15")
      #expect(window.last == "2022-11-22")
      #expect(try office.refusal(of: open(reason: "  "), as: .secretary) != nil)
      try office.perform(open(reason: "họp sớm theo yêu cầu"), as: .secretary)
    } else {
      #expect(refusal == nil)
    }
  }

  @Test func refusalsOfOpening() throws {
    #expect(
      try office.refusal(of: open(), as: .lan) == .notPermitted(.roles([.secretary, .chair])))
    #expect(
      try office.refusal(of: open(), as: .strangerSecretary)
        == .notPermitted(.roles([.secretary, .chair])))
    #expect(
      try office.refusal(of: .openSitting("hong-phong-2023", reason: nil), as: .strangerSecretary)
        == .wrongState(.council(.noMembers)))
    try office.perform(open(), as: .secretary)
    guard case .wrongState(.council(.alreadyOpen))? = try office.refusal(of: open(), as: .chair)
    else { throw NotAsWanted() }
  }

  @Test func aQuotaThatOpensAfterTheCampaignKeepsTheCouncilClosed() throws {
    let late = try Office(
      at: "2022-06-01 09:00",
      campaigns: [
        Plans.everything(
          quota: .afterEnd("2022-12-31", decidedBy: "UBND huyện", source: "mục III.4"))
      ])
    try late.accept("LDTT", for: late.subject(.hoa), as: .lan)
    late.clock.now = "2022-12-31 23:59"
    #expect(
      try late.refusal(of: open(reason: "gấp"), as: .secretary)
        == .wrongState(
          .council(
            .quotaNotOpen(
              campaign: "thi đua năm 2022", from: "2023-01-01", decidedBy: "UBND huyện"))))
    late.clock.now = "2023-01-01 00:00"
    try late.perform(open(reason: "sau khi có số lượng"), as: .secretary)
  }

  // MARK: Voting

  @Test func votesAreChangedUntilClosing_andTheTrailDoesNotKnowThem() throws {
    try office.perform(open(), as: .secretary)
    let first = try office.perform(vote(.disagree, on: .hoa), as: .council)
    guard case .voted(_, .disagree, false, 2)? = first.made else { throw NotAsWanted() }
    let second = try office.perform(vote(.agree, on: .hoa), as: .council)
    guard case .voted(_, .agree, true, 2)? = second.made else { throw NotAsWanted() }
    #expect(
      try office.contents()["change_log"].filter { $0.contains("council.vote") }.allSatisfy {
        !$0.contains(Cast.hoa.name) && !$0.contains("agree")
      })
  }

  @Test func whoMayNotVote() throws {
    #expect(
      try office.refusal(of: vote(.agree, on: .hoa), as: .council)
        == .wrongState(.council(.notOpen(campaign: "thi đua năm 2022"))))
    try office.perform(open(), as: .secretary)
    for cast in [Cast.hoa, .lan, .secretary, .admin] {
      #expect(
        try office.refusal(of: vote(.agree, on: .hoa), as: cast)
          == .notPermitted(.roles([.council, .chair])))
    }
    guard
      case .wrongState(.council(.notOnAgenda))? = try office.refusal(
        of: vote(.agree, on: .lan), as: .council)
    else { throw NotAsWanted() }
  }

  @Test func nobodyVotesOnTheOwnCase() throws {
    office.clock.now = "2022-10-31 09:00"
    try office.accept("LDTT", for: office.subject(.council), as: .secretary)
    office.clock.now = "2022-11-16 09:00"
    try office.perform(open(), as: .secretary)
    #expect(
      try office.refusal(of: vote(.agree, on: .council), as: .council)
        == .wrongState(.council(.ownCase)))
    try office.perform(vote(.agree, on: .council), as: .chair)
  }

  // MARK: Closing

  @Test func closingCounts_selects_seals_andTells() throws {
    try office.perform(open(), as: .secretary)
    for cast in [Cast.hoa, .minh] { try office.perform(vote(.agree, on: cast), as: .council) }
    try office.perform(vote(.disagree, on: .binh), as: .council)
    try office.perform(vote(.agree, on: .hoa), as: .chair)
    try office.perform(vote(.agree, on: .binh), as: .chair)
    try office.perform(vote(.abstain, on: .minh), as: .chair)
    let closed = try office.perform(close, as: .chair)
    let minutes = try minutes(closed)
    #expect(minutes.voters == 2)
    #expect(minutes.items.map(\.verdict) == [.selected, .tooFewVotes, .tooFewVotes])
    #expect(minutes.items[1].tally == Tally(members: 2, agree: 1, disagree: 1, abstain: 0))
    #expect(minutes.items[1].threshold == nil, "the law of 2022 names none")
    #expect(try office.dossierStates(of: office.subject(.hoa)) == [.selected])
    #expect(try office.dossierStates(of: office.subject(.binh)) == [.notSelected])
    #expect(closed.pushes.contains { $0.recipient == office.person(.hoa).id })
    #expect(try office.contents()["ballot"].allSatisfy { $0.contains("∅") })
    // The members can read the minutes again.
    guard case .agenda(let agenda) = try office.answer(.agenda(Office.campaign), as: .council)
    else { throw NotAsWanted() }
    #expect(agenda.last?.items.map(\.tally) == minutes.items.map(\.tally))
    #expect(agenda.last?.voters == 2)
    #expect(
      try office.refusal(of: vote(.agree, on: .hoa), as: .council)
        == .wrongState(.council(.notOpen(campaign: "thi đua năm 2022"))))
    guard case .wrongState(.notUndoable)? = try office.refusal(of: .undo, as: .chair) else {
      throw NotAsWanted()
    }
  }

  @Test func withoutQuorumItStaysOpen() throws {
    try office.perform(open(), as: .secretary)
    for cast in [Cast.hoa, .binh, .minh] {
      try office.perform(vote(.agree, on: cast), as: .council)
    }
    // Who has voted on some only has not finished.
    try office.perform(vote(.agree, on: .hoa), as: .chair)
    #expect(
      try office.refusal(of: close, as: .secretary)
        == .wrongState(.council(.noQuorum(voted: 1, needed: 2, members: 2))))
  }

  @Test func aTieForTheOnlyPlaceIsVotedOnAgain() throws {
    try office.perform(open(), as: .secretary)
    for voter in [Cast.council, .chair] {
      for cast in [Cast.hoa, .minh] { try office.perform(vote(.agree, on: cast), as: voter) }
      try office.perform(vote(.disagree, on: .binh), as: voter)
    }
    #expect(
      try office.refusal(of: close, as: .secretary)
        == .wrongState(.council(.tie(names: [Cast.hoa.name, Cast.minh.name], places: 1))))
    try office.perform(vote(.disagree, on: .minh), as: .chair)
    #expect(
      try minutes(office.perform(close, as: .secretary)).items.map(\.verdict)
        == [.selected, .tooFewVotes, .tooFewVotes])
    guard case .quota(let quota) = try office.answer(.quota(Office.campaign), as: .guest) else {
      throw NotAsWanted()
    }
    #expect(quota.persons == 1)
  }

  @Test func whatIsBeforeTheCouncilStaysThere() throws {
    try office.perform(open(), as: .secretary)
    let back = Change.appraiseDossier(office.dossier(.hoa), .return(because: "thiếu"))
    guard
      case .wrongState(.dossier(.beforeCouncil))? = try office.refusal(of: back, as: .secretary)
    else { throw NotAsWanted() }
    // Taking back the opening first is possible while nobody has voted.
    try office.perform(vote(.agree, on: .hoa), as: .council)
    guard case .wrongState(.undoTooLate)? = try office.refusal(of: .undo, as: .secretary) else {
      throw NotAsWanted()
    }
  }

  @Test func theDutyToSitIsDone() throws {
    func owes() throws -> Bool {
      guard
        case .status(let status) = try office.answer(
          .status(of: office.subject(.secretary)), as: .secretary)
      else { throw NotAsWanted() }
      return status.campaigns.first?.owed.contains { $0.milestone.id == "council" } ?? false
    }
    #expect(try owes())
    try office.perform(open(), as: .secretary)
    for voter in [Cast.council, .chair] {
      for cast in [Cast.hoa, .binh] { try office.perform(vote(.disagree, on: cast), as: voter) }
      try office.perform(vote(.agree, on: .minh), as: voter)
    }
    try office.perform(close, as: .secretary)
    #expect(try !owes())
  }
}
