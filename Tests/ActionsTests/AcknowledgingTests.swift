import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// A push is kept until its owner acknowledges it; what was settled meanwhile is not said again.
@Suite struct AcknowledgingTests {
  let office: Office
  /// Hoa's reminder of 2022-01-07.
  let push: Push

  init() throws {
    office = try Office(at: "2022-01-06 09:00")
    _ = try office.sendReminders(servingSince: office.now)
    office.clock.now = "2022-01-07 08:00"
    let hoa = office.person(.hoa).id
    push = try #require(
      try office.sendReminders(servingSince: "2022-01-06 09:00").first { $0.recipient == hoa })
  }

  @Test func theOwnerAcknowledgesOnce_again_andItStaysSo() throws {
    #expect(try acknowledge(push.id, as: .hoa) == 1)
    // The first answer may have been lost on its way.
    #expect(try acknowledge(push.id, as: .hoa) == 0)
    #expect(try office.waiting(for: .hoa).isEmpty)
  }

  @Test func nobodyElseAcknowledgesIt() throws {
    for cast in [Cast.binh, .lan, .secretary, .admin, .strangerSecretary] {
      #expect(
        try office.refusal(of: .acknowledge(push.id), as: cast) == .wrongState(.unknownPush))
    }
    #expect(try office.refusal(of: .acknowledge(push.id), as: .guest) == .notLoggedIn)
    #expect(try office.waiting(for: .hoa) == [push])
  }

  @Test(arguments: [0, -1, 99_999, .max, .min] as [PushID])
  func anUnknownNumberIsRefused(id: PushID) throws {
    #expect(try office.refusal(of: .acknowledge(id), as: .hoa) == .wrongState(.unknownPush))
  }

  @Test func allAtOnce() throws {
    try office.perform(office.register("GDVH", for: office.household(.hoa)), as: .lan)
    #expect(try acknowledge(nil, as: .hoa) == 2)
    #expect(try acknowledge(nil, as: .hoa) == 0)
    // Others' stay.
    #expect(try office.waiting(for: .binh).count == 1)
  }

  @Test func aDutyDoneMeanwhileIsNotRemindedOfAtLogin() throws {
    #expect(try office.waiting(for: .hoa) == [push])
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try office.waiting(for: .hoa).isEmpty)
    #expect(try overview(for: .hoa).waiting == [])
    // It is only not said; once the duty is open again, it is due again, with the same id.
    try office.perform(.undo, as: .hoa)
    #expect(try office.waiting(for: .hoa).map(\.id) == [push.id])
  }

  @Test func ofTwoDutiesTheOneDoneIsLeftOut() throws {
    let twin = Plans.campaign(
      "twin", of: Plans.duongHoaCommune, title: "phong trào khác",
      Period(first: "2021-11-02", last: "2022-12-31", wording: ""),
      milestones: Plans.duongHoa.milestones, honours: Plans.duongHoa.honours)
    let office = try Office(at: "2022-01-06 09:00", campaigns: [Plans.duongHoa, twin])
    _ = try office.sendReminders(servingSince: office.now)
    office.clock.now = "2022-01-07 08:00"
    _ = try office.sendReminders(servingSince: "2022-01-06 09:00")
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let waiting = try office.waiting(for: .hoa)
    #expect(waiting.map { $0.digest?.duties.map(\.campaign) } == [["twin"]])
  }

  @Test func whoMovedToARoleWithoutTheDutyIsNotReminded() throws {
    try office.setRole(of: .hoa, to: .chair)
    #expect(try office.waiting(for: .hoa).isEmpty)
  }

  @Test func noticesWaitWhateverWasDone() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    #expect(try office.waiting(for: .hoa).map(\.content.topic) == [.registration])
  }

  @Test func theSecretarysListWaitsToo() throws {
    office.clock.now = "2022-01-14 08:00"
    _ = try office.sendReminders(servingSince: "2022-01-06 09:00")
    let waiting = try office.waiting(for: .secretary)
    #expect(waiting.count == 1)
    #expect(waiting.first?.digest?.missing.first?.count == 5)
  }

  @Test func theOverviewHasWhatWaitsAndWhatComes() throws {
    let overview = try overview(for: .hoa)
    #expect(overview.waiting == [push])
    #expect(overview.planned.map(\.at.date.iso) == ["2022-01-11", "2022-01-13", "2022-01-14"])
    #expect(overview.planned.allSatisfy { $0.recipient == office.person(.hoa).id })
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    #expect(try self.overview(for: .hoa).planned == [])
  }

  @Test func guestsHaveNone() throws {
    #expect(try office.refusal(of: .reminders, as: .guest) == .notLoggedIn)
    #expect(try office.waiting(for: .guest).isEmpty)
  }

  private func acknowledge(_ id: PushID?, as cast: Cast) throws -> Int {
    guard case .acknowledged(let count) = try office.perform(.acknowledge(id), as: cast).outcome
    else { throw OtherAnswer() }
    return count
  }

  private func overview(for cast: Cast) throws -> ReminderOverview {
    guard case .reminders(let overview) = try office.answer(.reminders, as: cast) else {
      throw OtherAnswer()
    }
    return overview
  }
}
