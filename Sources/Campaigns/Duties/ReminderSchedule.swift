package import CivilTime

/// When one person hears of what is due: the hour, and how early it begins.
package struct ReminderSchedule: Hashable, Sendable {
  /// Vietnam time.
  package let time: TimeOfDay
  /// The first reminder of a duty comes so many days before its last valid day; `nil` as the rules
  /// have it.
  package let daysAhead: Int?

  package init(time: TimeOfDay, daysAhead: Int? = nil) {
    self.time = time
    self.daysAhead = daysAhead
  }

  /// At 08:00, as early as the rules have it.
  package static let standard = ReminderSchedule(time: TimeOfDay(milliseconds: 8 * 3_600_000))

  /// The days before that this person hears of a duty.
  func days(of usual: ReminderDays) -> [Int] {
    guard let daysAhead, !usual.before.isEmpty else { return usual.before }
    return [daysAhead] + usual.before.filter { $0 < daysAhead }
  }

  /// The next moment at which digests go out, whether something is due then or not.
  package func nextInstant(after now: Instant) -> Instant {
    let today = Instant(now.date, time)
    return now < today ? today : Instant(now.date.adding(days: 1), time)
  }
}
