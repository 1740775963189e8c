import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// One message to all who still owe something, and who has seen it.
@Suite struct NudgingTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00", campaigns: [Plans.everything(), Plans.hongPhong])
  }

  private func nudge(_ milestone: String = "registration", unit: String? = nil) -> Change {
    .nudge(Office.campaign, milestone: milestone, unit.map(office.unit))
  }

  private func recipients(_ performed: Performed) -> Set<String> {
    Set(performed.pushes.compactMap { office.directory.people[$0.recipient]?.name })
  }

  private func names(_ cast: Cast...) -> Set<String> { Set(cast.map(\.name)) }

  @Test func itGoesToThoseWhoOwe_andToNobodyElse() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    let performed = try office.perform(nudge(), as: .secretary)
    #expect(recipients(performed) == names(.binh, .lan, .minh, .son))
    #expect(
      performed.pushes.allSatisfy {
        $0.content.topic == .reminder && $0.content.owed.count == 1
      })
  }

  @Test(
    arguments: [
      (.secretary, "thôn Hộ", [.minh, .son]), (.chair, nil, [.hoa, .binh, .lan, .minh, .son]),
      // An officer asks the people of the own unit, and not himself.
      (.lan, nil, [.hoa, .binh]), (.lan, "thôn Buồng Tằm", [.hoa, .binh]),
    ] as [(Cast, String?, [Cast])])
  func whom(cast: Cast, unit: String?, wanted: [Cast]) throws {
    #expect(
      try recipients(office.perform(nudge(unit: unit), as: cast)) == Set(wanted.map(\.name)))
  }

  @Test(
    arguments: [
      (Cast.hoa, nil, .notPermitted(.unitOfficerOr([.secretary, .chair]))),
      (.council, nil, .notPermitted(.unitOfficerOr([.secretary, .chair]))),
      (.lan, "thôn Hộ", .notPermitted(.unitOfficerOr([.secretary, .chair]))),
    ] as [(Cast, String?, Refusal)])
  func refusals(cast: Cast, unit: String?, refusal: Refusal) throws {
    #expect(try office.refusal(of: nudge(unit: unit), as: cast) == refusal)
  }

  @Test func whenAllHaveDoneItNobodyIsAsked() throws {
    for cast in [Cast.minh, .son] {
      try office.perform(office.register("LDTT", for: cast), as: cast)
    }
    #expect(
      try office.refusal(of: nudge(unit: "thôn Hộ"), as: .secretary)
        == .wrongState(.nobodyOwes(milestone: "đăng ký danh hiệu thi đua năm 2022")))
  }

  @Test func onceADayForEachDuty_byWhomever() throws {
    try office.perform(nudge(unit: "thôn Hộ"), as: .secretary)
    guard
      case .nudged(_, let told, let already)? = try office.perform(nudge(), as: .chair).made
    else { throw NotAsWanted() }
    #expect(Set(told) == names(.hoa, .binh, .lan))
    #expect(already == 2)
    #expect(
      try office.refusal(of: nudge(), as: .secretary)
        == .wrongState(
          .nudgedToday(milestone: "đăng ký danh hiệu thi đua năm 2022", count: 5)))
    // Another duty is another matter, and tomorrow is another day.
    try office.perform(nudge("dossier"), as: .secretary)
    office.clock.now = "2022-01-11 00:00"
    #expect(try office.perform(nudge(), as: .secretary).pushes.count == 5)
  }

  @Test func whoHasDoneItSinceDoesNotHearOfIt() throws {
    try office.perform(nudge(), as: .secretary)
    #expect(try office.waiting(for: .hoa).count == 1)
    try office.perform(office.register("LDTT", for: .hoa), as: .lan)
    #expect(try office.waiting(for: .hoa).allSatisfy { $0.content.owed.isEmpty })
    #expect(try office.pointless(for: .hoa).count == 1)
  }

  @Test func whatWasSaidCannotBeCalledBack() throws {
    try office.perform(nudge(), as: .secretary)
    guard case .wrongState(.notUndoable)? = try office.refusal(of: .undo, as: .secretary) else {
      throw NotAsWanted()
    }
  }

  // MARK: Who has seen it

  private func readership(_ unit: String? = nil, as cast: Cast = .secretary) throws -> Readership {
    guard
      case .readership(let readership) = try office.answer(
        .readership(unit.map(office.unit)), as: cast)
    else { throw NotAsWanted() }
    return readership
  }

  @Test func sendingsAreThereNewestFirst_withWhoHasSeenThemAndWhen() throws {
    try office.perform(.announce("chiều nay họp", office.unit("thôn Hộ")), as: .chair)
    office.clock.now = "2022-01-10 10:00"
    try office.perform(nudge(unit: "thôn Hộ"), as: .secretary)
    office.clock.now = "2022-01-10 11:30"
    try office.perform(.acknowledge(nil), as: .minh)
    let sendings = try readership().sendings
    #expect(sendings.map(\.kind) == [.nudge, .announcement])
    #expect(sendings.map(\.by) == [Cast.secretary.name, Cast.chair.name])
    #expect(sendings.map(\.text) == ["đăng ký danh hiệu thi đua năm 2022", "chiều nay họp"])
    for sending in sendings {
      #expect(
        sending.readers == [
          .init(name: Cast.minh.name, seenAt: "2022-01-10 11:30"),
          .init(name: Cast.son.name, seenAt: nil),
        ])
    }
  }

  @Test func namesakesAreToldApartByTheirUnits() throws {
    _ = try office.enterNamesake(of: .minh, in: "thôn Buồng Tằm")
    guard case .nudged(_, let told, 0)? = try office.perform(nudge(), as: .secretary).made else {
      throw NotAsWanted()
    }
    let namesakes: Set = ["\(Cast.minh.name) (thôn Hộ)", "\(Cast.minh.name) (thôn Buồng Tằm)"]
    #expect(Set(told).isSuperset(of: namesakes))
    #expect(told.contains(Cast.hoa.name))
    let readers = try #require(try readership().sendings.first).readers.map(\.name)
    #expect(Set(readers).isSuperset(of: namesakes))
  }

  @Test func digestsOfTheLastDayThatHadSome() throws {
    _ = try office.sendReminders(servingSince: office.now)
    office.clock.now = "2022-01-11 08:00"
    let digests = try office.sendReminders(servingSince: office.now)
    #expect(!digests.isEmpty)
    office.clock.now = "2022-01-12 07:00"
    let sending = try #require(try readership().sendings.first { $0.kind == .digest })
    #expect(sending.at == "2022-01-11 08:00")
    #expect(sending.readers.count == digests.count)
    #expect(sending.readers.allSatisfy { $0.seenAt == nil })
  }

  @Test func anOfficerSeesTheOwnUnit_andAMemberNothing() throws {
    try office.perform(.announce("chiều nay họp", nil), as: .secretary)
    #expect(
      Set(try readership(as: .lan).sendings.flatMap(\.readers).map(\.name))
        == names(.hoa, .binh, .lan))
    #expect(
      try office.refusal(of: .readership(nil), as: .hoa)
        == .notPermitted(.unitOfficerOr([.secretary, .chair])))
    #expect(
      try office.refusal(of: .readership(office.unit("thôn Hộ")), as: .lan)
        == .notPermitted(.unitOfficerOr([.secretary, .chair])))
    #expect(try readership(as: .strangerSecretary).sendings.isEmpty)
  }
}
