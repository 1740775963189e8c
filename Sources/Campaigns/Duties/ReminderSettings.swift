package import CivilTime

/// How one person wants to be reminded (cài đặt nhắc việc). Personal reminders are not touched by
/// it: who sets one for the night wants it at night.
package struct ReminderSettings: Hashable, Sendable {
  /// Digests come at all.
  package var isOn: Bool
  /// Last day of a pause (tạm dừng nhắc); digests come again the day after.
  package var pausedThrough: CivilDate?
  /// The first reminder of a duty comes so many days ahead; `nil` as the rules have it.
  package var daysAhead: Int?
  /// When the day's digest comes; `nil` for 08:00.
  package var hour: TimeOfDay?
  /// No digest within these hours; it waits until they end.
  package var quiet: QuietHours?
  /// Where reminders go by mail too; `nil` for none.
  package var mail: String?

  package init(
    isOn: Bool = true, pausedThrough: CivilDate? = nil, daysAhead: Int? = nil,
    hour: TimeOfDay? = nil, quiet: QuietHours? = nil, mail: String? = nil
  ) {
    self.isOn = isOn
    self.pausedThrough = pausedThrough
    self.daysAhead = daysAhead
    self.hour = hour
    self.quiet = quiet
    self.mail = mail
  }

  /// Days and hour of the digests.
  package var schedule: ReminderSchedule {
    let time = hour ?? ReminderSchedule.standard.time
    return ReminderSchedule(
      time: quiet.map { $0.contains(time) ? $0.end : time } ?? time, daysAhead: daysAhead)
  }

  /// No digest comes on that day.
  package func isSilent(on day: CivilDate) -> Bool {
    !isOn || (pausedThrough.map { day <= $0 } ?? false)
  }

  package mutating func apply(_ change: ReminderSettingChange) {
    switch change {
    case .turn(let on):
      isOn = on
      if on { pausedThrough = nil }
    case .pause(let last): pausedThrough = last
    case .daysAhead(let days): daysAhead = days
    case .hour(let time): hour = time
    case .quiet(let hours): quiet = hours
    case .mail(let address): mail = address
    }
  }
}

/// How somebody wants to be reminded, and what comes of it.
package struct SettingsInUse: Hashable, Sendable {
  package let settings: ReminderSettings
  /// How many days before the last valid day of one planned duty or another somebody is reminded,
  /// descending.
  package let daysBefore: [Int]

  package init(_ settings: ReminderSettings, under rules: ReminderRules) {
    self.settings = settings
    daysBefore = settings.schedule.days(of: rules.plannedDays)
  }
}

/// A stretch of the day that may go past midnight. Its end is no part of it.
package struct QuietHours: Hashable, Sendable {
  package let start: TimeOfDay
  package let end: TimeOfDay

  package init(start: TimeOfDay, end: TimeOfDay) {
    self.start = start
    self.end = end
  }

  package func contains(_ time: TimeOfDay) -> Bool {
    start <= end ? start <= time && time < end : start <= time || time < end
  }
}

package enum ReminderSettingChange: Hashable, Sendable {
  case turn(on: Bool)
  /// Up to and with that day.
  case pause(through: CivilDate)
  /// 0 to 60.
  case daysAhead(Int)
  case hour(TimeOfDay)
  /// `nil` takes quiet hours away.
  case quiet(QuietHours?)
  /// `nil` takes the address away.
  case mail(String?)

  package static let daysAheadRange = 0...60
}
