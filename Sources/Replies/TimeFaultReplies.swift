import CivilTime
package import Vietnamese
import Wire

extension Answer {
  /// Says first why a day or a time of the message was not taken.
  ///
  /// - Parameter words: the day or the time as written.
  package func remarking(_ fault: TimeFault, of words: String) -> Answer {
    var data = data
    data["impossible"] = .string(words)
    return Answer(lines: [fault.remark(on: words), text], data)
  }
}

extension TimeFault {
  fileprivate func remark(on words: String) -> String {
    switch self {
    case .noSuchDay: "Lịch không có “\(words)”."
    case .otherWeekday(let day):
      "“\(words)” không khớp: ngày \(day.vietnamese) là \(day.weekday.vietnamese)."
    case .twoDays(let one, let other):
      "“\(words)” là hai ngày khác nhau: \(one.vietnameseWithWeekday) và \(other.vietnameseWithWeekday)."
    case .endsBeforeBegin: "“\(words)”: ngày cuối lại trước ngày đầu."
    case .noSuchTime: "Không có giờ nào là “\(words)”."
    case .twoTimes(let one, let other):
      "“\(words)” là hai giờ khác nhau: \(one.hoursMinutes) và \(other.hoursMinutes)."
    }
  }
}
