import CampaignStore
import Campaigns
import CivilTime
import TestSupport
import Testing

/// Organizations, units, people, campaign files: every change raises the version that running
/// servers look at.
@Suite struct DirectoryTablesTests {
  let store = TemporaryStore()
  let session: any WritingSession
  let tables: DirectoryTables

  init() throws {
    session = try store.driver.openWriting()
    try schema.apply(to: session)
    tables = DirectoryTables(session)
    try tables.put(Plans.duongHoaCommune)
    try tables.put(Plans.hongPhongCommune)
  }

  @Test func organizationsComeBack_andAreUpdatedInPlace() throws {
    #expect(try tables.organizations() == [Plans.duongHoaCommune, Plans.hongPhongCommune])
    let renamed = Organization(
      id: "duong-hoa", name: "phường Dương Hòa", level: .district, superiors: [])
    try tables.put(renamed)
    #expect(try tables.organizations() == [renamed, Plans.hongPhongCommune])
  }

  @Test func aUnitIsMadeOnce_inEachOrganization() throws {
    let one = try tables.unit(named: "thôn 1", in: "duong-hoa")
    #expect(try tables.unit(named: "thôn 1", in: "duong-hoa") == one)
    #expect(try tables.unit(named: "thôn 1", in: "hong-phong") != one)
    #expect(try tables.unit(named: "thôn 2", in: "duong-hoa") != one)
    #expect(try tables.units().map(\.name) == ["thôn 1", "thôn 1", "thôn 2"])
  }

  @Test(arguments: Role.allCases)
  func peopleComeBack(role: Role) throws {
    let unit = try tables.unit(named: "thôn 1", in: "duong-hoa")
    let id = try tables.addPerson(name: "Ánh", unit: unit, role: role, to: "duong-hoa")
    let other = try tables.addPerson(name: "Ánh", unit: nil, role: role, to: "hong-phong")
    let expected = [
      Person(id: id, organization: "duong-hoa", name: "Ánh", unit: unit, role: role),
      Person(id: other, organization: "hong-phong", name: "Ánh", unit: nil, role: role),
    ]
    #expect(try tables.people() == expected)
    #expect(try tables.people(named: "Ánh", in: "duong-hoa") == [expected[0]])
    #expect(try tables.people(named: "ánh", in: "duong-hoa") == [])
    try tables.update(id, unit: nil, role: .admin)
    #expect(try tables.people().map(\.role) == [.admin, role])
  }

  @Test func unitsAndPeopleNeverShareANumber() throws {
    // `RegistrationTable.active(ofPersonAndHousehold:)` rests on it.
    var numbers: [Int64] = []
    for index in 1...5 {
      numbers.append(try tables.unit(named: "thôn \(index)", in: "duong-hoa"))
      numbers.append(
        try tables.addPerson(name: "Ánh", unit: nil, role: .member, to: "hong-phong"))
    }
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func aCampaignLoadedAgainKeepsItsPlace() throws {
    func file(_ id: String, _ source: String) -> CampaignFileRow {
      CampaignFileRow(id: id, organization: "duong-hoa", source: source)
    }
    for row in [file("b", "1"), file("a", "1"), file("b", "2")] {
      try tables.put(row, at: "2022-01-10 09:00")
    }
    #expect(try tables.campaignFiles() == [file("b", "2"), file("a", "1")])
  }

  @Test func everyChangeRaisesTheVersion() throws {
    let unit = try tables.unit(named: "thôn 1", in: "duong-hoa")
    let person = try tables.addPerson(name: "Ánh", unit: unit, role: .member, to: "duong-hoa")
    let acts: [() throws -> Void] = [
      { try tables.put(Plans.duongHoaCommune) },
      {
        try tables.put(
          CampaignFileRow(id: "a", organization: "duong-hoa", source: ""), at: "2022-01-10 09:00")
      },
      { _ = try tables.unit(named: "thôn 2", in: "duong-hoa") },
      { _ = try tables.addPerson(name: "Bình", unit: nil, role: .chair, to: "duong-hoa") },
      { try tables.update(person, unit: nil, role: .officer) },
      { try tables.announceChange() },
    ]
    for act in acts {
      let before = try tables.version()
      try act()
      #expect(try tables.version() > before)
    }
    let settled = try tables.version()
    _ = try tables.unit(named: "thôn 1", in: "duong-hoa")
    _ = try tables.people()
    #expect(try tables.version() == settled)
  }

  @Test func whatBelongsNowhereIsRefused() {
    #expect(throws: StoreError.self) {
      try tables.addPerson(name: "Ánh", unit: nil, role: .member, to: "x")
    }
    #expect(throws: StoreError.self) {
      try tables.addPerson(name: "Ánh", unit: 99, role: .member, to: "duong-hoa")
    }
    #expect(throws: StoreError.self) { _ = try tables.unit(named: "thôn 1", in: "x") }
  }
}
