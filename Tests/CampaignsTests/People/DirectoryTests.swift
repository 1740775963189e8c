import Campaigns
import CivilTime
import TestSupport
import Testing

@Suite struct DirectoryTests {
  let directory = Directory(
    version: 3, organizations: [Plans.duongHoaCommune, Plans.hongPhongCommune],
    campaigns: [Plans.hongPhong, Plans.duongHoa], honours: Honours.catalogue,
    calendar: WorkingCalendar(), reminderRules: ReminderRules(),
    units: [
      Unit(id: 1, organization: "duong-hoa", name: "thôn Hộ"),
      Unit(id: 2, organization: "hong-phong", name: "thôn Còn Quyền"),
    ],
    people: [
      Person(id: 1, organization: "duong-hoa", name: "Minh", unit: 1, role: .member),
      Person(id: 2, organization: "duong-hoa", name: "Thư", unit: nil, role: .secretary),
      Person(id: 3, organization: "hong-phong", name: "Xa", unit: 2, role: .member),
    ])

  @Test func everythingIsFoundByItsNumberOrId() {
    #expect(directory.campaign("duong-hoa-2022")?.title == "thi đua năm 2022")
    #expect(directory.campaign("x") == nil)
    #expect(directory.campaigns(of: "duong-hoa").map(\.id) == ["duong-hoa-2022"])
    #expect(directory.people(of: "duong-hoa").map(\.name) == ["Minh", "Thư"])
    #expect(directory.units(of: "hong-phong").map(\.name) == ["thôn Còn Quyền"])
    #expect(directory.people(of: "x").isEmpty)
    #expect(directory.people[1].flatMap { directory.unitName(of: $0) } == "thôn Hộ")
    #expect(directory.people[2].flatMap { directory.unitName(of: $0) } == nil)
  }

  @Test(
    "A person, the person's household and a unit may share a number, never a meaning",
    arguments: [
      (.person(1), "Minh", "thôn Hộ", "duong-hoa", 1),
      (.household(of: 1), "Minh", "thôn Hộ", "duong-hoa", 1),
      (.unit(1), "thôn Hộ", nil, "duong-hoa", 1),
      (.person(2), "Thư", nil, "duong-hoa", nil),
      (.person(3), "Xa", "thôn Còn Quyền", "hong-phong", 2),
      (.person(9), nil, nil, nil, nil), (.household(of: 9), nil, nil, nil, nil),
      // Of a unit that is not known only its number is.
      (.unit(9), nil, nil, nil, 9),
    ] as [(Subject, String?, String?, OrganizationID?, UnitID?)])
  func subjects(
    subject: Subject, name: String?, unitName: String?, organization: OrganizationID?,
    unit: UnitID?
  ) {
    #expect(directory.named(subject)?.name == name)
    #expect(directory.named(subject)?.unit == unitName)
    #expect(directory.organization(of: subject) == organization)
    #expect(directory.unit(of: subject) == unit)
  }
}
