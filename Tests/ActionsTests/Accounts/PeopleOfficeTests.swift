import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// `people import`: all or nothing, repeatable; nobody is deleted or mixed up.
@Suite struct PeopleOfficeTests {
  let office: Office

  init() throws { office = try Office(at: "2022-01-10 09:00") }

  @Test func newPeopleAreEnteredWithTheirUnits() throws {
    #expect(try add(["Ngô Khoa, thôn Mới, officer", "Ngô Khôi, thôn Mới, member"]) == (2, 0))
    #expect(
      try people(named: "Ngô") == ["Ngô Khoa · thôn Mới · officer", "Ngô Khôi · thôn Mới · member"])
  }

  @Test func theSameFileAgainChangesNothing() throws {
    let file = ["Ngô Khoa, thôn Mới, officer", "Ngô Khôi, , chair"]
    #expect(try add(file) == (2, 0))
    let before = try office.contents()
    #expect(try add(file) == (0, 0))
    let changed = try office.contents().differences(from: before)
    // Only the import itself is in the trail.
    #expect(changed == ["change_log", "counter"])
  }

  @Test func aNewerFileUpdatesRoleAndUnit() throws {
    _ = try add(["Ngô Khoa, thôn Mới, member"])
    let id = try #require(person("Ngô Khoa")).id
    #expect(try add(["Ngô Khoa, thôn Mới, officer"]) == (0, 1))
    #expect(try add(["Ngô Khoa, thôn Hộ, officer"]) == (0, 1))
    #expect(try add(["Ngô Khoa, , chair"]) == (0, 1))
    #expect(person("Ngô Khoa")?.id == id)
    #expect(try people(named: "Ngô") == ["Ngô Khoa ·  · chair"])
  }

  @Test func whoMovedKeepsRegistrationsAndAccount() throws {
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    _ = try add(["Nguyễn Thị Hoa, thôn Hộ, member"])
    #expect(try office.honours(of: .hoa) == ["LDTT"])
    #expect(office.person(.hoa).unit == office.unit("thôn Hộ"))
  }

  @Test func whoIsNoLongerInTheFileStays() throws {
    _ = try add(["Ngô Khoa, thôn Mới, member"])
    _ = try add(["Ngô Khôi, thôn Mới, member"])
    #expect(try people(named: "Ngô").count == 2)
  }

  @Test func namesakesInTwoUnitsAreTwoPeople() throws {
    #expect(try add(["Ngô Khoa, thôn Mới, member", "Ngô Khoa, thôn Hộ, officer"]) == (2, 0))
    // Known by unit now; one moving cannot be told from a third, and is not guessed.
    #expect(try add(["Ngô Khoa, thôn Mới, officer", "Ngô Khoa, thôn Hộ, officer"]) == (0, 1))
    #expect(try add(["Ngô Khoa, thôn Buồng Tằm, member"]) == (1, 0))
    #expect(try people(named: "Ngô").count == 3)
  }

  @Test func aNamesakeOfSomebodyKnownWhoAlsoStaysInTheFileIsNew() throws {
    #expect(
      try add(["Nguyễn Thị Hoa, thôn Buồng Tằm, member", "Nguyễn Thị Hoa, thôn Hộ, member"])
        == (1, 0))
  }

  @Test func twoLinesAreTwoPeople_evenOfOneNameInOneUnit() throws {
    let file = ["Ngô Khoa, thôn Mới, member", "Ngô Khoa, thôn Mới, officer"]
    #expect(try add(file) == (2, 0))
    #expect(try add(file) == (0, 0))
    #expect(
      try people(named: "Ngô") == ["Ngô Khoa · thôn Mới · member", "Ngô Khoa · thôn Mới · officer"])
  }

  @Test func ofNamesakesInOneUnitTheUsernameTellsWhich() throws {
    _ = try add(["Ngô Khoa, thôn Mới, member, khoa1", "Ngô Khoa, thôn Mới, member, khoa2"])
    let second = try #require(try AccountTable(office.session).account("khoa2")).person
    #expect(
      try add(["Ngô Khoa, thôn Mới, officer, khoa2", "Ngô Khoa, thôn Mới, member, khoa1"]) == (0, 1)
    )
    #expect(office.directory.people[second]?.role == .officer)
  }

  @Test func anotherOrganizationsPeopleAreNotTouched() throws {
    #expect(try add(["Nông Văn Xa, thôn Hộ, chair"]) == (1, 0))
    #expect(office.person(.strangerMember).role == .member)
  }

  @Test func accountsAreOpenedOnce_withACodeThatWorks() throws {
    let file = ["Ngô Khoa, thôn Mới, officer, khoa"]
    let first = try result(file)
    #expect(first.codes.map(\.username) == ["khoa"])
    #expect(try result(file).codes.isEmpty)
    let code = try #require(first.codes.first).code
    #expect(code.expires == "2022-01-17 09:00")
    let attempt = try AccountDesk(on: office.session, at: office.now)
      .attempt(user: "khoa", password: code.text, newPassword: nil)
    guard case .needsNewPassword = attempt.verify() else {
      Issue.record("the code does not fit")
      return
    }
  }

  @Test func aTakenUsernameRefusesTheWholeFile() throws {
    _ = try add(["Ngô Khoa, thôn Mới, officer, khoa"])
    let before = try office.contents()
    #expect(throws: PeopleFault.usernameTaken(line: 3, "khoa")) {
      try add(["Ngô Khôi, thôn Xa, member", "Ngô Khương, thôn Mới, member, khoa"])
    }
    #expect(try office.contents() == before)
  }

  @Test func anUnknownOrganizationIsRefused() throws {
    let before = try office.contents()
    #expect(throws: PeopleFault.unknownOrganization("x")) {
      try add(["Ngô Khoa, thôn Mới, member"], to: "x")
    }
    #expect(try office.contents() == before)
  }

  @Test func anImportIsOneRowInTheTrail() throws {
    _ = try add(["Ngô Khoa, thôn Mới, officer", "Nguyễn Thị Hoa, thôn Hộ, member"])
    let rows = try office.contents()["change_log"].map { $0.split(separator: "|").map(String.init) }
    #expect(rows.map { Array($0[2...5]) } == [["duong-hoa", "∅", "people.import", "1 + 1"]])
  }

  @Test func runningServersSeeTheChange() throws {
    let version = office.directory.version
    _ = try add(["Ngô Khoa, thôn Mới, officer"])
    #expect(office.directory.version > version)
  }

  // MARK: Files as a table writes them: "name, unit, role[, username]", the header being line 1

  private func result(
    _ lines: [String], to organization: OrganizationID = "duong-hoa"
  ) throws -> PeopleOffice.Result {
    let entries = try lines.enumerated().map { index, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.drop { $0 == " " } }.map(String.init)
      return PeopleOffice.Entry(
        line: index + 2, name: fields[0], unit: fields[1].isEmpty ? nil : fields[1],
        role: try #require(Role(rawValue: fields[2])),
        username: fields.count > 3 ? fields[3] : nil)
    }
    let prepared = try PeopleOffice.prepare(entries, at: office.now)
    let result = try office.session.transaction { session in
      try PeopleOffice(on: session, at: office.now).add(prepared, to: organization)
    }
    try office.reload()
    return result
  }

  @discardableResult
  private func add(
    _ lines: [String], to organization: OrganizationID = "duong-hoa"
  ) throws -> (added: Int, updated: Int) {
    let result = try result(lines, to: organization)
    return (result.added, result.updated)
  }

  private func person(_ name: String) -> Person? {
    office.directory.people(of: "duong-hoa").first { $0.name == name }
  }

  private func people(named prefix: String) throws -> [String] {
    office.directory.people(of: "duong-hoa").filter { $0.name.hasPrefix(prefix) }.map {
      "\($0.name) · \(office.directory.unitName(of: $0) ?? "") · \($0.role.rawValue)"
    }
  }
}
