import Campaigns
import CivilTime
import Vietnamese
import Wire

// Typed data that several answers share. Keys are promised to clients: add, never rename.

extension NamedSubject {
  var json: JSONValue {
    switch subject {
    case .person, .household:
      [
        "kind": .string(subject.kind == .household ? "household" : "person"),
        "name": .string(name), "unit": unit.map { .string($0) } ?? .null,
      ]
    case .unit: ["kind": "unit", "name": .string(name)]
    }
  }

  /// "Nguyễn Thị Hoa (thôn Buồng Tằm)", "gia đình Nguyễn Thị Hoa", "thôn Buồng Tằm".
  var words: String {
    let place = unit.map { " (\($0))" } ?? ""
    return switch subject {
    case .person: name + place
    case .household: "gia đình " + name + place
    case .unit: name
    }
  }
}

extension NamedSubject {
  /// As it is typed back to the assistant: without the unit.
  var typed: String {
    switch subject {
    case .person, .unit: name
    case .household: "gia đình " + name
    }
  }
}

extension MilestoneEntry {
  var json: JSONValue {
    var members: JSONObject = [
      "id": .string(milestone.id), "milestone": .string(milestone.kind.rawValue),
      "title": .string(milestone.title),
      "last_valid_day": .string(milestone.deadline.lastValidDay.iso),
      "days_left": .integer(Int64(daysLeft)), "open": .bool(isOpen),
    ]
    if let opens = milestone.opens { members["first_day"] = .string(opens.iso) }
    return .object(members)
  }

  /// "hết thứ Sáu, 14/01/2022, còn 4 ngày".
  var end: String {
    "hết " + milestone.deadline.lastValidDay.vietnameseWithWeekday + ", " + distance
  }

  /// "còn 4 ngày", "hôm nay là ngày cuối", "đã qua 2 ngày".
  var distance: String {
    switch daysLeft {
    case 0: "hôm nay là ngày cuối"
    case 1...: "còn \(daysLeft) ngày"
    default: "đã qua \(-daysLeft) ngày"
    }
  }

  /// "đăng ký danh hiệu năm 2022: hết thứ Sáu, 14/01/2022, còn 4 ngày".
  var line: String {
    let start = milestone.opens.map { "từ " + $0.vietnameseWithWeekday + " đến " } ?? ""
    return milestone.title + ": " + start + end
  }
}

extension SubjectKind {
  var words: String {
    switch self {
    case .person: "cá nhân"
    case .collective: "tập thể"
    case .household: "hộ gia đình"
    }
  }
}

extension MilestoneKind {
  var words: String {
    switch self {
    case .registration: "đăng ký"
    case .dossier: "nộp hồ sơ"
    case .council: "họp Hội đồng"
    case .report: "báo cáo"
    case .work: "hoàn thành công trình"
    case .closing: "tổng kết"
    case .review: "sơ kết"
    }
  }
}

extension Role {
  var words: String {
    switch self {
    case .guest: "khách"
    case .member: "thành viên"
    case .officer: "cán bộ đầu mối"
    case .secretary: "thư ký Hội đồng"
    case .council: "thành viên Hội đồng"
    case .chair: "Chủ tịch"
    case .admin: "quản trị"
    }
  }
}

extension Campaign.Phase {
  var words: String {
    switch self {
    case .running: "đang diễn ra"
    case .upcoming: "chưa bắt đầu"
    case .ended: "đã kết thúc"
    }
  }
}

extension Period {
  /// "02/11/2021 – 31/12/2022".
  var words: String { first.vietnamese + " – " + last.vietnamese }

  var json: JSONValue {
    ["first": .string(first.iso), "last": .string(last.iso), "wording": .string(wording)]
  }
}

func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

func number(_ value: Int) -> JSONValue { .integer(Int64(value)) }

func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

func optional(_ day: CivilDate?) -> JSONValue { day.map { .string($0.iso) } ?? .null }

extension JSONObject {
  func merging(_ other: JSONObject) -> JSONObject {
    var merged = self
    for member in other.members { merged[member.key] = member.value }
    return merged
  }
}

/// `“đường hoa”`
func quoted(_ text: String) -> String { "“\(text)”" }

/// "chậm nhất thứ Sáu, 14/01/2022, còn 4 ngày"; the distance only where the day is known.
func atLatest(_ last: CivilDate, on day: CivilDate?) -> String {
  "chậm nhất " + last.vietnameseWithWeekday
    + (day.map { ", " + last.vietnameseDistance(from: $0) } ?? "")
}

/// "thứ Sáu, 14/01/2022 (còn 4 ngày)"; the distance only where `today` is known.
func dated(_ day: CivilDate, on today: CivilDate?) -> String {
  today.map(day.vietnamese(seenFrom:)) ?? day.vietnameseWithWeekday
}

/// " (trễ hạn, lý do: …)", or nothing.
func lateWords(_ reason: String?) -> String {
  reason.map { " (trễ hạn, lý do: \($0))" } ?? ""
}
