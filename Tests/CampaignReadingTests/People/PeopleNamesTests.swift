import CampaignReading
import Testing

@Suite struct PeopleNamesTests {
  @Test(arguments: [
    ("name,unit,role\nHoa,Thôn 1,member\n", ["Hoa|Thôn 1|member"]),
    ("Hoa,Thôn 1,trưởng thôn, bí thư\n", ["Hoa|Thôn 1|trưởng thôn"]),
    ("Hoa\nLan,\n,Thôn 3,x\n", ["Hoa|-|", "Lan|-|"]),
    ("Hoa,Thôn 1,\nHoa,Thôn 1,\n", ["Hoa|Thôn 1|", "Hoa|Thôn 1|"]),
    ("\"Hoa,Thôn 1,\nLan,Thôn 2,\n", ["Hoa,Thôn 1, Lan,Thôn 2,|-|", "Lan|Thôn 2|"]),
    ("Đơn vị;Họ tên\nThôn 1;Hoa\n", ["Hoa|Thôn 1|"]),
    ("", []),
  ])
  func names(_ text: String, _ expected: [String]) {
    let names = PeopleFile.names(in: text).map { "\($0.name)|\($0.unit ?? "-")|\($0.role)" }
    #expect(names == expected)
  }
}
