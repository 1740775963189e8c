import CampaignReading
import Campaigns
import Testing

@Suite struct PeopleFileTests {
  /// `name | unit | role | username` of every row.
  private func rows(_ text: String) throws(ReadingFaults) -> [String] {
    try PeopleFile.read(text, name: "p.csv").map { row in
      [row.name, row.unit ?? "-", row.role.rawValue, row.username ?? "-"].joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("Nguyễn Thị Hoa,Thôn 1,member", ["Nguyễn Thị Hoa | Thôn 1 | member | -"]),
    ("name,unit,role\nHoa,Thôn 1,\n", ["Hoa | Thôn 1 | member | -"]),
    (
      "Họ và tên;Đơn vị;Vai trò;Tên đăng nhập\r\nHoa;Thôn 1;Thư ký;hoa\r\n",
      ["Hoa | Thôn 1 | secretary | hoa"]
    ),
    ("STT,Vai trò,Họ tên,Đơn vị\n1,chủ tịch,Lê Văn B,UBND xã", ["Lê Văn B | UBND xã | chair | -"]),
    ("\u{FEFF}name,unit,role\nHoa,,admin", ["Hoa | - | admin | -"]),
    ("Hoa\tThôn 1\tmember", ["Hoa | Thôn 1 | member | -"]),
    ("\"Hoa, \"\"Bé\"\"\",\"Thôn 1\",member", ["Hoa, \"Bé\" | Thôn 1 | member | -"]),
    ("  Nguyễn   Thị  Hoa , Thôn  1 , officer ,", ["Nguyễn Thị Hoa | Thôn 1 | officer | -"]),
    (
      "Hoa,Thôn 1,member,,,,\n,,,\n\nLan,Thôn 2,council,lan-2",
      ["Hoa | Thôn 1 | member | -", "Lan | Thôn 2 | council | lan-2"]
    ),
    ("Hoa,Thôn 1,\rLan,Thôn 2,", ["Hoa | Thôn 1 | member | -", "Lan | Thôn 2 | member | -"]),
    ("Hoa,Thôn 1", ["Hoa | Thôn 1 | member | -"]),
    (
      "Hoa,Thôn 1,,hoa.1\nHoa,Thôn 1,,hoa.2",
      ["Hoa | Thôn 1 | member | hoa.1", "Hoa | Thôn 1 | member | hoa.2"]
    ),
  ])
  func accepted(_ text: String, _ expected: [String]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("", Role.member), ("thành viên", .member), ("THANH VIEN", .member), ("officer", .officer),
    ("Cán bộ đầu mối", .officer), ("can bo dau moi", .officer), ("đầu mối", .officer),
    ("Thư ký", .secretary), ("thư ký Hội đồng", .secretary), ("Hội đồng", .council),
    ("thành viên Hội đồng", .council), ("ủy viên hội đồng", .council),
    ("uỷ viên Hội đồng", .council),
    ("Chủ tịch", .chair), ("chair", .chair), ("Quản trị", .admin), ("quản trị viên", .admin),
  ])
  func role(_ word: String, _ expected: Role) throws {
    #expect(try PeopleFile.read("Hoa,Thôn 1,\(word)", name: "p.csv").first?.role == expected)
  }

  @Test(arguments: [
    ("Hoa", 1, "chỉ có 1 cột", "được để trống"),
    ("Hoa,Thôn 1,member,hoa,x", 1, "có 5 cột, tối đa 4", "dấu nháy kép"),
    (",Thôn 1,member", 1, "thiếu họ tên", ""),
    ("Hoa,Thôn 1,memebr", 1, "không có vai trò “memebr”", "“member”"),
    ("Hoa,Thôn 1,guest", 1, "không có vai trò “guest”", "member, officer"),
    ("Hoa,Thôn 1,thư kí", 1, "không có vai trò “thư kí”", "“thư ký”"),
    ("Hoa,Thôn 1,,Hoa", 1, "tên đăng nhập “Hoa” không hợp lệ", "2–32 ký tự"),
    ("Hoa,Thôn 1,,h", 1, "tên đăng nhập “h”", ""),
    ("Hoa,Thôn 1,,hoà", 1, "tên đăng nhập “hoà”", ""),
    ("Hoa,Thôn 1,\nLan,Thôn 1,\nhoa,thôn 1,member", 3, "đã có ở dòng 1", "tên đăng nhập khác"),
    ("Hoa,Thôn 1,,hoa\nLan,Thôn 1,,hoa", 2, "tên đăng nhập “hoa” đã có ở dòng 1", ""),
    ("Hoa,Thôn 1,\n\"Lan,Thôn 2,\nMai,Thôn 3,", 2, "không được đóng", ""),
    ("Hoa,\"Thôn 1\"x,", 1, "sau dấu nháy kép đóng", ""),
    ("12345,Thôn 1,", 1, "không phải họ tên", ""),
    ("Hoa\u{7},Thôn 1,", 1, "không phải họ tên", ""),
    ("Hoa,---,", 1, "không phải tên đơn vị", ""),
    ("name,unit,rle\nHoa,Thôn 1,x", 1, "không có cột “rle”", "“role”"),
    ("name,unit\nHoa,Thôn 1,member", 2, "có 3 cột, tối đa 2", ""),
    ("", 0, "không có người nào", ""),
    ("name,unit,role\n", 0, "không có người nào", ""),
  ])
  func oneFault(_ text: String, _ line: Int, _ message: String, _ advice: String) throws {
    let found = faults { () throws(ReadingFaults) in _ = try PeopleFile.read(text, name: "p.csv") }
    #expect(found.count == 1, "\(found)")
    let fault = try #require(found.first)
    #expect(fault.line == line)
    #expect(fault.message.contains(message), "\(fault)")
    #expect(fault.advice.contains(advice), "\(fault)")
  }

  @Test func everyBadLineIsNamed() {
    let text = "name,unit,role\nHoa,Thôn 1,x\nLan,Thôn 2,\n,Thôn 3,\nMai,Thôn 4,y,A!\nHoa,Thôn 1,\n"
    let found = faults { () throws(ReadingFaults) in _ = try PeopleFile.read(text, name: "p.csv") }
    #expect(found.map(\.line) == [2, 4, 5, 5, 6])
  }

  @Test func linesAreCountedThroughQuotedLineEnds() throws {
    let rows = try PeopleFile.read("Hoa,\"Thôn\n1\",\nLan,Thôn 2,", name: "p.csv")
    #expect(rows.map(\.line) == [1, 3])
    #expect(rows.map(\.unit) == ["Thôn 1", "Thôn 2"])
  }

  @Test func namesAreComposed() throws {
    let text = "Nguye\u{302}\u{303}n Ha\u{300},Thôn 1,"
    let row = try #require(PeopleFile.read(text, name: "p.csv").first)
    #expect(Array(row.name.unicodeScalars) == Array("Nguyễn Hà".unicodeScalars))
  }

  @Test func hundredThousandLines() throws {
    var text = "name,unit,role,username\n"
    for index in 0..<100_000 { text += "Nguyễn Thị Hoa \(index),Thôn \(index % 20),,u\(index)\n" }
    #expect(try PeopleFile.read(text, name: "p.csv").count == 100_000)
  }
}
