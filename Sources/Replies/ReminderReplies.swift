package import Campaigns
package import CivilTime
import Vietnamese
package import Wire

// Reminders and notices: what is said unasked.

extension Push {
  /// As clients name it when they acknowledge: `p-12`.
  package var wireID: String { "p-\(id)" }

  /// The number behind a client's name for a push; `nil` for anything else.
  package static func id(wire text: String) -> PushID? {
    guard text.hasPrefix("p-"), let id = PushID(text.dropFirst(2)), id >= 0, "p-\(id)" == text
    else { return nil }
    return id
  }

  package func message(at now: Instant) -> ChatPush {
    let answer = content.answer(at: now)
    return ChatPush(id: wireID, topic: content.topic.rawValue, text: answer.text, data: answer.data)
  }
}

extension PushContent {
  package func answer(at now: Instant) -> Answer {
    switch self {
    case .reminder(let digest): digest.answer(at: now)
    case .registrationNotice(let notice): notice.answer
    case .personal(let note): note.answer(at: now)
    case .caseNotice(let notice): notice.answer
    }
  }
}

extension PersonalNote {
  fileprivate func answer(at now: Instant) -> Answer {
    Answer(
      lines: [
        "Nhắc anh/chị\(text.map { ": \($0)" } ?? "")\(text == nil && duty == nil ? " như đã hẹn" : "").",
        duty.map { bullet($0.words(at: now)) } ?? "",
        at.date == now.date ? "" : "(lẽ ra nhắc lúc \(at.vietnamese))",
      ],
      [
        "text": optional(text), "at": .string(at.iso),
        "duty": duty.map { .object($0.json) } ?? .null,
      ])
  }
}

extension PersonalEntry {
  /// "08:00 thứ Bảy, 08/01/2022: nộp hồ sơ".
  var line: String {
    let what = [
      reminder.text,
      duty.map { "trước hạn \($0.title) \(reminder.before?.days ?? 0) ngày" },
    ].compactMap(\.self).joined(separator: ", ")
    return reminder.at.vietnamese + (what.isEmpty ? "" : ": " + what)
  }

  var json: JSONValue {
    [
      "at": .string(reminder.at.iso), "text": optional(reminder.text),
      "milestone": duty.map { .string($0.kind.rawValue) } ?? .null,
    ]
  }

  var setWords: ChangeWords {
    ChangeWords(
      event: "reminder_set", what: "Sẽ nhắc anh/chị lúc \(line)", state: "đang chờ",
      next: "muốn bỏ thì gõ: hủy lời nhắc\(reminder.text.map { " " + $0 } ?? "")",
      data: ["reminder": json])
  }

  var cancelledWords: ChangeWords {
    ChangeWords(
      event: "reminder_cancelled", what: "Đã hủy lời nhắc lúc \(line)", state: "không nhắc nữa",
      next: "gõ “các lời nhắc” để xem các lời nhắc còn lại",
      data: ["reminder": json])
  }
}

extension ReminderDigest {
  /// Days left are those of the moment it is read, not of the moment it was due.
  fileprivate func answer(at now: Instant) -> Answer {
    let late = isLate ? "Nhắc việc (gửi muộn, lẽ ra ngày \(day.vietnamese)):" : "Nhắc việc:"
    return Answer(
      lines: [late] + entries(at: now).map(bullet) + missing.flatMap { $0.lines(at: now) },
      data)
  }

  /// Most urgent first, each with what settles it.
  private func entries(at now: Instant) -> [String] {
    let all =
      duties.map { (day: $0.lastValidDay, words: $0.words(at: now)) }
      + cases.map { (day: $0.due, words: $0.words(at: now)) }
    return all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element.words)
  }

  private var data: JSONObject {
    var members = (duties.first ?? missing.first?.duty)?.json ?? [:]
    members["day"] = .string(day.iso)
    members["late"] = .bool(isLate)
    members["duties"] = .array(duties.map { .object($0.json) })
    members["cases"] = .array(cases.map(\.json))
    members["missing"] = .array(
      missing.map {
        var list = $0.duty.json
        list["count"] = .integer(Int64($0.count))
        list["names"] = strings($0.names)
        return .object(list)
      })
    return members
  }
}

extension DutyDue {
  fileprivate var json: JSONObject {
    [
      "campaign": .string(campaign), "milestone": .string(kind.rawValue),
      "last_valid_day": .string(lastValidDay.iso), "title": .string(title),
    ]
  }

  fileprivate func words(at now: Instant) -> String {
    "\(title) (phong trào \(campaignTitle)): \(end(at: now)). \(kind.advice)"
  }

  fileprivate func end(at now: Instant) -> String { endWords(lastValidDay, at: now) }
}

private func endWords(_ last: CivilDate, at now: Instant) -> String {
  let day = last.vietnameseWithWeekday
  return switch now.date.days(to: last) {
  case 0: "hôm nay, \(day), là ngày cuối"
  case let days where days > 0: "hết \(day), còn \(days) ngày"
  case let days: "đã hết hạn \(day), quá \(-days) ngày"
  }
}

extension CaseDue {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "campaign": .string(campaign), "about": .string(about),
      "honour": optional(honour), "due": .string(due.iso), "oversight": .bool(isOversight),
    ]
  }

  fileprivate func words(at now: Instant) -> String {
    let end = endWords(due, at: now)
    return isOversight
      ? "\(sentence(what)) (phong trào \(campaignTitle)): \(end). Nơi chịu trách nhiệm chưa làm."
      : "\(sentence(what)) (phong trào \(campaignTitle)): \(end). Gõ: \(typed)"
  }

  private var dossier: String { "hồ sơ\(honour.map { " " + $0 } ?? "") của \(about)" }

  fileprivate var what: String {
    switch kind {
    case .complete: "bổ sung \(dossier)"
    case .appraise: "thẩm định \(dossier)"
    case .vote: "bỏ phiếu trong phiên họp Hội đồng"
    case .decide: "ghi quyết định hoặc trình cấp trên \(dossier)"
    case .work: "hoàn thành \(quoted(about))"
    case .answer: "trả lời phản ánh \(quoted(about))"
    }
  }

  /// What settles it.
  private var typed: String {
    switch kind {
    case .complete: "nộp hồ sơ của \(about)"
    case .appraise: "hồ sơ \(about) đủ điều kiện"
    case .vote: "chương trình họp hội đồng"
    case .decide: "ghi quyết định 12/QĐ-UBND khen \(about)"
    case .work: "báo \(about) đã hoàn thành"
    case .answer: "trả lời phản ánh \(record): nội dung trả lời"
    }
  }
}

extension MilestoneKind {
  /// What the person can do about it now.
  fileprivate var advice: String {
    switch self {
    case .registration: "Anh/chị chưa đăng ký. Gõ: đăng ký lao động tiên tiến cho tôi"
    case .work: "Đơn vị cần hoàn thành và báo kết quả."
    case .dossier: "Đơn vị cần nộp hồ sơ đề nghị."
    case .report: "Cần gửi báo cáo."
    case .council: "Cần tổ chức họp Hội đồng."
    case .closing: "Cần tổ chức tổng kết."
    case .review: "Cần tổ chức sơ kết."
    }
  }
}

extension MissingDuty {
  fileprivate func lines(at now: Instant) -> [String] {
    let more = count - names.count
    return [
      "\(count) người chưa thực hiện: \(duty.title) (phong trào \(duty.campaignTitle)), \(duty.end(at: now)):"
    ] + names.map(bullet) + (more > 0 ? ["… và \(more) người nữa. Gõ: ai chưa đăng ký"] : [])
  }
}

extension RegistrationNotice {
  fileprivate var answer: Answer {
    let names = vietnameseList(honours)
    let what =
      switch event {
      case .registered: "đã đăng ký \(names) cho \(whom)"
      case .changed: "đã đổi đăng ký của \(whom) thành \(names)"
      case .withdrawn: "đã rút đăng ký \(names) của \(whom)"
      case .undone: "đã hoàn tác thay đổi về đăng ký \(names) của \(whom)"
      }
    let late = isLate ? " (ghi nhận trễ hạn)" : ""
    return Answer(
      "\(by) \(what)\(late), phong trào \(campaignTitle). Mã tiếp nhận \(receipt).",
      [
        "campaign": .string(campaign), "receipt": .string(receipt), "by": .string(by),
        "subject": [
          "kind": .string(kind == .collective ? "unit" : kind.rawValue), "name": .string(subject),
        ],
      ])
  }

  private var whom: String {
    switch kind {
    case .person: "anh/chị"
    case .household: "gia đình anh/chị"
    case .collective: subject
    }
  }
}

extension ReminderOverview {
  func answer(at now: Instant) -> Answer {
    let waitingLines =
      waiting.isEmpty
      ? [] : ["Chưa xác nhận:"] + waiting.map { bullet($0.content.answer(at: now).text) }
    let shown = planned.prefix(20)
    let plannedLines =
      shown.isEmpty
      ? ["Không có lời nhắc nào sắp tới."]
      : ["Sẽ nhắc:"]
        + shown.map { reminder in
          bullet("\(reminder.at.vietnamese): \(vietnameseList(reminder.digest.titles))")
        }
    return Answer(
      lines: waitingLines
        + (personal.isEmpty ? [] : ["Anh/chị đã đặt:"] + personal.map { bullet($0.line) })
        + plannedLines,
      [
        "personal": .array(personal.map(\.json)),
        "waiting": strings(waiting.map(\.wireID)),
        "planned": .array(planned.map(\.json)),
      ])
  }
}

extension ReminderDigest {
  fileprivate var titles: [String] {
    (duties + missing.map(\.duty)).map(\.title) + cases.map(\.what)
  }
}

extension PlannedReminder {
  package var json: JSONValue {
    let duties = digest.duties + digest.missing.map(\.duty)
    return [
      "at": .string(at.iso),
      "duties": .array(duties.map { .object($0.json) }),
      "cases": .array(digest.cases.map(\.json)),
    ]
  }
}

func acknowledgedAnswer(_ count: Int) -> Answer {
  Answer(
    count == 0
      ? "Không còn lời nhắc nào chờ xác nhận." : "Đã ghi nhận anh/chị đã xem \(count) lời nhắc.",
    ["acknowledged": .integer(Int64(count))])
}
