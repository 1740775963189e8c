import Campaigns
import CivilTime
import TestSupport
import Testing
import Vietnamese

@testable import Understanding

/// Sittings, votes, decisions: ask, show, do.
@Suite struct CouncilDialogTests {
  let office: Office
  let secretary: Talker
  let council: Talker

  /// Hoa and Bình wait for the council, within its window from 15 to 22 November.
  init() throws {
    office = try Office(
      at: "2022-06-01 09:00",
      campaigns: [Plans.everything(quota: Campaigns.Quota.none), Plans.hongPhong])
    try office.accept("LDTT", for: office.subject(.hoa), as: .lan)
    try office.accept("CSTDT", for: office.subject(.binh), as: .lan)
    office.clock.now = "2022-11-16 09:00"
    secretary = Talker(.secretary, in: office)
    council = Talker(.council, in: office)
  }

  private func open() throws {
    try office.perform(.openSitting(Office.campaign, reason: nil), as: .secretary)
  }

  private func vote(_ vote: Vote, _ casts: Cast..., by voters: [Cast] = [.council, .chair]) throws {
    for cast in casts {
      for voter in voters { try office.perform(.castVote(office.dossier(cast), vote), as: voter) }
    }
  }

  private func select() throws {
    try open()
    try vote(.agree, .hoa, .binh)
    try office.perform(.closeSitting(Office.campaign), as: .secretary)
  }

  private let decided = AwardDecision(number: "12/QĐ-UBND", day: "2022-11-16")

  // MARK: Sittings

  @Test func aSittingIsOpenedAndClosedAtOnce_whenStatedOutright() throws {
    guard case .sittingOpened(let agenda)? = try secretary.says(.said(.councilOpen, .act)).made
    else {
      Issue.record("not opened")
      return
    }
    #expect(agenda.items.map(\.subject.name) == [Cast.hoa.name, Cast.binh.name])
    try vote(.agree, .hoa, .binh)
    guard case .sittingClosed? = try secretary.says(.said(.councilClose, .act)).made else {
      Issue.record("not closed")
      return
    }
  }

  @Test func elseItIsShownFirst() throws {
    let opening = DialogPath(.secretary, .said(.councilOpen), shows: .openSitting(reason: nil))
    try opening.expectLeft(in: office)
    try opening.expectDone(in: office)
    try vote(.agree, .hoa, .binh)
    let closing = DialogPath(.chair, .said(.councilClose), shows: .closeSitting)
    try closing.expectLeft(in: office)
    try closing.expectDone(in: office)
  }

  @Test(
    "Outside of its window a reason is asked for, shown and kept",
    arguments: [
      Decision.act, .confirm,
    ])
  func outsideOfTheWindow(decision: Decision) throws {
    office.clock.now = "2022-11-10 09:00"
    guard case .asked(.missing(.sittingReason(let window))) = try wantReason(decision) else {
      Issue.record("not asked")
      return
    }
    #expect(window.first == "2022-11-15")
    #expect(window.last == "2022-11-22")
    // A reason is taken as written, whatever it sounds like.
    let proposal = try secretary.says(.said(.councilClose, .act), "kết thúc năm học sớm").proposal
    #expect(proposal?.act == .openSitting(reason: "kết thúc năm học sớm"))
    guard case .sittingOpened? = try secretary.says(.yes).made else {
      Issue.record("not opened")
      return
    }
    #expect(try office.contents()["record"].contains { $0.contains("kết thúc năm học sớm") })
  }

  @Test("Without a reason it stays closed", arguments: [Reading.no, .cancel])
  func noReason(leaving: Reading) throws {
    office.clock.now = "2022-11-10 09:00"
    let before = try office.contents()
    _ = try wantReason(.act)
    #expect(try secretary.says(leaving) == .talked(.cancelled))
    #expect(try secretary.says(.yes) == .talked(.nothingPending))
    _ = try wantReason(.act)
    var said = try secretary.says(.said(nil), "   ")
    if said.proposal != nil { said = try secretary.says(.yes) }
    guard case .asked(.missing(.sittingReason)) = said else {
      Issue.record("a blank was taken: \(said)")
      return
    }
    #expect(try office.contents() == before)
  }

  private func wantReason(_ decision: Decision) throws -> Said {
    let said = try secretary.says(.said(.councilOpen, decision))
    return said.proposal == nil ? said : try secretary.says(.yes)
  }

  @Test func whatTheClerkRefusesIsTheAnswer() throws {
    #expect(
      try secretary.says(.said(.councilClose, .act))
        == .refused(.wrongState(.council(.notOpen(campaign: "thi đua năm 2022")))))
    #expect(try secretary.says(.yes) == .talked(.nothingPending))
  }

  // MARK: Votes

  @Test("A vote stated outright is cast at once", arguments: VoteKind.allCases)
  func voteOutright(kind: VoteKind) throws {
    try open()
    let said = try council.says(
      .said(.councilVote, .act, subject: office.named(.hoa), vote: kind))
    guard case .voted(_, let vote, changed: false, left: 1)? = said.made else {
      Issue.record("\(said)")
      return
    }
    #expect("\(vote)" == kind.rawValue)
  }

  private func voting(_ answer: Reading, _ vote: Vote) -> DialogPath {
    DialogPath(
      .council, .said(.councilVote),
      [
        (.subject, .read(.said(nil, subject: office.named(.hoa)))), (.vote, .read(answer)),
      ], shows: .castVote(vote))
  }

  private var ballots: [DialogPath] {
    [
      voting(.yes, .agree), voting(.no, .disagree), voting(.said(nil, vote: .abstain), .abstain),
      voting(.said(nil, vote: .disagree), .disagree),
    ]
  }

  @Test func askedForAVote_yesAndNoAreVotes() throws {
    try open()
    for ballot in ballots { try ballot.expectDone(in: office) }
  }

  @Test func givingUpCastsNoVote_andWhereOneIsAskedForNoIsNoGivingUp() throws {
    try open()
    for ballot in ballots { try ballot.expectLeft(in: office, noIsAnswer: { $0 == .vote }) }
    #expect(try office.contents()["ballot"] == [])
  }

  @Test func aVoteOfNoThatWasShownMayStillBeDropped() throws {
    try open()
    _ = try council.says(.said(.councilVote, subject: office.named(.hoa)))
    #expect(try council.says(.no).proposal?.act == .castVote(.disagree))
    #expect(try council.says(.no) == .talked(.cancelled))
    #expect(try office.contents()["ballot"] == [])
  }

  @Test func beforeItIsKnownOnWhomNoIsNoVote() throws {
    try open()
    #expect(try council.says(.said(.councilVote)) == .asked(.missing(.subject)))
    #expect(try council.says(.no) == .talked(.cancelled))
  }

  @Test func theOwnCaseIsRefused() throws {
    let now = office.now
    office.clock.now = "2022-10-31 09:00"
    try office.accept("LDTT", for: office.subject(.council), as: .secretary)
    office.clock.now = now
    try open()
    #expect(
      try council.says(.said(.councilVote, .act, subject: office.named(.council), vote: .agree))
        == .refused(.wrongState(.council(.ownCase))))
  }

  // MARK: Decisions

  @Test func aDecisionStatedOutrightIsRecordedAtOnce() throws {
    try select()
    let said = try secretary.says(
      .said(
        .awardDecide, .act, subject: office.named(.hoa), date: .day("2022-11-16"),
        text: "12/QĐ-UBND"))
    guard case .awarded(let awards)? = said.made else {
      Issue.record("\(said)")
      return
    }
    #expect(awards.map(\.award.decision) == ["12/QĐ-UBND"])
    #expect(awards.map(\.award.decidedOn) == ["2022-11-16"])
  }

  @Test func sendingUpStatedOutrightIsDoneAtOnce() throws {
    try select()
    let said = try secretary.says(.said(.awardForward, .act, subject: office.named(.binh)))
    guard case .forwarded? = said.made else {
      Issue.record("\(said)")
      return
    }
  }

  private var decisions: [DialogPath] {
    [
      DialogPath(
        .chair, .said(.awardDecide, subject: office.named(.hoa)),
        [(.decisionNumber, .words("12/QĐ-UBND"))], shows: .decide(decided)),
      DialogPath(
        .secretary, .said(.awardForward),
        [(.subject, .read(.said(nil, subject: office.named(.binh))))], shows: .forward),
      // What was sent up is decided above, on a day that is said.
      DialogPath(
        .secretary,
        .said(.awardDecide, subject: office.named(.binh), date: .impossible("31/11", .noSuchDay)),
        [
          (.decisionNumber, .words(" 2045/QĐ-UBND ")),
          (.day, .read(.said(nil, date: .impossible("30/2", .noSuchDay)))),
          (.day, .read(.said(nil, date: .day("2022-11-16")))),
        ], shows: .decide(AwardDecision(number: "2045/QĐ-UBND", day: "2022-11-16"))),
    ]
  }

  @Test func whatIsMissingOfADecisionIsAskedFor_thenShown_thenDone() throws {
    try select()
    for decision in decisions { try decision.expectDone(in: office) }
  }

  @Test func givingUpDecidesNothing() throws {
    try select()
    for decision in decisions { try decision.expectLeft(in: office) }
  }

  @Test func aDayToComeIsRefused() throws {
    try select()
    #expect(
      try secretary.says(
        .said(
          .awardDecide, .act, subject: office.named(.hoa), date: .day("2022-11-17"),
          text: "12/QĐ-UBND"))
        == .refused(.wrongState(.award(.dayInFuture("2022-11-17")))))
  }

  @Test func nobodyNamedMeansAllWhomTheCouncilChose() throws {
    try select()
    let path = DialogPath(
      .chair, .said(.awardDecide), [(.decisionNumber, .words("12/QĐ-UBND"))],
      shows: .decide(decided))
    try path.expectLeft(in: office)
    try path.expectDone(in: office)
  }

  @Test func aDecisionCanNameSeveral_andIsCorrectedForAReason() throws {
    try select()
    var reading = Reading.said(.awardDecide, .confirm, text: "12/QĐ-UBND")
    reading.slots.subject = office.named(.hoa)
    reading.slots.others = [office.named(.binh)]
    let chair = Talker(.chair, in: office)
    let shown = try chair.says(reading)
    #expect(shown.proposal?.subject?.name == Cast.hoa.name)
    #expect(shown.proposal?.others.map(\.name) == [Cast.binh.name])
    // All or none: Bình's is conferred above.
    guard case .refused(.wrongState(.award(.conferredAbove))) = try chair.says(.yes) else {
      throw NotAsWanted()
    }
    reading.slots.others = []
    _ = try chair.says(reading)
    guard case .awarded? = try chair.says(.yes).made else { throw NotAsWanted() }
    var again = Reading.said(.awardDecide, .act, text: "13/QĐ-UBND")
    again.slots.subject = office.named(.hoa)
    guard case .asked(.missing(.correctionReason(_, "12/QĐ-UBND", _))) = try chair.says(again)
    else { throw NotAsWanted() }
    let correction = try chair.says(.nothing, "ghi nhầm số")
    #expect(
      correction.proposal?.act
        == .decide(
          AwardDecision(number: "13/QĐ-UBND", day: "2022-11-16", correction: "ghi nhầm số")))
    guard case .corrected? = try chair.says(.yes).made else { throw NotAsWanted() }
  }

  @Test(
    "Of two who are named the member gives the opinion", arguments: [true, false])
  func opinion(memberFirst: Bool) throws {
    try open()
    var reading = Reading.said(.councilOpinion, .act, vote: .agree)
    let (first, second) = memberFirst ? (Cast.council, Cast.hoa) : (.hoa, .council)
    reading.slots.subject = office.named(first)
    reading.slots.others = [office.named(second)]
    guard case .opinionRecorded(let entry, Cast.council.name, _)? = try secretary.says(reading).made
    else { throw NotAsWanted() }
    #expect(entry.subject.name == Cast.hoa.name)
  }

  // MARK: Who may not

  @Test(
    "Who may not is refused before anything is asked",
    arguments: [
      (.lan, .councilOpen, .roles([.secretary, .chair])),
      (.council, .councilOpen, .roles([.secretary, .chair])),
      (.council, .councilClose, .roles([.secretary, .chair])),
      (.hoa, .councilVote, .roles([.council, .chair])),
      (.secretary, .councilVote, .roles([.council, .chair])),
      (.admin, .councilVote, .roles([.council, .chair])),
      (.lan, .awardDecide, .roles([.secretary, .chair])),
      (.council, .awardDecide, .roles([.secretary, .chair])),
      (.hoa, .awardForward, .roles([.secretary, .chair])),
    ] as [(Cast, Intent, Refusal.Permitted)])
  func refused(cast: Cast, intent: Intent, permitted: Refusal.Permitted) throws {
    try open()
    let talker = Talker(cast, in: office)
    for subject in [nil, office.named(.hoa), .unresolved("Ai Đó")] {
      #expect(
        try talker.says(.said(intent, .act, subject: subject)) == .refused(.notPermitted(permitted))
      )
      #expect(try talker.says(.yes) == .talked(.nothingPending))
    }
  }
}

private struct NotAsWanted: Error {}
