import Campaigns
import CivilTime
import Conversation
import TestSupport
import Testing
import Understanding
import Vietnamese

/// "đăng ký … cho chị Hoa, nhắc em trước 3 ngày": two orders in one message, and neither is lost.
@Suite struct SecondOrderTests {
  let office: Office
  let lan: Talker

  init() throws {
    office = try Office()
    lan = Talker(.lan, in: office)
  }

  private static let first = "đăng ký lao động tiên tiến cho chị Hoa"
  private static let second = "nhắc em 8h sáng mai"

  private var registering: Reading {
    .said(.registrationCreate, .act, honours: ["LDTT"], subject: office.named(.hoa))
  }

  private var reminding: Reading {
    var reading = Reading.said(.reminderCreate, .act)
    reading.confidence = 0.95
    reading.slots.time = "2022-01-11 08:00"
    return reading
  }

  private func teach(_ later: Reading) {
    lan.parts = [Self.first: registering, Self.second: later]
  }

  @Test func theFirstIsDone_andAYesDoesTheSecond() throws {
    teach(reminding)
    let turn = lan.turn(registering, Self.first + ", " + Self.second)
    #expect(turn.more == Self.second)
    guard case .run(.change(.register(_))) = turn.step else { throw NotAsWanted() }
    guard case .reminderSet? = try lan.says(.yes).made else { throw NotAsWanted() }
  }

  @Test func theWholeTakenForTheSecondAlone_doesNotLoseTheFirst() throws {
    teach(reminding)
    lan.parts[Self.first]?.confidence = 0.95
    let shown = try lan.says(reminding, Self.first + ", " + Self.second)
    #expect(shown.proposal?.act == .register)
    let turn = lan.turn(.yes)
    #expect(turn.more == Self.second)
    guard case .reminderSet? = try lan.says(.yes).made else { throw NotAsWanted() }
  }

  @Test func whatIsTooMuchTogetherIsTakenApart() throws {
    teach(reminding)
    lan.parts[Self.first]?.confidence = 0.95
    #expect(
      try lan.says(.nothing, Self.first + ", " + Self.second).proposal?.act == .register)
  }

  @Test func anotherMessageForgetsIt() throws {
    teach(reminding)
    _ = lan.turn(registering, Self.first + ", " + Self.second)
    _ = try lan.says(.said(.statusMine, .act))
    #expect(try lan.says(.yes) == .talked(.nothingPending))
  }

  @Test func whatIsNoOrderOfItsOwnIsNone() throws {
    var unsure = reminding
    unsure.confidence = 0.6
    for later in [unsure, .nothing, .said(.statusMine, .act), registering] {
      teach(later)
      #expect(lan.turn(registering, Self.first + ", " + Self.second).more == nil)
    }
  }

  @Test("What stands in the free words belongs to them") func freeWords() throws {
    teach(reminding)
    var announcing = Reading.said(.announceSend, .act, text: "mai họp, " + Self.second)
    announcing.confidence = 0.95
    let secretary = Talker(.secretary, in: office)
    secretary.parts = ["thông báo: mai họp": announcing, Self.second: reminding]
    #expect(secretary.turn(announcing, "thông báo: mai họp, " + Self.second).more == nil)
  }
}

private struct NotAsWanted: Error {}
