package import CivilTime

extension Weekday {
  /// `thứ Sáu`, `Chủ nhật`.
  package var vietnamese: String {
    switch self {
    case .monday: "thứ Hai"
    case .tuesday: "thứ Ba"
    case .wednesday: "thứ Tư"
    case .thursday: "thứ Năm"
    case .friday: "thứ Sáu"
    case .saturday: "thứ Bảy"
    case .sunday: "Chủ nhật"
    }
  }
}

extension CivilDate {
  /// `14/01/2022`.
  package var vietnamese: String { dayMonthYear }

  /// `thứ Sáu, 14/01/2022`.
  package var vietnameseWithWeekday: String { weekday.vietnamese + ", " + vietnamese }

  /// How far the day is from `today`: `còn 7 ngày`, `hôm nay`, `ngày mai`, `đã qua 2 ngày`.
  package func vietnameseDistance(from today: CivilDate) -> String {
    switch today.days(to: self) {
    case 0: "hôm nay"
    case 1: "ngày mai, còn 1 ngày"
    case let days where days > 0: "còn \(days) ngày"
    case let days: "đã qua \(-days) ngày"
    }
  }

  /// `thứ Sáu, 14/01/2022 (còn 7 ngày)`.
  package func vietnamese(seenFrom today: CivilDate) -> String {
    "\(vietnameseWithWeekday) (\(vietnameseDistance(from: today)))"
  }
}

extension DateSpan {
  /// `từ 15/11/2022 đến 22/11/2022`.
  package var vietnamese: String { "từ \(first.vietnamese) đến \(last.vietnamese)" }
}

extension Instant {
  /// `08:00 thứ Hai, 10/01/2022`.
  package var vietnamese: String { timeOfDay.hoursMinutes + " " + date.vietnameseWithWeekday }

  /// `08:00 thứ Hai, 10/01/2022 (còn 3 ngày)`.
  package func vietnamese(seenFrom today: CivilDate) -> String {
    timeOfDay.hoursMinutes + " " + date.vietnamese(seenFrom: today)
  }
}
