import Campaigns
import CivilTime
import Vietnamese
import Wire

// What was registered, changed, withdrawn; lists; one's own status.

extension RegistrationChange {
  var registeredAnswer: Answer {
    answer("Đã đăng ký \(honourWords) cho \(subjectWords)", event: "registered")
  }

  func replacedAnswer(from: String) -> Answer {
    answer("Đã đổi đăng ký của \(subjectWords) từ \(from) sang \(honourWords)", event: "changed")
  }

  var withdrawnAnswer: Answer {
    answer("Đã rút đăng ký \(honourWords) của \(subjectWords)", event: "withdrawn")
  }

  func undoneAnswer(_ event: RegistrationEvent) -> Answer {
    let what =
      switch event {
      case .registered: "Đã hoàn tác: bỏ đăng ký \(honourWords) của \(subjectWords)"
      case .changed: "Đã hoàn tác việc đổi đăng ký của \(subjectWords)"
      case .withdrawn: "Đã hoàn tác: giữ lại đăng ký \(honourWords) của \(subjectWords)"
      case .undone: "Đã hoàn tác"
      }
    return answer(what, event: "undone")
  }

  private func answer(_ what: String, event: String) -> Answer {
    let late = isLate ? " Ghi nhận là nộp trễ." : ""
    return Answer(
      lines: [
        "\(what), phong trào \(campaignTitle).",
        "Mã tiếp nhận \(receipt.code), lúc \(receipt.at.vietnamese). Trạng thái: \(stateWords).\(late)",
        next.map { "Tiếp theo: \($0.line)." } ?? "",
      ],
      [
        "receipt": .string(receipt.code), "at": .string(receipt.at.iso),
        "event": .string(event), "campaign": .string(campaign), "subject": subject.json,
        "honours": strings(honours.map(\.code)),
        "registration_state": state == .active ? "registered" : "withdrawn",
        "late": .bool(isLate), "next": next?.json ?? .null,
      ])
  }

  private var honourWords: String { vietnameseList(honours.map(\.name)) }
  private var subjectWords: String { isSpeaker ? "anh/chị" : subject.words }
  private var stateWords: String { state == .active ? "đã ghi nhận" : "không còn hiệu lực" }
}

extension RegistrationEntry {
  fileprivate var json: JSONValue {
    [
      "subject": subject.json, "honour": .string(registration.honour), "name": .string(honour),
      "state": "registered", "late": .bool(registration.lateReason != nil),
      "registered_at": .string(registration.registeredAt.iso),
    ]
  }

  fileprivate var honourLine: String {
    "\(honour): đã ghi nhận ngày \(registration.registeredAt.date.vietnamese)" + late
  }

  private var late: String {
    registration.lateReason.map { " (trễ hạn, lý do: \($0))" } ?? ""
  }

  fileprivate var line: String {
    "\(subject.words): \(honour)" + late
  }
}

extension RegistrationList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    guard !entries.isEmpty else {
      return Answer(
        "Chưa có đăng ký nào\(place) trong phong trào \(campaign).",
        ["count": 0, "registrations": []])
    }
    return Answer(
      lines: ["\(entries.count) đăng ký\(place), phong trào \(campaign):"]
        + numbered(entries.map(\.line)),
      [
        "count": .integer(Int64(entries.count)),
        "registrations": .array(entries.map(\.json)),
      ])
  }
}

extension MissingList {
  var answer: Answer {
    let place = unit.map { " của \($0)" } ?? ""
    let data: JSONObject = [
      "count": .integer(Int64(people.count)), "done": .integer(Int64(done)),
      "missing": .array(people.map(\.json)), "milestone": milestone.json,
    ]
    guard !people.isEmpty else {
      return Answer("Tất cả \(done) người\(place) đã đăng ký, phong trào \(campaign).", data)
    }
    return Answer(
      lines: [
        "Còn \(people.count) người\(place) chưa đăng ký (đã đăng ký: \(done)), phong trào \(campaign); hạn \(milestone.end):"
      ] + numbered(people.map(\.words)), data)
  }
}

extension SubjectStatus {
  func answer(on day: CivilDate) -> Answer {
    let who = isSpeaker ? "anh/chị \(subject.name)" : subject.words
    let parts = campaigns.flatMap { $0.lines(on: day) }
    return Answer(
      lines: ["Hồ sơ thi đua của \(who):"] + (bar.map { [bullet($0.line)] } ?? [])
        + (parts.isEmpty
          ? ["Chưa có đăng ký nào và không có phong trào nào đang diễn ra."] : parts),
      [
        "subject": subject.json, "campaigns": .array(campaigns.map(\.json)),
        "barred_since": optional(bar?.since),
      ])
  }
}

extension SubjectStatus.InCampaign {
  fileprivate func lines(on day: CivilDate) -> [String] {
    ["Phong trào \(title):"]
      + (registrations.isEmpty ? [bullet("chưa đăng ký danh hiệu nào")] : [])
      + registrations.map { bullet($0.honourLine) }
      + (pledge.map { [bullet($0.statusLine)] } ?? [])
      + works.map { bullet($0.titleLine(on: day)) }
      + dossiers.map { bullet($0.statusLine(on: day)) }
      + awards.map { bullet("đã được tặng \($0.honourLine)") }
      + owed.map { bullet("còn phải làm: \($0.line)") }
      + (next.map { [bullet("bước tiếp theo: \($0.line)")] } ?? [])
  }

  fileprivate var json: JSONValue {
    [
      "campaign": .string(id), "title": .string(title),
      "registrations": .array(registrations.map(\.json)),
      "owed": .array(owed.map(\.json)), "next": next?.json ?? .null,
      "pledge": pledge?.json ?? .null, "works": .array(works.map(\.json)),
      "dossiers": .array(dossiers.map(\.json)), "awards": .array(awards.map(\.json)),
    ]
  }
}

extension Identity {
  var answer: Answer {
    let data: JSONObject = [
      "name": name.map { .string($0) } ?? .null, "unit": unit.map { .string($0) } ?? .null,
      "organization": organization.map { .string($0) } ?? .null, "role": .string(role.rawValue),
    ]
    guard let name else {
      return Answer("Anh/chị chưa đăng nhập. Gõ: đăng nhập TÊN", data)
    }
    let place = [unit, organization].compactMap { $0 }.joined(separator: ", ")
    return Answer(
      "Anh/chị là \(name)\(place.isEmpty ? "" : ", \(place)"); vai trò: \(role.words).", data)
  }
}
