import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// How many can be rewarded where the plan leaves it to the office.
@Suite struct PlacesTests {
  private static let afterEnd = Quota.afterEnd(
    "2022-12-31", decidedBy: "UBND huyện", source: "mục III.4")

  private func fix(
    _ places: Int, _ kind: SubjectKind = .person, _ honour: HonourCode? = nil
  ) -> Change {
    .fixPlaces(Office.campaign, kind, honour, places: places)
  }

  private func office(_ quota: Quota) throws -> Office {
    try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything(quota: quota)])
  }

  private func judge(_ office: Office) throws -> [Sitting.Verdict] {
    try office.perform(.openSitting(Office.campaign, reason: "sau khi có số lượng"), as: .secretary)
    for cast in [Cast.hoa, .binh] {
      try office.perform(.castVote(office.dossier(cast), .agree), as: .chair)
      try office.perform(.castVote(office.dossier(cast), .agree), as: .council)
    }
    let closed = try office.perform(.closeSitting(Office.campaign), as: .secretary)
    guard case .sittingClosed(let minutes, _)? = closed.made else { throw NotAsWanted() }
    return minutes.items.map(\.verdict)
  }

  @Test func thePlansOwnNumberStands() throws {
    let office = try office(.perYear(collectives: 1, persons: 1, source: "mục II.3"))
    #expect(
      try office.refusal(of: fix(5), as: .secretary)
        == .wrongState(
          .quota(.fixedByPlan(campaign: "thi đua năm 2022", source: "mục II.3"))))
  }

  @Test func notBeforeTheDayOfThePlan() throws {
    let office = try office(Self.afterEnd)
    office.clock.now = "2022-12-31 23:59:59.999"
    guard
      case .wrongState(.council(.quotaNotOpen))? = try office.refusal(of: fix(1), as: .secretary)
    else { throw NotAsWanted() }
    office.clock.now = "2023-01-01 00:00"
    try office.perform(fix(1), as: .secretary)
  }

  @Test func moreThanThePlacesAreNotSelected() throws {
    let office = try office(.none)
    for (honour, cast) in [("LDTT", Cast.hoa), ("CSTDCS", .binh)] {
      try office.accept(honour, for: office.subject(cast), as: .lan)
    }
    office.clock.now = "2022-11-16 09:00"
    // One place for the title alone; all others of the kind share none.
    try office.perform(fix(0), as: .secretary)
    try office.perform(fix(1, .person, "CSTDCS"), as: .secretary)
    #expect(try judge(office) == [.quotaFull, .selected])
    guard case .quota(let facts) = try office.answer(.quota(Office.campaign), as: .guest) else {
      throw NotAsWanted()
    }
    #expect(facts.fixed.map(\.places) == [0, 1])
    #expect(facts.fixed.map(\.taken) == [0, 1])
    #expect(
      try office.refusal(of: fix(0, .person, "CSTDCS"), as: .secretary)
        == .wrongState(.quota(.alreadyTaken(1))))
  }

  @Test func saidAgainItTakesThePlaceOfTheOld_andCanBeTakenBack() throws {
    let office = try office(.none)
    func places() throws -> [Int] {
      guard case .quota(let facts) = try office.answer(.quota(Office.campaign), as: .guest) else {
        throw NotAsWanted()
      }
      return facts.fixed.map(\.places)
    }
    try office.perform(fix(3), as: .secretary)
    try office.perform(fix(5), as: .chair)
    #expect(try places() == [5])
    try office.perform(.undo, as: .chair)
    #expect(try places() == [3])
    try office.perform(.undo, as: .secretary)
    #expect(try places().isEmpty)
  }

  @Test func whoMay() throws {
    let office = try office(.none)
    for cast in [Cast.hoa, .lan, .council] {
      #expect(
        try office.refusal(of: fix(1), as: cast) == .notPermitted(.roles([.secretary, .chair])))
    }
  }
}
