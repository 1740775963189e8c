import Actions
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Who has registered, who is missing: officers see their own unit only.
@Suite struct RegistrationListTests {
  let office: Office

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    try office.perform(office.register("LDTT", "CSTDCS", for: .minh), as: .minh)
    try office.perform(
      office.register("TTLDTT", for: .unit(office.unit("thôn Hộ"))), as: .son)
    try office.perform(office.register("GDVH", for: office.household(.binh)), as: .binh)
    try office.perform(office.register("LDTT", for: .son), as: .son)
    try office.perform(office.withdraw(for: .son), as: .son)
  }

  // MARK: Lists

  @Test(
    arguments: [
      (.secretary, ["Hoa LDTT", "Minh LDTT", "Minh CSTDCS", "thôn Hộ TTLDTT", "Bình GDVH"]),
      (.chair, ["Hoa LDTT", "Minh LDTT", "Minh CSTDCS", "thôn Hộ TTLDTT", "Bình GDVH"]),
      (.lan, ["Hoa LDTT", "Bình GDVH"]),
      (.son, ["Minh LDTT", "Minh CSTDCS", "thôn Hộ TTLDTT"]),
    ] as [(Cast, [String])])
  func whatEachSees(cast: Cast, expected: [String]) throws {
    #expect(try list(as: cast).entries.map(line) == expected)
  }

  @Test func aListCanBeNarrowedByUnitAndHonour() throws {
    let unit = office.unit("thôn Buồng Tằm")
    #expect(try list(as: .secretary, unit: unit).entries.map(line) == ["Hoa LDTT", "Bình GDVH"])
    #expect(try list(as: .secretary, unit: unit).unit == "thôn Buồng Tằm")
    #expect(try list(as: .secretary).unit == nil)
    #expect(try list(as: .lan).unit == "thôn Buồng Tằm")
    #expect(
      try list(as: .secretary, honours: ["CSTDCS", "GDVH"]).entries.map(line)
        == ["Minh CSTDCS", "Bình GDVH"])
    #expect(try list(as: .secretary, unit: unit, honours: ["CSTDCS"]).entries.isEmpty)
  }

  @Test(
    arguments: [
      (.hoa, nil), (.council, nil), (.admin, nil), (.lan, "thôn Hộ"), (.son, "thôn Buồng Tằm"),
      (.strangerSecretary, nil), (.strangerOfficer, nil), (.strangerSecretary, "thôn Hộ"),
      (.secretary, "thôn Còn Quyền"),
    ] as [(Cast, String?)])
  func whoIsRefused(cast: Cast, unit: String?) throws {
    let unit = unit.map { office.unit($0) }
    let refused = Refusal.notPermitted(.unitOfficerOr([.secretary, .chair]))
    for question in [
      Question.registrations(Office.campaign, RegistrationFilter(unit: unit)),
      .missing(Office.campaign, unit),
    ] {
      #expect(try office.refusal(of: question, as: cast) == refused)
      #expect(try office.refusal(of: question, as: .guest) == .notLoggedIn)
    }
  }

  @Test func anOfficerWithoutAUnitSeesNobody() throws {
    try office.move(.lan, to: nil)
    let refused = Refusal.notPermitted(.unitOfficerOr([.secretary, .chair]))
    for question in [
      Question.registrations(Office.campaign, RegistrationFilter()), .missing(Office.campaign, nil),
    ] {
      #expect(try office.refusal(of: question, as: .lan) == refused)
    }
  }

  // MARK: Missing

  @Test(
    arguments: [
      // Those who owe it are members and officers; a household or a withdrawn one does not count.
      (.secretary, ["Bình", "Lan", "Sơn"], 2), (.chair, ["Bình", "Lan", "Sơn"], 2),
      (.lan, ["Bình", "Lan"], 1), (.son, ["Sơn"], 1),
    ] as [(Cast, [String], Int)])
  func whoIsMissing(cast: Cast, names: [String], done: Int) throws {
    let list = try missing(as: cast)
    #expect(list.people.map { shortName($0.name) } == names)
    #expect(list.done == done)
    #expect(list.milestone.milestone.id == "registration")
  }

  @Test func theListCanBeNarrowedToAUnit() throws {
    let list = try missing(as: .secretary, unit: office.unit("thôn Hộ"))
    #expect(list.people.map { shortName($0.name) } == ["Sơn"])
    #expect(list.unit == "thôn Hộ")
    #expect(list.done == 1)
  }

  @Test func whoWithdrewIsMissingAgain_whoTookItBackIsNot() throws {
    try office.perform(office.withdraw(for: .hoa), as: .hoa)
    #expect(try missing(as: .lan).people.map { shortName($0.name) } == ["Hoa", "Bình", "Lan"])
    try office.perform(.undo, as: .hoa)
    #expect(try missing(as: .lan).people.map { shortName($0.name) } == ["Bình", "Lan"])
  }

  @Test func aPlanWithoutRegistrationHasNobodyMissing() throws {
    #expect(
      try office.refusal(of: .missing("hong-phong-2023", nil), as: .strangerSecretary)
        == .wrongState(.noRegistrationDuty(campaign: "90 năm Đảng bộ tỉnh")))
    guard
      case .registrations(let list) = try office.answer(
        .registrations("hong-phong-2023", RegistrationFilter()), as: .strangerSecretary)
    else { return }
    #expect(list.entries.isEmpty)
  }

  private func list(
    as cast: Cast, unit: UnitID? = nil, honours: [HonourCode] = []
  ) throws -> RegistrationList {
    let question = Question.registrations(
      Office.campaign, RegistrationFilter(unit: unit, honours: honours))
    guard case .registrations(let list) = try office.answer(question, as: cast) else {
      throw OtherAnswer()
    }
    return list
  }

  private func missing(as cast: Cast, unit: UnitID? = nil) throws -> MissingList {
    guard case .missing(let list) = try office.answer(.missing(Office.campaign, unit), as: cast)
    else { throw OtherAnswer() }
    return list
  }

  private func line(_ entry: RegistrationEntry) -> String {
    let name = entry.subject.unit == nil ? entry.subject.name : shortName(entry.subject.name)
    return name + " " + entry.registration.honour
  }

  private func shortName(_ name: String) -> String { String(name.split(separator: " ").last ?? "") }
}

struct OtherAnswer: Error {}
