import Campaigns
import CivilTime
import Understanding
import Vietnamese

/// What is to be changed about somebody's reminders, read from the words of the message: hours and
/// lengths by their grammar, the rest by the list `reminder_settings`.
struct SettingReader {
  let message: String
  let slots: Slots
  let words: WordReading
  let now: Instant

  enum Meaning {
    case change(ReminderSettingChange)
    /// Mail is wanted, but no address was said.
    case mailWithoutAddress
    /// Nothing is to be changed: how it stands is asked.
    case show
  }

  /// As the list names them.
  private enum Topic: String {
    case on, off, night, noon, office, mail, daily
    case noQuiet = "no_quiet"
  }

  func read() -> Meaning {
    let topics = Set(words.names(.reminderSettings, message).compactMap { Topic(rawValue: $0) })
    if let address = mailAddress { return .change(.mail(address)) }
    if topics.contains(.mail) {
      return topics.contains(.off) ? .change(.mail(nil)) : .mailWithoutAddress
    }
    if topics.contains(.noQuiet) { return .change(.quiet(nil)) }
    if let hours = quietHours(topics) { return .change(.quiet(hours)) }
    // "tạm dừng nhắc đến 20/1", "tui đi biển hai tuần, ngưng nhắc".
    if topics.contains(.off), let last = lastDayOfPause { return .change(.pause(through: last)) }
    if let days = slots.duration?.wholeDays { return .change(.daysAhead(days)) }
    if let hour = times.first, topics.contains(.daily) { return .change(.hour(hour.time)) }
    if topics.contains(.off) { return .change(.turn(on: false)) }
    if topics.contains(.on) { return .change(.turn(on: true)) }
    return .show
  }

  private var lastDayOfPause: CivilDate? {
    switch slots.date {
    case .day(let day): day
    case .span(let span): span.last
    case .impossible: nil
    case nil: slots.duration?.wholeDays.map { now.date.adding(days: max(0, $0 - 1)) }
    }
  }

  // MARK: Hours

  /// A vague one could be of the small hours too.
  private typealias Hour = (time: TimeOfDay, isVague: Bool)

  private var times: [Hour] {
    let reader = QuantityReader(words: PhraseWord.words(of: FoldedText(message)), now: now)
    var times: [Hour] = []
    var place = 0
    while place < reader.wordCount {
      guard let found = reader.read(at: place) else {
        place += 1
        continue
      }
      switch found.quantity {
      case .timeOfDay(let time, let isVague): times.append((time, isVague))
      case .moment(let moment): times.append((moment.timeOfDay, false))
      // "sau 20h", "từ 22h tới …": hours of the clock here, not so many hours from now.
      case .ahead(let length), .duration(let length): times += length.asHour.map { [$0] } ?? []
      default: break
      }
      place += found.count
    }
    return times
  }

  private func quietHours(_ topics: Set<Topic>) -> QuietHours? {
    let times = times
    if times.count >= 2 {
      let start = times[0].time
      var end = times[1].time
      // "22h tới 5h": an hour that could be of the morning, after the evening, is.
      if times[1].isVague, start >= evening, let early = end.twelveHoursEarlier { end = early }
      return start == end ? nil : QuietHours(start: start, end: end)
    }
    if let only = times.first, !topics.contains(.daily) {
      // "sau 20h đừng nhắc": until the working day begins.
      return only.time >= evening || only.time < morning
        ? QuietHours(start: only.time, end: morning) : nil
    }
    if topics.contains(.night) { return QuietHours(start: night, end: morning) }
    if topics.contains(.noon) { return QuietHours(start: noon, end: afternoon) }
    if topics.contains(.office) { return QuietHours(start: closing, end: opening) }
    return nil
  }

  // MARK: Mail

  /// The first word with an "@"; whether mail can be sent there is judged by the clerk.
  private var mailAddress: String? {
    message.split(whereSeparator: { $0.isWhitespace || ",;:<>()\"“”".contains($0) })
      .first { $0.contains("@") }
      .map { word in
        var word = word
        while let last = word.last, ".!?".contains(last) { word = word.dropLast() }
        return String(word)
      }
  }
}

private let morning = TimeOfDay(milliseconds: 6 * 3_600_000)
private let opening = TimeOfDay(milliseconds: 7 * 3_600_000 + 1_800_000)
private let noon = TimeOfDay(milliseconds: 11 * 3_600_000 + 1_800_000)
private let afternoon = TimeOfDay(milliseconds: 13 * 3_600_000 + 1_800_000)
private let closing = TimeOfDay(milliseconds: 17 * 3_600_000)
private let evening = TimeOfDay(milliseconds: 18 * 3_600_000)
private let night = TimeOfDay(milliseconds: 21 * 3_600_000)

extension CivilDuration {
  fileprivate var asHour: (time: TimeOfDay, isVague: Bool)? {
    let minutes: Int? =
      switch unit {
      case .hours: amount * 60
      case .minutes where amount >= 60: amount
      case .minutes, .days, .weeks, .months, .years: nil
      }
    guard let minutes, minutes < 24 * 60 else { return nil }
    let isVague = (60..<360).contains(minutes)
    return TimeOfDay(hour: minutes / 60 + (isVague ? 12 : 0), minute: minutes % 60)
      .map { ($0, isVague) }
  }
}

extension TimeOfDay {
  fileprivate var twelveHoursEarlier: TimeOfDay? {
    hour >= 12 ? TimeOfDay(hour: hour - 12, minute: minute) : nil
  }
}
