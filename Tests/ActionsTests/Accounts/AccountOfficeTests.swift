import Actions
import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// `account add · reset · lock · unlock`.
@Suite struct AccountOfficeTests {
  let office: Office
  let desk: LoginDesk

  init() throws {
    office = try Office(at: "2022-01-10 09:00")
    desk = LoginDesk(office)
  }

  @Test func anAccountIsOpenedForAKnownPerson() throws {
    _ = try desk.open("hoa", for: .hoa)
    #expect(try account("hoa")?.person == office.person(.hoa).id)
    #expect(try account("hoa")?.password == nil)
    #expect(try account("hoa")?.codeExpires == "2022-01-17 09:00")
    #expect(try office.contents()["person"].count == Cast.people.count)
  }

  @Test func aPersonNotYetKnownIsEntered_withUnitAndRole() throws {
    try open("khoa", "Ngô Khoa", unit: "thôn Mới", role: .officer)
    let person = try #require(
      office.directory.people(of: "duong-hoa").first { $0.name == "Ngô Khoa" })
    #expect(person.role == .officer)
    #expect(office.directory.unitName(of: person) == "thôn Mới")
    try open("khoi", "Ngô Khôi", unit: nil, role: nil)
    #expect(
      office.directory.people(of: "duong-hoa").first { $0.name == "Ngô Khôi" }?.role == .member)
  }

  @Test func aGivenRoleBecomesTheirs() throws {
    try open("hoa", Cast.hoa.name, unit: nil, role: .council)
    #expect(office.person(.hoa).role == .council)
    #expect(office.person(.hoa).unit != nil)
  }

  @Test func ofNamesakesTheUnitTellsWhich() throws {
    try open("hoa2", Cast.hoa.name, unit: "thôn Hộ", role: .member)
    #expect(throws: AccountFault.severalPeople(Cast.hoa.name, count: 2)) {
      try open("hoa3", Cast.hoa.name, unit: nil, role: nil)
    }
    try open("hoa4", Cast.hoa.name, unit: "thôn Hộ", role: nil)
    #expect(try account("hoa2")?.person == account("hoa4")?.person)
    #expect(try account("hoa2")?.person != office.person(.hoa).id)
  }

  @Test func whatIsRefusedChangesNothing() throws {
    _ = try desk.open("hoa", for: .hoa)
    let before = try office.contents()
    let faults: [(AccountFault, () throws -> Void)] = [
      (.nameTaken("hoa"), { try open("hoa", "Ai Đó", unit: "thôn Lạ", role: nil) }),
      (
        .unknownOrganization("x"),
        { try open("ai", "Ai Đó", unit: nil, role: nil, organization: "x") }
      ),
      (.unknownAccount("ai"), { _ = try desk.manage { try $0.reset("ai") } }),
      (.unknownAccount("ai"), { try desk.manage { try $0.setLocked(true, "ai") } }),
    ]
    for (fault, act) in faults {
      #expect(throws: fault) { try act() }
      #expect(try office.contents() == before)
    }
  }

  @Test func whatRunningServersMustKnowRaisesTheVersion() throws {
    let version = office.directory.version
    try open("khoa", "Ngô Khoa", unit: nil, role: nil)
    let entered = office.directory.version
    #expect(entered > version)
    try desk.manage { try $0.setLocked(true, "khoa") }
    try office.reload()
    #expect(office.directory.version > entered)
    #expect(try AccountTable(office.session).locked() == ["khoa"])
  }

  @Test func everyActIsInTheTrail_withoutSecrets() throws {
    let code = try desk.open("hoa", for: .hoa)
    _ = try desk.logIn("hoa", code, newPassword: "mật khẩu riêng")
    let second = try desk.manage { try $0.reset("hoa") }.text
    try desk.manage { try $0.setLocked(true, "hoa") }
    try desk.manage { try $0.setLocked(false, "hoa") }
    let rows = try office.contents()["change_log"].map { $0.split(separator: "|").map(String.init) }
    let hoa = String(office.person(.hoa).id)
    #expect(
      rows.map { Array($0[3...5]) } == [
        ["∅", "account.add", "hoa"], [hoa, "account.password", "hoa"],
        ["∅", "account.reset", "hoa"],
        ["∅", "account.lock", "hoa"], ["∅", "account.unlock", "hoa"],
      ])
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    let everything = try office.contents().rows.values.joined().joined()
    for secret in [code, second, "mật khẩu riêng"] { #expect(!everything.contains(secret)) }
  }

  @Test func settingAPasswordIsNothingToUndo() throws {
    let code = try desk.open("hoa", for: .hoa)
    try office.perform(office.register("LDTT", for: .hoa), as: .hoa)
    _ = try desk.logIn("hoa", code, newPassword: "mật khẩu riêng")
    try office.perform(.undo, as: .hoa)
    #expect(try office.honours(of: .hoa) == [])
  }

  private func account(_ user: String) throws -> AccountRow? {
    try AccountTable(office.session).account(user)
  }

  private func open(
    _ user: String, _ person: String, unit: String?, role: Role?,
    organization: OrganizationID = "duong-hoa"
  ) throws {
    try desk.manage {
      _ = try $0.open(
        AccountRequest(
          username: user, organization: organization, person: person, unit: unit, role: role))
    }
    try office.reload()
  }
}
