import Campaigns
import CivilTime
import Vietnamese
import Wire

// Works (công trình, phần việc, mô hình, sự kiện) and how many a unit must have.

extension WorkList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    let head =
      works.isEmpty
      ? "Chưa có công trình, phần việc, mô hình, sự kiện nào\(place) như thế, phong trào \(campaign)."
      : "\(works.count) công trình, phần việc, mô hình, sự kiện\(place), phong trào \(campaign):"
    return Answer(
      lines: [head] + shortened(numbered(works.map { $0.line(on: day) }), "công trình, phần việc")
        + (minimum.map { ["\($0.words) (\($0.source))."] } ?? [])
        + titled(
          "Chưa đăng ký đủ (\(below.count) đơn vị):",
          shortened(below.map { bullet($0.words) }, "đơn vị"))
        + (works.isEmpty || !below.isEmpty ? ["Gõ: đăng ký công trình TÊN CÔNG TRÌNH"] : []),
      [
        "count": number(works.count), "works": .array(works.map(\.json)),
        "minimum": minimum?.json ?? .null, "below": .array(below.map(\.json)),
      ])
  }
}

extension WorkList.Below {
  fileprivate var words: String { "\(unit): \(lackingWords(lacking))" }

  fileprivate var json: JSONValue {
    ["unit": .string(unit), "lacking": .array(lacking.map(\.json))]
  }
}

/// "thiếu 1 công trình hoặc phần việc và 1 sự kiện".
private func lackingWords(_ lacking: [WorkMinimum.Shortfall]) -> String {
  "thiếu "
    + vietnameseList(
      lacking.map { "\($0.lacking) \(vietnameseList($0.kinds.map(\.words), last: "hoặc"))" })
}

extension WorkMinimum.Shortfall {
  fileprivate var json: JSONValue {
    ["work_kinds": strings(kinds.map(\.rawValue)), "lacking": number(lacking)]
  }
}

extension WorkMinimum {
  fileprivate var json: JSONValue {
    [
      "groups": .array(
        groups.map {
          ["work_kinds": strings($0.kinds.map(\.rawValue)), "at_least": number($0.atLeast)]
        }),
      "owed_by": .string(owedBy), "source": .string(source),
    ]
  }
}

extension WorkEntry {
  var json: JSONValue { .object(facts) }

  /// "công trình “đường hoa”: đạt 50 %, hạn hết thứ Tư, 31/05/2023".
  func titleLine(on day: CivilDate) -> String { "\(name): \(progress(on: day))" }

  fileprivate func line(on day: CivilDate) -> String { "\(unit.words): \(titleLine(on: day))" }

  /// "công trình “đường hoa”".
  fileprivate var name: String { "\(work.kind.words) \(quoted(work.title))" }

  /// An example of what reports its progress.
  fileprivate var typedReport: String {
    "báo tiến độ \(work.kind.words) \(work.title) được 50 %"
  }

  private func progress(on day: CivilDate) -> String {
    if let completedOn = work.completedOn {
      let late = work.isInTime ? "" : work.due.map { ", trễ hạn \($0.vietnamese)" } ?? ""
      return "hoàn thành ngày \(completedOn.vietnamese)\(late)"
    }
    let due = work.due.map { last in
      ", hạn hết \(last.vietnameseWithWeekday)" + (last < day ? ", đã quá hạn" : "")
    }
    return "đạt \(work.percent) %" + (due ?? "")
  }

  fileprivate var facts: JSONObject {
    [
      "id": .integer(id), "unit": unit.json, "work_kind": .string(work.kind.rawValue),
      "title": .string(work.title), "percent": number(work.percent), "due": optional(work.due),
      "completed_on": optional(work.completedOn),
      "in_time": work.isComplete ? .bool(work.isInTime) : .null,
    ]
  }

  func registeredWords(_ lacking: [WorkMinimum.Shortfall], on day: CivilDate) -> ChangeWords {
    let due = work.due.map { ", hoàn thành \(atLatest($0, on: day))" } ?? ""
    return ChangeWords(
      event: "work_registered", what: "Đã đăng ký \(name) của \(unit.words)\(due)",
      state: "đang thực hiện",
      details: lacking.isEmpty
        ? [] : ["Theo kế hoạch, \(unit.words) còn \(lackingWords(lacking))."],
      next: "khi có tiến độ, gõ: \(typedReport)",
      data: facts.merging(["subject": unit.json, "lacking": .array(lacking.map(\.json))]))
  }

  func reportedWords(before: Int, on day: CivilDate) -> ChangeWords {
    let state =
      work.isComplete
      ? work.isInTime ? "đã hoàn thành, đúng hạn" : "đã hoàn thành, trễ hạn" : "đang thực hiện"
    let next =
      work.isComplete
      ? "gõ “tiến độ các công trình” để xem tất cả"
      : work.due.map { "hoàn thành \(atLatest($0, on: day))" }
        ?? "khi có tiến độ mới, gõ: \(typedReport)"
    return ChangeWords(
      event: "work_reported",
      what: "Đã ghi nhận \(name) của \(unit.words) đạt \(work.percent) % (trước đó \(before) %)",
      state: state, next: next,
      data: facts.merging(["subject": unit.json, "before": number(before)]))
  }
}

extension WorkRefusal {
  var answer: Answer {
    switch self {
    case .noDuty(let campaign):
      Answer(
        "Kế hoạch \(campaign) không yêu cầu đăng ký công trình, phần việc. Việc làm hay của đơn vị có thể gửi làm gương, ví dụ: giới thiệu gương TÊN ĐƠN VỊ: NỘI DUNG"
      )
    case .unknown(let asWritten):
      Answer(
        (asWritten.isEmpty
          ? "Không tìm thấy công trình, phần việc nào."
          : "Không tìm thấy công trình, phần việc nào hợp với \(quoted(asWritten)).")
          + " Gõ: tiến độ các công trình")
    case .which(let entries):
      Answer(
        lines: ["Có \(entries.count) công trình, phần việc hợp với lời báo; xin ghi rõ tên:"]
          + shortened(entries.map { bullet("\($0.name), \($0.unit.words)") }, "công trình"),
        ["works": .array(entries.map(\.json))])
    case .dueTooLate(let last):
      Answer(
        "Theo kế hoạch, công trình, phần việc phải xong chậm nhất \(last.vietnameseWithWeekday). Xin ghi một ngày không muộn hơn, hoặc không ghi ngày.",
        ["last_valid_day": .string(last.iso)])
    case .alreadyThere(let entry):
      Answer(
        "\(sentence(entry.name)) của \(entry.unit.words) đã được đăng ký; không ghi thêm. Khi có tiến độ, gõ: \(entry.typedReport)",
        entry.facts)
    }
  }
}
