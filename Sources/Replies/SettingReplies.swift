import Campaigns
import CivilTime
import Vietnamese
import Wire

// How somebody wants to be reminded (cài đặt nhắc việc).

extension SettingsInUse {
  func answer(on day: CivilDate) -> Answer {
    Answer(
      lines: ["Cài đặt nhắc việc của anh/chị:"] + lines(on: day).map(bullet)
        + [
          "Đổi, gõ, ví dụ: đừng nhắc tôi từ 21h đến 6h · nhắc trước 5 ngày cho mọi hạn · tạm dừng nhắc đến 20/1"
        ], data)
  }

  fileprivate func lines(on day: CivilDate) -> [String] {
    let ahead = daysBefore.filter { $0 > 0 }.map(String.init)
    let days = [
      ahead.isEmpty ? nil : "trước hạn \(vietnameseList(ahead)) ngày",
      daysBefore.contains(0) ? "trong ngày cuối" : nil,
    ].compactMap(\.self).joined(separator: " và ")
    var lines = [
      settings.isOn
        ? "đang bật nhắc việc" : "đang tắt nhắc việc; lời nhắc anh/chị tự đặt vẫn được gửi",
      "nhắc \(days), lúc \(settings.schedule.time.hoursMinutes)",
    ]
    if let last = settings.pausedThrough, last >= day {
      lines.append("tạm dừng đến hết \(last.vietnamese(seenFrom: day))")
    }
    if let quiet = settings.quiet { lines.append("yên lặng \(quiet.words)") }
    lines.append(settings.mail.map { "gửi thêm qua email \($0)" } ?? "không gửi email")
    return lines
  }

  var data: JSONObject {
    [
      "on": .bool(settings.isOn), "paused_through": optional(settings.pausedThrough),
      "days_before": .array(daysBefore.map(number)),
      "hour": .string(settings.schedule.time.hoursMinutes),
      "quiet": settings.quiet.map {
        ["from": .string($0.start.hoursMinutes), "to": .string($0.end.hoursMinutes)]
      } ?? .null,
      "mail": optional(settings.mail),
    ]
  }
}

extension QuietHours {
  var words: String { "từ \(start.hoursMinutes) đến \(end.hoursMinutes)" }
}

extension ReminderSettingChange {
  /// What it does, without its full stop; how far a day is only where `today` is known.
  func words(on today: CivilDate?) -> String {
    switch self {
    case .turn(on: true): "bật nhắc việc"
    case .turn(on: false): "tắt nhắc việc"
    case .pause(let last): "tạm dừng nhắc việc đến hết \(dated(last, on: today))"
    case .daysAhead(let days): "nhắc trước mọi hạn \(days) ngày"
    case .hour(let time): "gửi bản nhắc mỗi ngày lúc \(time.hoursMinutes)"
    case .quiet(let hours?): "không nhắc \(hours.words)"
    case .quiet(nil): "bỏ giờ yên lặng"
    case .mail(let address?): "gửi nhắc việc thêm qua email \(address)"
    case .mail(nil): "thôi gửi nhắc việc qua email"
    }
  }

  func changedWords(_ settings: SettingsInUse, on day: CivilDate) -> ChangeWords {
    ChangeWords(
      event: "settings_changed", what: "Đã ghi: \(words(on: day))",
      details: settings.lines(on: day).map(bullet),
      next: "gõ “hoàn tác” nếu không đúng ý", data: settings.data)
  }
}

extension SettingRefusal {
  var answer: Answer {
    switch self {
    case .dayInPast(let day):
      Answer(
        "Ngày \(day.vietnamese) đã qua rồi. Xin ghi một ngày sắp tới.", ["date": .string(day.iso)])
    case .tooManyDays(let most):
      Answer(
        "Chỉ nhắc trước nhiều nhất \(most) ngày. Xin ghi số ngày ít hơn.", ["most": number(most)])
    case .noMailAddress(let asWritten):
      Answer("“\(asWritten)” không phải địa chỉ email dùng được. Xin kiểm tra lại.")
    case .mailNotSetUp:
      Answer(
        "Cơ quan chưa cài đặt gửi email nên nhắc việc chỉ đến qua trò chuyện. Xin nhờ quản trị cài đặt."
      )
    }
  }
}
