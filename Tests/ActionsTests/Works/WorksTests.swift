import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct WorksTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-06-01 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func list(
    _ unit: String? = nil, _ kind: WorkKind? = nil, as cast: Cast = .hoa
  ) throws -> WorkList {
    guard
      case .works(let list) = try office.answer(
        .works(Office.campaign, unit.map { office.unit($0) }, kind), as: cast)
    else { throw NotAsWanted() }
    return list
  }

  @Test func aRegisteredWorkHasTheDayOfThePlan_andSaysWhatIsStillLacking() throws {
    let performed = try office.perform(
      office.work(.work, "đường hoa", of: "thôn Buồng Tằm"), as: .lan)
    guard case .workRegistered(let entry, let lacking)? = performed.made else {
      throw NotAsWanted()
    }
    #expect(entry.work.title == "đường hoa")
    #expect(entry.work.due == "2022-10-31")
    #expect(lacking == [.init(kinds: [.event], lacking: 1)])
  }

  @Test func theListShowsWorksAndUnitsBelowTheMinimum() throws {
    try office.perform(office.work(.work, "đường hoa", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.work(.event, "giải bóng chuyền", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.work(.task, "cổng chào", of: "thôn Hộ"), as: .secretary)
    let all = try list()
    #expect(all.works.map(\.work.title) == ["đường hoa", "giải bóng chuyền", "cổng chào"])
    #expect(all.below.map(\.unit) == ["thôn Hộ"])
    #expect(all.below.first?.lacking == [.init(kinds: [.event], lacking: 1)])
    #expect(try list("thôn Hộ").works.count == 1)
    #expect(try list(nil, .event).works.map(\.work.title) == ["giải bóng chuyền"])
  }

  @Test func progressIsReportedByWordsOfTheTitle() throws {
    try office.perform(office.work(.work, "đường hoa thanh niên", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.work(.event, "giải bóng chuyền", of: "thôn Buồng Tằm"), as: .lan)
    let performed = try office.perform(office.report(50, of: "duong hoa"), as: .lan)
    guard case .workReported(let entry, let before)? = performed.made else { throw NotAsWanted() }
    #expect(entry.work.title == "đường hoa thanh niên")
    #expect(entry.work.percent == 50)
    #expect(before == 0)
    try office.perform(office.report(100, of: "đường hoa"), as: .lan)
    #expect(try list().works.map(\.work.isComplete) == [true, false])
    #expect(try list().works[0].work.completedOn == "2022-06-01")
  }

  @Test func whatIsNotClearIsRefusedWithChoices() throws {
    try office.perform(office.work(.work, "sửa cầu Ba Gồ", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.work(.task, "sửa cầu Đình", of: "thôn Buồng Tằm"), as: .lan)
    guard
      case .wrongState(.work(.which(let choices)))? = try office.refusal(
        of: office.report(50, of: "sửa cầu"), as: .lan)
    else { throw NotAsWanted() }
    #expect(choices.map(\.work.title) == ["sửa cầu Ba Gồ", "sửa cầu Đình"])
    #expect(
      try office.refusal(of: office.report(50, of: "nhà văn hóa"), as: .lan)
        == .wrongState(.work(.unknown(asWritten: "nhà văn hóa"))))
  }

  @Test func refusals() throws {
    let change = office.work(.work, "đường hoa", of: "thôn Buồng Tằm")
    #expect(
      try office.refusal(of: change, as: .hoa) == .notPermitted(.roles([.officer, .secretary])))
    #expect(try office.refusal(of: change, as: .son) == .notPermitted(.selfUnitOrSecretary))
    #expect(
      try office.refusal(of: change, as: .strangerSecretary)
        == .notPermitted(.selfUnitOrSecretary))
    #expect(
      try office.refusal(
        of: office.work(.work, "x", of: "thôn Buồng Tằm", due: "2022-11-01"), as: .lan)
        == .wrongState(.work(.dueTooLate(lastValidDay: "2022-10-31"))))
    try office.perform(change, as: .lan)
    guard
      case .wrongState(.work(.alreadyThere))? = try office.refusal(
        of: office.work(.work, "Đường  Hoa", of: "thôn Buồng Tằm"), as: .lan)
    else { throw NotAsWanted() }
  }

  @Test("To the last millisecond of the last valid day")
  func theLastMinute() throws {
    let change = office.work(.work, "đường hoa", of: "thôn Buồng Tằm")
    office.clock.now = "2022-11-01 00:00"
    guard case .deadlinePassed(let passed)? = try office.refusal(of: change, as: .lan) else {
      throw NotAsWanted()
    }
    #expect(passed.lastValidDay == "2022-10-31")
    office.clock.now = "2022-10-31 23:59:59.999"
    try office.perform(change, as: .lan)
    office.clock.now = "2022-11-01 00:00"
    // The secretary can take it late, for a reason that stays with it.
    let late = office.work(.event, "hội thi", of: "thôn Buồng Tằm", because: "mưa lũ")
    #expect(try office.refusal(of: late, as: .lan) != nil)
    let performed = try office.perform(late, as: .secretary)
    guard case .workRegistered(let entry, _)? = performed.made else { throw NotAsWanted() }
    #expect(entry.work.lateReason == "mưa lũ")
  }

  @Test func theOfficerIsToldWhatTheSecretaryEntered() throws {
    let performed = try office.perform(
      office.work(.work, "đường hoa", of: "thôn Buồng Tằm"), as: .secretary)
    #expect(performed.pushes.map(\.recipient) == [office.person(.lan).id])
    #expect(
      try office.perform(office.work(.event, "x", of: "thôn Buồng Tằm"), as: .lan).pushes.isEmpty)
  }

  @Test func aUnitThatHasDoneItsPartOwesNothingMore() throws {
    func owes() throws -> [String] {
      guard
        case .status(let status) = try office.answer(
          .status(of: office.subject(.lan)), as: .lan)
      else { throw NotAsWanted() }
      return status.campaigns.first?.owed.map(\.milestone.id) ?? []
    }
    #expect(try owes().contains("work"))
    try office.perform(office.work(.work, "đường hoa", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.work(.event, "hội thi", of: "thôn Buồng Tằm"), as: .lan)
    try office.perform(office.report(100, of: "đường hoa"), as: .lan)
    #expect(try owes().contains("work"), "the event is not done")
    try office.perform(office.report(100, of: "hội thi"), as: .lan)
    #expect(try !owes().contains("work"))
  }
}

struct NotAsWanted: Error {}

extension Performed {
  /// What was made.
  var made: ChangeMade.What? {
    if case .made(let change) = outcome { change.what } else { nil }
  }
}
