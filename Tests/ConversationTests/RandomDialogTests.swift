import Campaigns
import CivilTime
import Conversation
import TestSupport
import Testing

@testable import Understanding

/// Whatever is understood in whatever order: nothing is changed that was not stated outright or
/// shown and agreed to.
@Suite struct RandomDialogTests {
  @Test("Four hundred random readings", arguments: 0..<12 as Range<UInt64>)
  func nothingHappensUnasked(seed: UInt64) throws {
    let office = try Office(at: "2022-01-13 08:00")
    var random = SeededGenerator(seed: seed)
    let twin = try office.enterNamesake(of: .hoa, in: "thôn Hộ")
    let talker = Talker(Cast.allCases.randomElement(using: &random) ?? .hoa, in: office)
    var readings = RandomReadings(office, twin: twin, random)
    var wasShown = false
    var made = 0
    for _ in 0..<400 {
      let reading = readings.next()
      let agrees = wasShown && reading.intent == .talkYes
      let turn = talker.turn(reading, "lý do")
      if case .run(.change(let change)) = turn.step {
        made += 1
        #expect(isFree(change) || agrees || reading.decision == .act, "\(change) after \(reading)")
      }
      wasShown = false
      if case .prompt(.confirm) = turn.step { wasShown = true }
      if case .prompt(.secret) = turn.step {
        #expect(talker.awaitsSecret)
      } else {
        #expect(!talker.awaitsSecret)
      }
    }
    #expect(made > 0 || talker.cast == .guest)
  }

  /// Changes that need no asking: the speaker's own last one, and an acknowledgement.
  private func isFree(_ change: Change) -> Bool {
    switch change {
    case .undo, .acknowledge: true
    case .register, .replaceRegistration, .withdrawRegistration, .signPledge, .registerWork,
      .reportWork, .reportFigure, .openDossier, .attachPaper, .submitDossier, .appraiseDossier,
      .openSitting, .castVote, .recordOpinion, .fixPlaces, .recordBar, .liftBar, .closeSitting,
      .decideAwards, .forwardDossier, .extendMilestone, .settleMilestone,
      .announce, .submitFeedback, .replyFeedback, .submitExample, .revokeAward, .approveExample,
      .remind, .cancelReminder, .snooze, .nudge, .changeSettings:
      false
    }
  }
}

/// Any intent with any slots; answers more often than the rest.
private struct RandomReadings {
  private let subjects: [SubjectSlot?]
  private let units: [UnitSlot?]
  private var random: SeededGenerator

  init(_ office: Office, twin: PersonID, _ random: SeededGenerator) {
    self.random = random
    let hoa = office.person(.hoa).id
    subjects = [
      nil, .me, .spokenOf, .unresolved("Ai Đó"), .person(candidates: [hoa], asWritten: "Hoa"),
      .person(candidates: [hoa, twin], asWritten: "Hoa"),
      .household(candidates: [hoa], asWritten: "nhà chị Hoa"),
      .unit(candidates: [office.unit("thôn Hộ")], asWritten: "thôn Hộ"),
    ]
    units = [nil, nil, nil, .named([office.unit("thôn Hộ")], "thôn Hộ"), .named([], "thôn Mây")]
  }

  mutating func next() -> Reading {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1, 2: return .yes
    case 3: return pick([.no, .cancel, .nothing])
    case 4: return .number(Double(Int.random(in: -1...4, using: &random)))
    case 5: return .said(nil, honours: pick([[], ["LDTT"], ["CSTDCS"]]), subject: pick(subjects))
    default:
      return .said(
        pick([
          .registrationCreate, .registrationChange, .registrationWithdraw, pick(Intent.allCases),
        ]),
        pick([.act, .confirm, .confirm, .choose]),
        honours: pick([[], ["LDTT"], ["LDTT", "CSTDCS"]]),
        of: pick([[], [], [], ["LDTT", "CSTDCS"]]), subject: pick(subjects), unit: pick(units),
        campaigns: pick([
          [], [], [Office.campaign], ["ghost"], [Office.campaign, "hong-phong-2023"],
        ]),
        year: pick([nil, nil, 2022, 1999]), text: pick([nil, nil, "chữ"]),
        rivals: pick([[], [.registrationWithdraw], Array(Intent.allCases.prefix(5))]))
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}
