import CivilTime
import Understanding
import Vietnamese

/// Made-up names to measure with.
enum SampleLexicon {
  private static let surnames = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Phan", "Hồ", "Ngô", "Dương",
  ]
  private static let middles = ["Văn", "Thị", "Đức", "Minh", "Quốc", "Thu", "Hồng", "Ngọc", "Công"]
  private static let given = [
    "Hoa", "Hòa", "Hóa", "Tuấn", "Bình", "Mai", "Lan", "Ba", "Hạnh", "Hùng", "Hưng", "Thủy", "Thúy",
    "Nam", "Dung", "Dũng", "Huy", "Thắng", "Xuân", "Hà", "Sơn", "Vân", "Quý", "Tâm", "Bích", "Tú",
    "Phương", "Linh", "Khánh", "Long", "Phúc", "Nga", "Yến", "Oanh", "Thảo", "Trang", "Kiên",
  ]
  static let units = [
    "Thôn Buồng Tằm", "Thôn Hộ", "Thôn Thanh Vân", "Thôn 2", "Hội Liên hiệp Phụ nữ xã",
    "Hội Nông dân xã", "Đoàn Thanh niên xã", "Hội Cựu chiến binh xã", "Trường Tiểu học Dương Hòa",
    "Trạm Y tế xã", "Văn phòng – Thống kê", "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
  ]

  static func large(people count: Int, _ recognizer: Recognizer) -> Lexicon {
    var people: [Lexicon.Person] = []
    for index in 0..<count {
      let name =
        surnames[index % surnames.count] + " " + middles[index / 12 % middles.count] + " "
        + given[index / 108 % given.count] + (index > 4000 ? " " + given[index % given.count] : "")
      people.append(.init(id: Int64(index), name: name, unit: Int64(index % units.count + 1)))
    }
    return Lexicon(
      campaigns: campaigns, units: unitEntries, people: people, wordings: recognizer.nameWordings)
  }

  /// A commune of thirty people with namesakes.
  static func commune(_ recognizer: Recognizer) -> Lexicon {
    Lexicon(
      campaigns: campaigns, units: unitEntries,
      people: people.enumerated().map {
        .init(id: Int64($0.offset + 101), name: $0.element.0, unit: $0.element.1)
      }, wordings: recognizer.nameWordings)
  }

  private static let unitEntries: [Lexicon.Unit] = units.enumerated().map {
    .init(id: Int64($0.offset + 1), name: $0.element)
  }

  private static let campaigns: [Lexicon.Campaign] = [
    .init(id: "duong-hoa-2022", names: ["thi đua năm 2022", "Dương Hòa", "kế hoạch Dương Hòa"]),
    .init(
      id: "hong-phong-2023",
      names: ["Hồng Phong", "phong trào 90 năm", "90 năm Đảng bộ tỉnh Lạng Sơn"]),
    .init(id: "nhon-hung-2024", names: ["Nhơn Hưng", "thi đua năm 2024"]),
    .init(id: "quy-hop-2023", names: ["Quỳ Hợp", "phong trào 60 năm", "60 năm huyện Quỳ Hợp"]),
    .init(id: "my-thanh-2015", names: ["Mỹ Thạnh", "Đồng khởi mới", "phong trào Đồng khởi mới"]),
  ]

  static let people: [(String, Int64)] = [
    ("Nguyễn Thị Hoa", 9), ("Lê Văn Hòa", 2), ("Trần Quốc Hóa", 3), ("Phạm Thị Hoa", 5),
    ("Hoàng Văn Tuấn", 6), ("Nguyễn Văn Bình", 1), ("Trần Thị Mai", 5), ("Lê Thị Lan", 9),
    ("Võ Văn Ba", 1), ("Đặng Thị Hạnh", 10), ("Bùi Minh Đức", 11), ("Nguyễn Văn Hùng", 8),
    ("Phan Văn Hưng", 8), ("Hồ Thị Thủy", 4), ("Trương Thị Thúy", 4), ("Ngô Văn Nam", 7),
    ("Đỗ Thị Dung", 12), ("Lý Quang Huy", 7), ("Dương Văn Thắng", 2), ("Mai Thị Xuân", 3),
    ("Nguyễn Tiến Dũng", 1), ("Trần Thị Thu Hà", 11), ("Cao Văn Sơn", 6), ("Lê Thị Hồng Vân", 5),
    ("Nguyễn Thị Quý", 4), ("Huỳnh Công Tâm", 12), ("Tô Thị Bích", 10), ("Đinh Văn Tú", 1),
    ("Vũ Thị Phương", 9), ("Nguyễn Văn Minh", 2),
  ]

  static let written = [
    "đăng ký lao động tiên tiến cho chị Nguyễn Thị Hoa nhé",
    "hạn đăng ký danh hiệu của phong trào này là ngày nào vậy em",
    "cho em hỏi hồ sơ đề nghị giấy khen xã gồm những giấy tờ gì ạ",
    "còn những ai ở thôn Buồng Tằm chưa đăng ký thi đua vậy",
    "nhắc tôi trước 3 ngày khi hết hạn nộp hồ sơ nhé",
    "rút đăng ký lao động tiên tiến của bà Trần Thị Mai giúp em",
    "hồ sơ của tôi đến đâu rồi, đã được duyệt chưa",
    "báo cáo thu ngân sách của thôn 2 đạt 428.000.000 đồng",
    "hôm qua anh Bình bảo đã nộp hồ sơ cho hội phụ nữ rồi",
    "hội đồng họp lúc 8h30 sáng thứ sáu tuần sau ở hội trường xã",
    "bỏ phiếu đồng ý cho chị Lan, anh Tuấn thì không đồng ý",
    "thời tiết hôm nay ở huyện mình thế nào, có mưa không",
  ]
  static let hurried = [
    "dang ky chien si thi dua co so cho anh tuan thon buong tam",
    "ho so cua toi den dau roi, da duoc duyet chua",
    "đăng ký chiến sĩ thi đau cơ sở cho anh Tuấn thôn Buồng Tằm",
    "ddawng kys ldtt cho chij Lan, nhawcs em truwowcs 2 ngayf",
    "d9a8ng ky1 chie61n si4 thi d9ua co7 so73 cho anh Tua61n",
  ]
}
