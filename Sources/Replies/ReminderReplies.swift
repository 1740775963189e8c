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
    let answer = content.answer(at: now, in: .conversation)
    return ChatPush(id: wireID, topic: content.topic.rawValue, text: answer.text, data: answer.data)
  }
}

/// Where a reminder is read.
package enum ReminderPlace: Sendable {
  /// Its lines can be settled by their numbers.
  case conversation
  /// A letter, or a list of several reminders: it says what to type.
  case elsewhere
}

extension PushContent {
  package func answer(at now: Instant, in place: ReminderPlace) -> Answer {
    switch self {
    case .reminder(let digest): digest.answer(at: now, in: place)
    case .nudge(let nudge): nudge.answer(at: now, in: place)
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
  var line: String { reminder.at.vietnamese + whatWords }

  /// ": nộp hồ sơ, 3 ngày trước hạn …", or nothing.
  private var whatWords: String {
    let what = [
      reminder.text,
      duty.map { "\(reminder.before?.days ?? 0) ngày trước hạn \($0.title)" },
    ].compactMap(\.self).joined(separator: ", ")
    return what.isEmpty ? "" : ": " + what
  }

  var json: JSONValue {
    [
      "at": .string(reminder.at.iso), "text": optional(reminder.text),
      "milestone": duty.map { .string($0.kind.rawValue) } ?? .null,
    ]
  }

  func setWords(on today: CivilDate) -> ChangeWords {
    ChangeWords(
      event: "reminder_set",
      what: "Sẽ nhắc anh/chị lúc \(reminder.at.vietnamese(seenFrom: today))\(whatWords)",
      state: "đang chờ",
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
      ? []
      : ["Chưa xác nhận:"] + waiting.map { bullet($0.content.answer(at: now, in: .elsewhere).text) }
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

func acknowledgedAnswer(_ count: Int) -> Answer {
  Answer(
    count == 0
      ? "Không còn lời nhắc nào chờ xác nhận." : "Đã ghi nhận anh/chị đã xem \(count) lời nhắc.",
    ["acknowledged": .integer(Int64(count))])
}
