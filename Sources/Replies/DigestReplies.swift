import Campaigns
import CivilTime
import Vietnamese
package import Wire

// The lines of a reminder: what is due, until when, and what settles it.

extension ReminderDigest {
  /// Days left are those of the moment it is read, not of the moment it was due.
  func answer(at now: Instant, in place: ReminderPlace) -> Answer {
    let late = isLate ? "Nhắc việc (gửi muộn, lẽ ra ngày \(day.vietnamese)):" : "Nhắc việc:"
    return Answer(lines: [late] + owedLines(owed, at: now, in: place), data)
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
        list["units"] = .bool($0.areUnits)
        return .object(list)
      })
    return members
  }

  var titles: [String] { (duties + missing.map(\.duty)).map(\.title) + cases.map(\.what) }
}

extension Nudge {
  func answer(at now: Instant, in place: ReminderPlace) -> Answer {
    Answer(
      lines: ["\(by) nhắc anh/chị:"] + owedLines([.duty(duty)], at: now, in: place),
      duty.json.merging(["by": .string(by)]))
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

/// Numbered where a number can be answered.
private func owedLines(_ owed: [Owed], at now: Instant, in place: ReminderPlace) -> [String] {
  owed.enumerated().flatMap { index, line in
    switch place {
    case .conversation:
      line.lines(at: now, advice: "Trả lời \(index + 1) để \(line.settling).") {
        "\(index + 1). \($0)"
      }
    case .elsewhere: line.lines(at: now, advice: line.typedAdvice, mark: bullet)
    }
  }
}

extension Owed {
  /// - Parameter mark: makes the first line one of a list.
  fileprivate func lines(
    at now: Instant, advice: String, mark: (String) -> String
  ) -> [String] {
    switch self {
    case .duty(let duty): [mark("\(duty.words(at: now)) \(advice)")]
    case .waiting(let due): [mark("\(due.words(at: now)) \(advice)")]
    case .missing(let list):
      [mark("\(list.words(at: now)). \(advice)")] + list.names.map(bullet) + list.rest
    }
  }

  /// What answering its number does.
  fileprivate var settling: String {
    switch self {
    case .duty(let duty): duty.kind.settling
    case .waiting(let due): due.settling
    case .missing(let list): list.areUnits ? "nhắc các đơn vị này" : "nhắc những người này"
    }
  }

  fileprivate var typedAdvice: String {
    switch self {
    case .duty(let duty): "Gõ: \(duty.kind.typed)"
    case .waiting(let due): "Gõ: \(due.typed)"
    case .missing(let list):
      "Gõ: nhắc \(list.areUnits ? "các đơn vị" : "những người") chưa thực hiện \(list.duty.kind.words)"
    }
  }
}

extension DutyDue {
  var json: JSONObject {
    [
      "campaign": .string(campaign), "milestone": .string(kind.rawValue),
      "last_valid_day": .string(lastValidDay.iso), "title": .string(title),
    ]
  }

  func words(at now: Instant) -> String {
    "\(title) (phong trào \(campaignTitle)): \(endWords(lastValidDay, at: now))."
  }
}

private func endWords(_ last: CivilDate, at now: Instant) -> String {
  let day = last.vietnameseWithWeekday
  return switch now.date.days(to: last) {
  case 0: "hôm nay, \(day), là ngày cuối"
  case let days where days > 0: "hết \(day), còn \(days) ngày"
  case let days: "đã hết hạn \(day), quá \(-days) ngày"
  }
}

extension MilestoneKind {
  fileprivate var settling: String {
    switch self {
    case .registration: "đăng ký"
    case .work: "báo tiến độ"
    case .dossier: "nộp hồ sơ"
    case .council: "mở phiên họp Hội đồng"
    case .report: "ghi nhận đã báo cáo"
    case .closing: "ghi nhận đã tổng kết"
    case .review: "ghi nhận đã sơ kết"
    }
  }

  fileprivate var typed: String {
    switch self {
    case .registration: "đăng ký lao động tiên tiến cho tôi"
    case .work: "báo công trình TÊN đã hoàn thành"
    case .dossier: "nộp hồ sơ của TÊN"
    case .council: "mở phiên họp hội đồng"
    case .report: "đã nộp báo cáo"
    case .closing: "đã họp tổng kết"
    case .review: "đã họp sơ kết"
    }
  }
}

extension MissingDuty {
  /// Those for whom a reminder has no room.
  fileprivate var rest: [String] {
    let more = count - names.count
    if more <= 0 { return [] }
    let question = duty.kind == .registration ? ". Gõ: ai chưa đăng ký" : ""
    return ["… và \(more) \(counted) nữa\(question)"]
  }

  private var counted: String { areUnits ? "đơn vị" : "người" }

  fileprivate func words(at now: Instant) -> String {
    "\(count) \(counted) chưa thực hiện: \(duty.title) (phong trào \(duty.campaignTitle)), \(endWords(duty.lastValidDay, at: now))"
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
    "\(sentence(what)) (phong trào \(campaignTitle)): \(endWords(due, at: now))."
      + (isOversight ? " Nơi chịu trách nhiệm chưa làm." : "")
  }

  private var dossierWords: String { "hồ sơ\(honour.map { " " + $0 } ?? "") của \(about)" }

  var what: String {
    switch kind {
    case .complete: "bổ sung \(dossierWords)"
    case .appraise: "thẩm định \(dossierWords)"
    case .vote: "bỏ phiếu trong phiên họp Hội đồng"
    case .decide: "ghi quyết định hoặc trình cấp trên \(dossierWords)"
    case .work: "hoàn thành \(quoted(about))"
    case .answer: "trả lời phản ánh \(quoted(about))"
    }
  }

  fileprivate var settling: String {
    switch kind {
    case .complete: isOversight ? "xem hồ sơ" : "nộp lại hồ sơ"
    case .appraise: isOversight ? "xem hồ sơ" : "thẩm định"
    case .decide: isOversight ? "xem hồ sơ" : "ghi quyết định"
    case .vote: "xem chương trình họp"
    case .work: isOversight ? "xem các công trình" : "báo tiến độ"
    case .answer: isOversight ? "xem số liệu tổng hợp" : "trả lời"
    }
  }

  fileprivate var typed: String {
    switch kind {
    case .complete: isOversight ? "hồ sơ của \(about)" : "nộp hồ sơ của \(about)"
    case .appraise: isOversight ? "hồ sơ của \(about)" : "hồ sơ \(about) đủ điều kiện"
    case .vote: "chương trình họp hội đồng"
    case .decide: isOversight ? "hồ sơ của \(about)" : "ghi quyết định 12/QĐ-UBND khen \(about)"
    case .work: isOversight ? "các công trình" : "báo \(about) đã hoàn thành"
    case .answer: isOversight ? "số liệu tổng hợp" : "trả lời phản ánh \(record): nội dung trả lời"
    }
  }
}
