import CivilTime
import Understanding

/// The compiled folder `intents/` and a small made-up commune, shared by all tests.
enum TestWorld {
  static let recognizer: Recognizer = {
    do {
      return try Recognizer(IntentCatalogue(directory: folder))
    } catch {
      fatalError("intents/ does not load:\n\(error)")
    }
  }()

  /// `intents/` of this checkout.
  static var folder: String { root + "/intents" }

  static var root: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }

  /// A Friday, a week before the registration of Dương Hòa ends.
  static let now = Instant(iso: "2022-01-07T08:00:00+07:00") ?? Instant(milliseconds: 0)

  static let units = [
    "Thôn Buồng Tằm", "Thôn Hộ", "Thôn Thanh Vân", "Thôn 2", "Hội Liên hiệp Phụ nữ xã",
    "Hội Nông dân xã", "Đoàn Thanh niên xã", "Hội Cựu chiến binh xã", "Trường Tiểu học Dương Hòa",
    "Trạm Y tế xã", "Văn phòng – Thống kê", "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
  ]

  static let people: [(String, Int64)] = [
    ("Nguyễn Thị Hoa", 9), ("Lê Văn Hòa", 2), ("Trần Quốc Hóa", 3), ("Phạm Thị Hoa", 5),
    ("Hoàng Văn Tuấn", 6), ("Nguyễn Văn Bình", 1), ("Trần Thị Mai", 5), ("Lê Thị Lan", 9),
    ("Võ Văn Ba", 1), ("Đặng Thị Hạnh", 10), ("Bùi Minh Đức", 11), ("Nguyễn Văn Hùng", 8),
    ("Phan Văn Hưng", 8), ("Hồ Thị Thủy", 4), ("Trương Thị Thúy", 4), ("Ngô Văn Nam", 7),
    ("Đỗ Thị Dung", 12), ("Lý Quang Huy", 7), ("Dương Văn Thắng", 2), ("Mai Thị Xuân", 3),
    ("Nguyễn Tiến Dũng", 1), ("Trần Thị Thu Hà", 11), ("Cao Văn Sơn", 6), ("Lê Thị Hồng Vân", 5),
    ("Nguyễn Thị Quý", 4), ("Huỳnh Công Tâm", 12), ("Tô Thị Bích", 10), ("Đinh Văn Tú", 1),
    ("Vũ Thị Phương", 9), ("Nguyễn Văn Minh", 2), ("Phạm Văn Chánh", 2),
  ]

  static let lexicon = Lexicon(
    campaigns: [
      .init(id: "duong-hoa-2022", names: ["thi đua năm 2022", "Dương Hòa", "kế hoạch Dương Hòa"]),
      .init(
        id: "hong-phong-2023",
        names: ["Hồng Phong", "phong trào 90 năm", "90 năm Đảng bộ tỉnh Lạng Sơn"]),
      .init(id: "nhon-hung-2024", names: ["Nhơn Hưng", "thi đua năm 2024"]),
      .init(id: "quy-hop-2023", names: ["Quỳ Hợp", "phong trào 60 năm", "60 năm huyện Quỳ Hợp"]),
      .init(id: "my-thanh-2015", names: ["Mỹ Thạnh", "Đồng khởi mới", "phong trào Đồng khởi mới"]),
    ],
    units: units.enumerated().map { .init(id: Int64($0.offset + 1), name: $0.element) },
    people: people.enumerated().map {
      .init(id: Int64($0.offset + 101), name: $0.element.0, unit: $0.element.1)
    },
    topics: ["Hộ dùng điện kế", "hộ nghèo giảm"], wordings: recognizer.nameWordings)

  static func read(_ message: String) -> Reading {
    recognizer.read(message, lexicon: lexicon, now: now)
  }
}
