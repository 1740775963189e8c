import Campaigns
import CivilTime
import Reports
import Vietnamese

// Duties and personal reminders as a calendar program shows them.

extension DutyCalendar {
  var events: [CalendarEvent] {
    duties.map(\.event) + cases.map(\.event) + personal.map(\.event)
  }

  /// "Lịch thi đua của Nguyễn Thị Hoa".
  var name: String {
    let place = campaign == nil ? nil : duties.first?.campaignTitle
    return "Lịch thi đua" + (owner.map { " của \($0)" } ?? "")
      + (place.map { ", phong trào \($0)" } ?? "")
  }
}

extension DutyCalendar.Duty {
  fileprivate var event: CalendarEvent {
    let last = milestone.deadline.lastValidDay
    let window = milestone.opens.flatMap { DateSpan($0, last) }
    let title = sentence(milestone.title)
    return CalendarEvent(
      uid: "\(milestone.id).\(campaign)@thidua", sequence: moves,
      time: window.map { .days($0) } ?? .day(last),
      summary: window == nil ? "Ngày cuối: \(milestone.title)" : title,
      description: [
        "Phong trào \(campaignTitle).",
        moves > 0
          ? "Đã thay đổi so với kế hoạch: đến hết \(last.vietnameseWithWeekday)."
          : "Theo kế hoạch: \(milestone.wording) (\(milestone.source)).",
      ].joined(separator: "\n"),
      alarms: [3, 1].map { CalendarAlarm(daysBefore: $0, at: ReminderSchedule.standard.time) },
      isCancelled: isSettled)
  }
}

extension DutyCalendar.Waiting {
  fileprivate var event: CalendarEvent {
    CalendarEvent(
      uid: "\(due.kind.rawValue)-\(due.record)@thidua", sequence: changes, time: .day(due.due),
      summary: "Ngày cuối: \(due.what)", description: "Phong trào \(due.campaignTitle).",
      alarms: [CalendarAlarm(daysBefore: 1, at: ReminderSchedule.standard.time)],
      isCancelled: isSettled)
  }
}

extension DutyCalendar.Personal {
  fileprivate var event: CalendarEvent {
    let duty = entry.duty.map { "trước hạn \($0.title)" }
    let what = [entry.reminder.text, duty].compactMap(\.self).joined(separator: ", ")
    let at = entry.reminder.at
    return CalendarEvent(
      uid: "reminder-\(entry.reminder.id)@thidua", sequence: moves,
      time: .moments(from: at, to: at),
      summary: "Nhắc việc" + (what.isEmpty ? "" : ": " + what),
      description: entry.duty.map { "Phong trào \($0.campaignTitle)." },
      alarms: [CalendarAlarm(minutesBefore: 0)], isCancelled: isCancelled)
  }
}
